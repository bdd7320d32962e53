import { z } from 'zod';
import type { Article } from '../../contract/articles.ts';
import { ArticleId } from '../../contract/ids.ts';
import { countRows, selectIds, selectRows, type ArticleOrder, type ArticleSelection } from './article-rows.ts';
import type { ReadableDatabase } from './open-database.ts';
import { ArticleRow, readBody, SELECT_ARTICLES, type ArticleBody } from './stored-articles.ts';

export type ListQuery = ArticleSelection & ArticleOrder;

/** How many articles a selection has: counted, or remembered (see ListTotals). */
export type CountTotal = (database: ReadableDatabase, selection: ArticleSelection) => number;

/** One page of a list, and how many articles the whole list has. */
export function listArticles(database: ReadableDatabase, query: ListQuery, countTotal: CountTotal = countRows): { total: number; articles: Article[] } {
  const total = countTotal(database, query);
  const rows = database
    .prepare(`${SELECT_ARTICLES} JOIN json_each(:rows) page ON a.n = page.value ORDER BY page.key`)
    .all({ rows: JSON.stringify(selectRows(database, query, query)) });
  return { total, articles: rows.map((row) => toArticle(ArticleRow.parse(row))) };
}

const Ids = z.array(ArticleId);

/** The ids of a part of a list, and how many the whole list has. */
export function listIds(database: ReadableDatabase, query: ListQuery, countTotal: CountTotal = countRows): { total: number; ids: ArticleId[] } {
  return { total: countTotal(database, query), ids: Ids.parse(JSON.parse(selectIds(database, query, query))) };
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
