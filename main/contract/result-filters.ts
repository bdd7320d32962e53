import { z } from 'zod';

/** `1987-02-26`: a day that there is. */
export const Day = z.iso.date();

/** The marks by which results can be narrowed down. */
export const FilterState = z.enum(['unread', 'read', 'favourite', 'archived']);
export type FilterState = z.infer<typeof FilterState>;

/** So many values of one facet can be chosen at once. */
export const MOST_VALUES = 100;

const values = z.array(z.string().min(1).max(1_000)).max(MOST_VALUES).default([]);

/**
 * What the results of a search are narrowed down to: any of the values of a facet, and all facets that have some. They say
 * which articles are in the answer and never change a score.
 */
export const ResultFilters = z.object({
  site: values,
  tag: values,
  /** Paths, each with what lies below it. */
  collection: values,
  /** As the article's language is written: BCP 47. */
  language: values,
  state: z.array(FilterState).max(FilterState.options.length).default([]),
  /** The first and the last day; null is open. All of the time that is known of an article's date lies between them. */
  from: Day.nullable().default(null),
  to: Day.nullable().default(null),
});
export type ResultFilters = z.infer<typeof ResultFilters>;

/** The facets whose values are chosen by name. */
export const VALUE_FACETS = ['site', 'tag', 'collection', 'language', 'state'] as const;
export type ValueFacet = (typeof VALUE_FACETS)[number];

export const NO_FILTERS: ResultFilters = { site: [], tag: [], collection: [], language: [], state: [], from: null, to: null };

/** How many things are asked for: each value, and the range of dates as one. */
export function countFilters(filters: ResultFilters): number {
  const values = VALUE_FACETS.reduce((sum, facet) => sum + filters[facet].length, 0);
  return values + Number(filters.from !== null || filters.to !== null);
}
