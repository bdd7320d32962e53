import type { ArticleId } from '../../contract/ids.ts';
import { canonicalAddress } from '../base/canonical-address.ts';
import type { NewArticle } from './library-store.ts';
import type { ReadableDatabase } from './open-database.ts';
import { prepareOnce } from './prepare-once.ts';
import { sharesText } from './shares-text.ts';
import { readBody } from './stored-articles.ts';

/**
 * A page that was fetched may say that it is known by another address than it has. Where there is an article of that address, it is
 * believed only if it tells what that article tells: a site that gives all of its pages one address would have each of them take the
 * place of the one before, and whoever can put a page on a site that of any article there. What is not believed keeps its own address.
 *
 * @param unfetched the article that is to be fetched from where it comes from
 */
export function doubtClaim(database: ReadableDatabase, article: NewArticle, unfetched?: ArticleId): NewArticle {
  const { content, fetchedFrom = [] } = article;
  const url = fetchedFrom.at(-1);
  if (url === undefined || content.canonicalUrl === null || fetchedFrom.some((own) => canonicalAddress(own) === content.canonicalUrl)) return article;
  const there = prepareOnce(database, 'SELECT n, id FROM articles WHERE canonical_url = ? ORDER BY trashed, n LIMIT 1').get(content.canonicalUrl);
  if (!there || there['id'] === unfetched || sharesText(readBody(database, Number(there['n'])).text, content.text)) return article;
  return { ...article, content: { ...content, url, canonicalUrl: canonicalAddress(url) } };
}
