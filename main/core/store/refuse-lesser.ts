import type { ArticleId } from '../../contract/ids.ts';
import { CHECK_TITLE, MISSING_TITLE } from '../base/refusing-title.ts';
import { findArticle, findArticleWithBody } from './list-articles.ts';
import type { Refusal } from './library-store.ts';
import type { ReadableDatabase } from './open-database.ts';
import { sharesText } from './shares-text.ts';

/** Words: an article below is too short to tell. */
const LONG = 200;
/** What holds less than this part of the words is what sites show to those who are not logged in, or in place of an article. */
const PART = 0.4;

/**
 * Keeps a good copy from being followed by what its site gives in its place now: a page that says no, however much stands around that, or
 * a few lines. Undefined where the new content may be an article.
 */
export function refuseLesser(database: ReadableDatabase, id: ArticleId, content: { readonly title: string; readonly text: string; readonly wordCount: number }): Refusal | undefined {
  const before = findArticle(database, id);
  const code = before && refusesBy(content.title);
  if (code && !sharesText(findArticleWithBody(database, id)?.text ?? '', content.text)) return { code, message: `The site now says “${content.title.slice(0, 80)}” at this address. The article was left as it was.` };
  if (!before || before.wordCount < LONG || content.wordCount >= before.wordCount * PART) return undefined;
  return {
    code: 'login-needed',
    message: `The site now gives only ${content.wordCount} of the ${before.wordCount} words that the library has, as sites do for those who are not logged in. The article was left as it was.`,
  };
}

/** Only where it begins so. An article may begin so, too, and then still tells what it told. */
function refusesBy(title: string): Refusal['code'] | undefined {
  const words = title.trim();
  if (CHECK_TITLE.test(words)) return 'site-refused';
  const at = words.search(MISSING_TITLE);
  return at >= 0 && !/\p{L}/u.test(words.slice(0, at).replace(/^error\b/i, '')) ? 'page-missing' : undefined;
}
