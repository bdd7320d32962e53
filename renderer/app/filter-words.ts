import type { FilterState, ValueFacet } from '../../main/contract/result-filters.ts';
import type { SearchGroup } from '../../main/contract/search.ts';
import { formatNumber } from './format.ts';

const facets: Record<ValueFacet | 'date', string> = { site: 'Source', tag: 'Tag', collection: 'Collection', language: 'Language', state: 'State', date: 'Date' };
const states: Record<FilterState, string> = { unread: 'Unread', read: 'Read', favourite: 'Favourite', archived: 'Archived' };

const groupNames: Record<SearchGroup, string> = { none: 'Not grouped', site: 'By source', month: 'By month' };

/** The words of narrowing results down. */
export const filterWords = {
  title: 'Filters',
  button: (active: number) => (active === 0 ? 'Filter' : `Filter, ${formatNumber(active)} active`),
  close: 'Close the filters',
  facets,
  states,
  active: 'Active filters',
  chip: (facet: string, value: string) => `${facet}: ${value}`,
  remove: (facet: string, value: string) => `Remove the filter ${facet}: ${value}`,
  clearAll: 'Clear all',
  between: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
  since: (from: string) => `from ${from}`,
  until: (to: string) => `until ${to}`,
  showAll: (count: number) => `Show all ${formatNumber(count)}`,
  showFewer: 'Show fewer',
  find: (facet: string) => `Find: ${facet.toLowerCase()}`,
  noneFound: 'None has that in its name.',
  nothingToFilter: 'Search for something, and what was found can be narrowed down here.',
  failed: 'What the results have in common could not be counted.',
  group: 'Group by',
  groups: groupNames,
  ungrouped: { site: 'No source known', month: 'No date known' },
  nothingTitle: 'Nothing left',
  nothing: 'No article is found within these filters.',
} as const;
