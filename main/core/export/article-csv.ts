import type { Article } from '../../contract/articles.ts';
import { writeLine } from './table-line.ts';

/** An article, and what it scored where it was searched for. */
export interface ScoredArticle {
  readonly article: Article;
  readonly score: number | null;
}

const COLUMNS: readonly (readonly [name: string, value: (scored: ScoredArticle) => string | number | null])[] = [
  ['title', ({ article }) => article.title],
  ['byline', ({ article }) => article.byline],
  ['date', ({ article }) => article.published],
  ['site', ({ article }) => article.site],
  ['url', ({ article }) => article.url],
  ['language', ({ article }) => article.language],
  ['words', ({ article }) => article.wordCount],
  ['tags', ({ article }) => article.tags.join('; ')],
  ['collections', ({ article }) => article.collections.join('; ')],
  ['id', ({ article }) => article.id],
  ['score', ({ score }) => score],
];

/** The names of the columns, as a line. */
export const CSV_HEADER = writeLine(COLUMNS.map(([name]) => name));

/** Articles as lines of RFC 4180. */
export function articlesToCsv(articles: readonly ScoredArticle[]): string {
  return articles.map((scored) => writeLine(COLUMNS.map(([, value]) => value(scored)))).join('');
}
