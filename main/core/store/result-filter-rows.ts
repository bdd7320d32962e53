import { z } from 'zod';
import { VALUE_FACETS, type FilterState, type ResultFilters } from '../../contract/result-filters.ts';
import { selectFilterRows } from './filter-rows.ts';
import type { ReadableDatabase } from './open-database.ts';
import { prepareOnce } from './prepare-once.ts';
import { RowSet } from './row-set.ts';
import { jsonColumn } from './stored-articles.ts';

export type FilteredFacet = (typeof VALUE_FACETS)[number] | 'date';

/** By facet that something is chosen of, the articles outside the trash that it lets through. */
export function selectChosenRows(database: ReadableDatabase, filters: ResultFilters | undefined): Map<FilteredFacet, RowSet> {
  const chosen = new Map<FilteredFacet, RowSet>();
  if (!filters) return chosen;
  for (const facet of VALUE_FACETS) if (filters[facet].length > 0) chosen.set(facet, new RowSet(selectValues(database, facet, filters[facet])));
  const { from, to } = filters;
  if (from !== null || to !== null) chosen.set('date', new RowSet(selectFilterRows(database, { name: 'date', from: from && `${from}T00:00:00.000Z`, before: to && dayAfter(to) })));
  return chosen;
}

/** Only what all of them let through. */
export function keepChosen(rows: readonly number[], chosen: ReadonlyMap<FilteredFacet, RowSet>, except?: FilteredFacet): readonly number[] {
  const sets = [...chosen].flatMap(([facet, set]) => (facet === except ? [] : [set]));
  return sets.length === 0 ? rows : rows.filter((n) => sets.every((set) => set.has(n)));
}

const STATES: Readonly<Record<FilterState, string>> = { read: 'read = 1', unread: 'read = 0', favourite: 'favourite = 1', archived: 'archived = 1' };

const VALUES = {
  site: 'site IN (SELECT value FROM json_each(:values))',
  language: 'language IN (SELECT value FROM json_each(:values))',
  tag: 'n IN (SELECT article FROM article_tags WHERE tag IN (SELECT value FROM json_each(:values)))',
  // '0' is the character after '/': up to there lies all that begins with a path, and then some that is sifted out.
  collection: `n IN (SELECT article FROM json_each(:values) asked JOIN article_collections held
      ON held.path >= asked.value AND held.path < asked.value || '0'
    WHERE held.path = asked.value OR substr(held.path, 1, length(asked.value) + 1) = asked.value || '/')`,
} as const;

const Rows = z.object({ json: jsonColumn(z.array(z.number())) });

function selectValues(database: ReadableDatabase, facet: keyof typeof VALUES | 'state', values: readonly string[]): number[] {
  const where = facet === 'state' ? Object.entries(STATES).flatMap(([state, condition]) => (values.includes(state) ? [condition] : [])).join(' OR ') : VALUES[facet];
  const statement = prepareOnce(database, `SELECT json_group_array(n) AS json FROM articles WHERE trashed = 0 AND (${where})`);
  return Rows.parse(facet === 'state' ? statement.get() : statement.get({ values: JSON.stringify(values) })).json;
}

function dayAfter(day: string): string {
  const moment = new Date(`${day}T00:00:00.000Z`);
  moment.setUTCDate(moment.getUTCDate() + 1);
  // Past the last year that dates are written with; nothing lies behind it.
  return moment.getUTCFullYear() > 9_999 ? `${day}~` : moment.toISOString();
}
