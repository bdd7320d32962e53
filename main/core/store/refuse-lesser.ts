import type { ArticleId } from '../../contract/ids.ts';
import { findArticle } from './list-articles.ts';
import type { Refusal } from './library-store.ts';
import type { ReadableDatabase } from './open-database.ts';

/** Words: an article below is too short to tell. */
const LONG = 200;
/** What holds less than this part of the words is what sites show to those who are not logged in, or in place of an article. */
const PART = 0.4;

/** Keeps a good copy from being followed by the few lines that its site gives now. Undefined where the new content may be one. */
export function refuseLesser(database: ReadableDatabase, id: ArticleId, content: { readonly wordCount: number }): Refusal | undefined {
  const before = findArticle(database, id);
  if (!before || before.wordCount < LONG || content.wordCount >= before.wordCount * PART) return undefined;
  return {
    code: 'login-needed',
    message: `The site now gives only ${content.wordCount} of the ${before.wordCount} words that the library has, as sites do for those who are not logged in. The article was left as it was.`,
  };
}
