import type { Article, ArticleSort } from '../../contract/articles.ts';
import type { ArticleId } from '../../contract/ids.ts';
import type { ReadableDatabase } from './open-database.ts';
import { ArticleRow, readBody, SELECT_ARTICLES, type ArticleBody } from './stored-articles.ts';

export interface ListQuery {
  readonly limit: number;
  readonly offset: number;
  readonly sort: ArticleSort;
  readonly in: 'library' | 'trash' | 'unread';
  /** Only these. */
  readonly ids?: readonly ArticleId[] | undefined;
}

const ORDER: Readonly<Record<ArticleSort, string>> = {
  added: 'a.added DESC, a.n DESC',
  published: 'a.published_key DESC NULLS LAST, a.n DESC',
  title: 'a.title COLLATE NOCASE, a.n',
};

const PLACE: Readonly<Record<ListQuery['in'], string>> = {
  library: 'a.trashed = 0',
  trash: 'a.trashed = 1',
  unread: 'a.trashed = 0 AND a.read = 0',
};

/** One page of a list, and how many articles the whole list has. */
export function listArticles(database: ReadableDatabase, query: ListQuery): { total: number; articles: Article[] } {
  const where = query.ids ? `${PLACE[query.in]} AND a.id IN (SELECT value FROM json_each(:ids))` : PLACE[query.in];
  const bound = query.ids ? { ids: JSON.stringify(query.ids) } : {};
  const total = Number(database.prepare(`SELECT count(*) AS total FROM articles a WHERE ${where}`).get(bound)?.['total'] ?? 0);
  const rows = database
    .prepare(`${SELECT_ARTICLES} WHERE ${where} ORDER BY ${ORDER[query.sort]} LIMIT :limit OFFSET :offset`)
    .all({ ...bound, limit: query.limit, offset: query.offset });
  return { total, articles: rows.map((row) => toArticle(ArticleRow.parse(row))) };
}

/** One article, in the trash or not. */
export function findArticle(database: ReadableDatabase, id: ArticleId): Article | undefined {
  const row = findRow(database, id);
  return row && toArticle(row);
}

/** One article with its body, in the trash or not. */
export function findArticleWithBody(database: ReadableDatabase, id: ArticleId): ({ article: Article } & ArticleBody) | undefined {
  const row = findRow(database, id);
  return row && { article: toArticle(row), ...readBody(database, row.n) };
}

function findRow(database: ReadableDatabase, id: ArticleId): ArticleRow | undefined {
  const found = database.prepare(`${SELECT_ARTICLES} WHERE a.id = ?`).get(id);
  return found && ArticleRow.parse(found);
}

function toArticle(row: ArticleRow): Article {
  return {
    id: row.id,
    title: row.title,
    byline: row.byline,
    published: row.published,
    publishedPrecision: row.published_precision,
    site: row.site,
    url: row.url,
    language: row.language,
    wordCount: row.word_count,
    excerpt: row.excerpt,
    tags: row.tags,
    collections: row.collections,
    state: { read: row.read, favourite: row.favourite, archived: row.archived, trashed: row.trashed },
    added: row.added,
    source: { kind: row.source_kind, name: row.source_name, sha256: row.source_sha256 },
    related: row.related,
    guessed: row.guessed,
    extra: row.extra,
  };
}
