import { formatNumber } from './format.ts';
import { articles } from './plural.ts';

/** The words at and under the search box. */
export const searchBoxWords = {
  /** `understood` begins with “articles” or “all articles”. */
  lookedFor: (understood: string) => understood.charAt(0).toUpperCase() + understood.slice(1),
  parts: 'Parts of the search',
  matches: (count: number) => (count === 0 ? 'no article' : formatNumber(count)),
  missing: (texts: readonly string[]) => (texts.length === 1 ? `nowhere: ${texts[0]}` : `${formatNumber(texts.length)} parts nowhere`),
  tries: 'What to search for instead',
  instead: 'Search for',
  without: (part: string) => `Without ${part}`,
  triesTitle: 'Try one of these:',
  found: articles,
} as const;
