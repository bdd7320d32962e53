import type { ArticlePlace, ArticleSort } from '../../contract/articles.ts';
import type { ArticleId } from '../../contract/ids.ts';
import type { ReadableDatabase } from './open-database.ts';

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
  trash: 'a.trashed = 1',
};

/** How many articles there are. */
export function countRows(database: ReadableDatabase, selection: ArticleSelection): number {
  const { where, bound } = conditions(selection);
  return Number(database.prepare(`SELECT count(*) AS total FROM articles a WHERE ${where}`).get(bound)?.['total'] ?? 0);
}

/** The row numbers of one page, in order. Only indexes are walked, however deep the page lies. */
export function selectRows(database: ReadableDatabase, selection: ArticleSelection, order: ArticleOrder): number[] {
  const { where, bound } = conditions(selection);
  const rows = database.prepare(`SELECT a.n FROM articles a WHERE ${where} ${page(order)}`).all({ ...bound, ...bounds(order) });
  return rows.map(({ n }) => Number(n));
}

/** The same for ids, of which there may be very many: one JSON array is a tenth of the work of as many rows. */
export function selectIds(database: ReadableDatabase, selection: ArticleSelection, order: ArticleOrder): string {
  const { where, bound } = conditions(selection);
  const row = database
    .prepare(`SELECT json_group_array(id) AS ids FROM (SELECT a.id FROM articles a WHERE ${where} ${page(order)})`)
    .get({ ...bound, ...bounds(order) });
  return String(row?.['ids'] ?? '[]');
}

function page({ sort }: ArticleOrder): string {
  return `ORDER BY ${ORDER[sort]} LIMIT :limit OFFSET :offset`;
}

function bounds({ limit, offset }: ArticleOrder) {
  return { limit, offset };
}

function conditions({ in: place, tag, collection, site, ids }: ArticleSelection): { where: string; bound: Record<string, string> } {
  const where = [PLACE[place]];
  const bound: Record<string, string> = {};
  if (tag !== undefined) {
    where.push('a.n IN (SELECT article FROM article_tags WHERE tag = :tag)');
    bound['tag'] = tag;
  }
  if (collection !== undefined) {
    // '0' is the character after '/': between the two lies all that begins with the path and a slash.
    where.push("a.n IN (SELECT article FROM article_collections WHERE path = :collection OR (path > :collection || '/' AND path < :collection || '0'))");
    bound['collection'] = collection;
  }
  if (site !== undefined) {
    where.push('a.site = :site');
    bound['site'] = site;
  }
  if (ids !== undefined) {
    where.push('a.id IN (SELECT value FROM json_each(:ids))');
    bound['ids'] = JSON.stringify(ids);
  }
  return { where: where.join(' AND '), bound };
}
