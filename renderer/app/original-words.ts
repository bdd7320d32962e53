import { formatNumber } from './format.ts';
import { articles } from './plural.ts';

/** The words of the files that articles were imported from, and of reading them again. */
export const originalWords = {
  newer: 'A newer way of reading files may do better here.',
  missing: 'The imported file is not in the library any more. Check the library in the settings.',
  extracted: (changed: number, same: number, left: number) => {
    if (changed + same + left === 0) return 'There was nothing to extract';
    if (changed === 1 && same + left === 0) return 'Extracted anew';
    if (same === 1 && changed + left === 0) return 'Extracted again: the same came out';
    const parts = [
      ...(changed > 0 ? [`${articles(changed)} extracted anew`] : []),
      ...(same > 0 ? [`${formatNumber(same)} came out the same`] : []),
      ...(left > 0 ? [`${formatNumber(left)} left as ${left === 1 ? 'it was' : 'they were'}`] : []),
    ];
    return parts.join(', ');
  },
  leftOne: (why: string) => `Left as it was. ${why}`,
  because: (what: string, why: string) => `${what}. ${why}`,
} as const;
