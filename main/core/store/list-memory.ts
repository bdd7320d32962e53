import { countRows, isFiltered, selectAllRows, selectRows, type ArticleOrder, type ArticleSelection } from './article-rows.ts';
import type { ReadableDatabase } from './open-database.ts';
import { UntilChange } from './until-change.ts';

/**
 * What a reader remembers of lists while the library does not change. A place's pages come straight from its index and
 * only its total is kept. A filtered list has no index of its own: its row numbers are gathered once, and whoever
 * scrolls through it gets pages of them.
 */
export class ListMemory {
  readonly #totals = new UntilChange<number>(64);
  readonly #rows = new UntilChange<readonly number[]>(8);

  /** The row numbers of one page, and how many the whole list has. */
  page(database: ReadableDatabase, query: ArticleSelection & ArticleOrder): { total: number; rows: readonly number[] } {
    if (!isFiltered(query)) return { total: this.total(database, query), rows: selectRows(database, query, query) };
    const rows = this.#rows.answer(database, nameOf(query, query.sort), () => selectAllRows(database, query, query.sort));
    return { total: rows.length, rows: rows.slice(query.offset, query.offset + query.limit) };
  }

  total(database: ReadableDatabase, selection: ArticleSelection): number {
    return this.#totals.answer(database, nameOf(selection), () => countRows(database, selection));
  }
}

function nameOf({ in: place, tag, collection, site, ids }: ArticleSelection, sort?: string): string {
  return JSON.stringify([place, tag, collection, site, ids, sort]);
}
