import { readIndexArticle } from '../store/index-rows.ts';
import type { ReadableDatabase } from '../store/open-database.ts';
import { dateKey, type IndexDocument } from './index-document.ts';

/**
 * An article outside the trash as the index takes it, or undefined.
 *
 * @throws when its text in the database cannot be read
 */
export function readDocument(database: ReadableDatabase, n: number): IndexDocument | undefined {
  const article = readIndexArticle(database, n);
  if (!article) return undefined;
  const { id, version, language, publishedKey, title, byline, text } = article;
  return { n, id, version, language, published: dateKey(publishedKey), fields: { title: Buffer.from(title), body: text, byline: Buffer.from(byline ?? '') } };
}
