import type { ResultFilters } from '../../contract/result-filters.ts';
import type { Histogram } from '../../contract/search.ts';
import { countDates } from './date-histogram.ts';
import { countFacet, countFacets, type FacetCounts } from './facet-rows.ts';
import type { ReadableDatabase } from './open-database.ts';
import { keepChosen, selectChosenRows } from './result-filter-rows.ts';

export interface NarrowedCounts extends FacetCounts {
  readonly histogram?: Histogram;
}

interface CountOptions {
  /** So many values of each facet. */
  readonly limit: number;
  readonly filters: ResultFilters | undefined;
  readonly histogram: boolean;
}

/**
 * Counts what the given articles have within what was chosen. A facet's own choice does not count for it, so that further
 * values can be chosen beside the first.
 */
export function countNarrowed(database: ReadableDatabase, rows: readonly number[], { limit, filters, histogram }: CountOptions): NarrowedCounts {
  const chosen = selectChosenRows(database, filters);
  const counts = countFacets(database, keepChosen(rows, chosen), limit);
  const facets = { ...counts.facets };
  for (const facet of chosen.keys()) {
    if (facet === 'date') continue;
    facets[facet] = countFacet(database, keepChosen(rows, chosen, facet), facet, limit, filters?.[facet] ?? []);
  }
  const withoutDates = keepChosen(rows, chosen, 'date');
  if (chosen.has('date')) {
    facets.year = countFacet(database, withoutDates, 'year', limit, []);
    facets.month = countFacet(database, withoutDates, 'month', limit, []);
  }
  const range = { from: filters?.from ?? null, to: filters?.to ?? null };
  return { ...counts, facets, ...(histogram ? { histogram: countDates(database, withoutDates, range) } : {}) };
}
