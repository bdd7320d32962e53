import type { SearchSort } from '../../main/contract/search.ts';
import { formatNumber } from './format.ts';
import { articles } from './plural.ts';

const sortNames: Record<SearchSort, string> = { relevance: 'Best match', newest: 'Newest first', oldest: 'Oldest first' };

/** The words of searching. */
export const searchWords = {
  label: 'Search the library',
  placeholder: 'Search',
  clear: 'Clear the search',
  found: (count: number, milliseconds: number) =>
    `${articles(count)} in ${milliseconds < 1 ? 'under 1' : formatNumber(Math.round(milliseconds))} ms`,
  sortNames,
  building: (indexed: number, all: number) =>
    `The search index is being built: ${formatNumber(indexed)} of ${articles(all)} can be found so far.`,
  partial: (indexed: number, all: number) =>
    `Only the newest ${formatNumber(indexed)} of ${articles(all)} were searched.`,
  nothingTitle: 'Nothing found',
  nothing: (query: string) => `No article matches “${query}”.`,
  nothingHints: [
    'Try fewer words, or another form of a word.',
    'Add * to find every word that begins so: harb*',
    'Add ~1 to allow for one wrong letter: harbuor~1',
  ],
  startTitle: 'Search your library',
  start: 'Type a word or two. Results appear as you type.',
  help: 'Search help',
  helpTitle: 'How to search',
} as const;
