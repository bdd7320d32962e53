import type { ResultFilters } from '../../contract/result-filters.ts';
import { FIELDS } from '../index/fields.ts';
import type { SearchIndex } from '../index/search-index.ts';
import { selectFilterRows } from '../store/filter-rows.ts';
import type { ReadableDatabase } from '../store/open-database.ts';
import { keepChosen, selectChosenRows } from '../store/result-filter-rows.ts';
import { RowSet } from '../store/row-set.ts';
import { newestAdded, selectAddedAfter } from '../store/smart-collections.ts';
import { listRows } from './list-rows.ts';
import { QueryMatcher } from './match-query.ts';
import { parseQuery } from './query-language/parse-query.ts';
import { SearchCosts } from './search-costs.ts';

export interface SavedRequest {
  readonly query: string;
  readonly filters: ResultFilters;
  /** What was added after this moment is new. */
  readonly looked: string;
}

export interface SavedCounts {
  readonly total: number;
  readonly fresh: number;
  /** When the newest article of the library came. What comes later has a later time: one writer adds one after the other. */
  readonly upTo: string;
}

/**
 * Counts what a saved search finds, without scores.
 *
 * @throws TooMuch
 */
export function countSaved(index: SearchIndex, database: ReadableDatabase, { query, filters, looked }: SavedRequest): SavedCounts {
  const matcher = new QueryMatcher(index, (filter) => selectFilterRows(database, filter), new SearchCosts());
  const { root } = parseQuery(query, { fields: FIELDS, typing: false, now: new Date() });
  const rows = keepChosen(listRows(matcher, root), selectChosenRows(database, filters));
  const upTo = newestAdded(database);
  const fresh = upTo > looked ? new RowSet(selectAddedAfter(database, looked)).count(rows) : 0;
  return { total: rows.length, fresh, upTo };
}
