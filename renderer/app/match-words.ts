import { formatNumber } from './format.ts';

/** The words of the matches in an open article. */
export const matchWords = {
  label: 'Matches',
  match: 'Match',
  of: (number: number, count: number, total: number) =>
    total > count ? `${formatNumber(number)} of the first ${formatNumber(count)} of ${formatNumber(total)}` : `${formatNumber(number)} of ${formatNumber(count)}`,
  next: 'Next match',
  previous: 'Previous match',
  clear: 'Take the marks away',
  noneAfter: 'That was the last match of the last article.',
  noneBefore: 'That was the first match of the first article.',
} as const;
