import { VALUE_FACETS, type FilterState, type ResultFilters, type ValueFacet } from '../../main/contract/result-filters.ts';
import { formatPublished, LOCALE } from '../app/format.ts';
import { toggleValue } from '../app/filter-parameters.ts';
import { filterWords } from '../app/filter-words.ts';

/** One thing that is filtered by, in words, and the filters without it. */
export interface ActiveFilter {
  readonly key: string;
  readonly facet: string;
  readonly value: string;
  readonly without: ResultFilters;
}

export function listActiveFilters(filters: ResultFilters): ActiveFilter[] {
  const values = VALUE_FACETS.flatMap((facet) =>
    filters[facet].map((value) => ({
      key: `${facet} ${value}`,
      facet: filterWords.facets[facet],
      value: nameValue(facet, value),
      without: toggleValue(filters, facet, value),
    })),
  );
  const range = describeRange(filters);
  return range === null ? values : [...values, { key: 'date', facet: filterWords.facets.date, value: range, without: { ...filters, from: null, to: null } }];
}

/** `Feb 1987`, `26 Feb 1987 – 3 Mar 1987`: as short as it can be said; null where no range is chosen. */
export function describeRange({ from, to }: Pick<ResultFilters, 'from' | 'to'>): string | null {
  const day = (date: string) => formatPublished(date, 'short');
  if (from === null) return to && filterWords.until(day(to));
  if (to === null) return filterWords.since(day(from));
  const length = from.endsWith('-01-01') && to.endsWith('-12-31') ? 4 : from.endsWith('-01') && isLastOfMonth(to) ? 7 : 10;
  return filterWords.between(day(from.slice(0, length)), day(to.slice(0, length)));
}

const DAY_MS = 86_400_000;

function isLastOfMonth(day: string): boolean {
  return new Date(Date.parse(day) + DAY_MS).getUTCDate() === 1;
}

/** What a value of a facet is called. */
export function nameValue(facet: ValueFacet, value: string): string {
  if (facet === 'state') return isState(value) ? filterWords.states[value] : value;
  if (facet === 'collection') return value.split('/').join(' / ');
  return facet === 'language' ? nameLanguage(value) : value;
}

const languageNames = new Intl.DisplayNames(LOCALE, { type: 'language' });

function nameLanguage(tag: string): string {
  try {
    return languageNames.of(tag) ?? tag;
  } catch {
    // A file may state any language; what is no tag is called what it calls itself.
    return tag;
  }
}

function isState(value: string): value is FilterState {
  return Object.hasOwn(filterWords.states, value);
}
