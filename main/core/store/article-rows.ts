import { z } from 'zod';
import type { ArticlePlace, ArticleSort } from '../../contract/articles.ts';
import { ArticleId } from '../../contract/ids.ts';
import type { ReadableDatabase } from './open-database.ts';
import { jsonColumn } from './stored-articles.ts';

/** Which articles a list holds. */
export interface ArticleSelection {
  readonly in: ArticlePlace;
  readonly tag?: string | undefined;
  /** A path; what lies below it belongs to it. */
  readonly collection?: string | undefined;
  readonly site?: string | undefined;
  /** Only these. */
  readonly ids?: readonly ArticleId[] | undefined;
}

export interface ArticleOrder {
  readonly sort: ArticleSort;
  readonly limit: number;
  readonly offset: number;
}

const ORDER: Readonly<Record<ArticleSort, string>> = {
  added: 'a.added DESC, a.n DESC',
  published: 'a.published_key DESC NULLS LAST, a.n DESC',
  title: 'a.title COLLATE NOCASE, a.n',
};

const PLACE: Readonly<Record<ArticlePlace, string>> = {
  library: 'a.trashed = 0',
  unread: 'a.trashed = 0 AND a.archived = 0 AND a.read = 0',
  favourites: 'a.trashed = 0 AND a.favourite = 1',
  archive: 'a.trashed = 0 AND a.archived = 1',
  unfetched: "a.trashed = 0 AND a.source_kind = 'address'",
  trash: 'a.trashed = 1',
};

/** The index that holds just this place in just this order; SQLite has no way to know that it is the best by far. */
const INDEXES: Readonly<Record<ArticlePlace, Readonly<Record<ArticleSort, string>>>> = {
  library: { added: 'articles_by_added', published: 'articles_by_published', title: 'articles_by_title' },
  unread: { added: 'unread_by_added', published: 'unread_by_published', title: 'unread_by_title' },
  favourites: { added: 'favourites_by_added', published: 'favourites_by_published', title: 'favourites_by_title' },
  archive: { added: 'archive_by_added', published: 'archive_by_published', title: 'archive_by_title' },
  unfetched: { added: 'unfetched_by_added', published: 'unfetched_by_published', title: 'unfetched_by_title' },
  trash: { added: 'articles_by_added', published: 'articles_by_published', title: 'articles_by_title' },
};

/** How many articles there are. */
export function countRows(database: ReadableDatabase, selection: ArticleSelection): number {
  const { where, bound } = conditions(selection);
  // It tells all places apart but this one.
  const index = selection.in === 'unfetched' ? INDEXES.unfetched.added : 'articles_by_state';
  return Number(database.prepare(`SELECT count(*) AS total FROM articles a INDEXED BY ${index} WHERE ${where}`).get(bound)?.['total'] ?? 0);
}

/** The row numbers of one page, in order. Only an index is walked, however deep the page lies. */
export function selectRows(database: ReadableDatabase, selection: ArticleSelection, order: ArticleOrder): number[] {
  const { sql, bound } = pageOf('a.n', selection, order);
  return database.prepare(sql).all(bound).map(({ n }) => Number(n));
}

/** The row numbers of a whole list, in order. */
export function selectAllRows(database: ReadableDatabase, selection: ArticleSelection, sort: ArticleSort): number[] {
  const { sql, bound } = pageOf('a.n', selection, { sort, offset: 0, limit: -1 });
  return Rows.parse(database.prepare(`SELECT json_group_array(n) AS json FROM (${sql})`).get(bound)).json;
}

/** Whether a list is less than its place. */
export function isFiltered({ tag, collection, site, ids }: ArticleSelection): boolean {
  return [tag, collection, site, ids].some((filter) => filter !== undefined);
}

/** The ids of one page, in order. */
export function selectIds(database: ReadableDatabase, selection: ArticleSelection, order: ArticleOrder): ArticleId[] {
  const { sql, bound } = pageOf('a.id', selection, order);
  return Ids.parse(database.prepare(`SELECT json_group_array(id) AS json FROM (${sql})`).get(bound)).json;
}

// For very many values one JSON array is a tenth of the work of as many rows.
const Rows = z.object({ json: jsonColumn(z.array(z.number())) });
const Ids = z.object({ json: jsonColumn(z.array(ArticleId)) });

/** The query of a page, and what is to be bound to it. */
export function pageOf(column: 'a.n' | 'a.id', selection: ArticleSelection, { sort, limit, offset }: ArticleOrder): { sql: string; bound: Record<string, string | number> } {
  const { where, bound } = conditions(selection);
  const sql = `SELECT ${column} FROM articles a INDEXED BY ${INDEXES[selection.in][sort]} WHERE ${where} ORDER BY ${ORDER[sort]} LIMIT :limit OFFSET :offset`;
  return { sql, bound: { ...bound, limit, offset } };
}

/*
 * A filter is a set of row numbers that is made once and asked for each row of the place's index. The plus keeps SQLite
 * from doing it the other way round: looking up each article of the set and sorting them.
 */
const FILTERS = {
  tag: '+a.n IN (SELECT article FROM article_tags WHERE tag = :tag)',
  // '0' is the character after '/': up to there lies all that begins with the path, and then some that is sifted out.
  collection: `+a.n IN (SELECT article FROM article_collections WHERE path >= :collection AND path < :collection || '0'
    AND (path = :collection OR substr(path, 1, length(:collection) + 1) = :collection || '/'))`,
  site: '+a.n IN (SELECT n FROM articles WHERE site = :site)',
  ids: '+a.n IN (SELECT n FROM articles WHERE id IN (SELECT value FROM json_each(:ids)))',
} as const;

function conditions({ in: place, tag, collection, site, ids }: ArticleSelection): { where: string; bound: Record<string, string> } {
  const where = [PLACE[place]];
  const bound: Record<string, string> = {};
  const filter = (name: keyof typeof FILTERS, value: string | undefined) => {
    if (value === undefined) return;
    where.push(FILTERS[name]);
    bound[name] = value;
  };
  filter('tag', tag);
  filter('collection', collection);
  filter('site', site);
  filter('ids', ids && JSON.stringify(ids));
  return { where: where.join(' AND '), bound };
}
