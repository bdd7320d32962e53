import type { Article } from '../../contract/articles.ts';
import type { ArticleId } from '../../contract/ids.ts';
import { selectAllRows, selectIds, type ArticleOrder, type ArticleSelection } from './article-rows.ts';
import { ListMemory } from './list-memory.ts';
import type { ReadableDatabase } from './open-database.ts';
import { ArticleRow, readBody, SELECT_ARTICLES, type ArticleBody } from './stored-articles.ts';

export type ListQuery = ArticleSelection & ArticleOrder;

/** One page of a list, and how many articles the whole list has. */
export function listArticles(database: ReadableDatabase, query: ListQuery, memory = new ListMemory()): { total: number; articles: Article[] } {
  const { total, rows } = memory.page(database, query);
  const found = database
    .prepare(`${SELECT_ARTICLES} JOIN json_each(:rows) page ON a.n = page.value ORDER BY page.key`)
    .all({ rows: JSON.stringify(rows) });
  return { total, articles: found.map((row) => toArticle(ArticleRow.parse(row))) };
}

/** The ids of a part of a list, and how many the whole list has. */
export function listIds(database: ReadableDatabase, query: ListQuery, memory = new ListMemory()): { total: number; ids: ArticleId[] } {
  return { total: memory.total(database, query), ids: selectIds(database, query, query) };
}

export type PositionQuery = ArticleSelection & Pick<ArticleOrder, 'sort'> & { readonly id: ArticleId };

/** The row of an article in a list, from 0; null when it is not in it. */
export function findPosition(database: ReadableDatabase, { id, ...query }: PositionQuery): number | null {
  const found = database.prepare('SELECT n FROM articles WHERE id = ?').get(id);
  const position = found ? selectAllRows(database, query, query.sort).indexOf(Number(found['n'])) : -1;
  return position === -1 ? null : position;
}

/** One article, in the trash or not. */
export function findArticle(database: ReadableDatabase, id: ArticleId): Article | undefined {
  const row = findRow(database, id);
  return row && toArticle(row);
}

/** Those of some articles that there are, in their order. */
export function findArticles(database: ReadableDatabase, ids: readonly ArticleId[]): Article[] {
  const found = database.prepare(`${SELECT_ARTICLES} JOIN json_each(:ids) given ON a.id = given.value ORDER BY given.key`).all({ ids: JSON.stringify(ids) });
  return found.map((row) => toArticle(ArticleRow.parse(row)));
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
    corrected: row.corrected,
    extra: row.extra,
  };
}
