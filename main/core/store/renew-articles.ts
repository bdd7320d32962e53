import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { ArticleId } from '../../contract/ids.ts';
import type { ExtractedAgain } from '../../contract/originals.ts';
import type { Operation, StoredArticle } from './changes.ts';
import { readVersionNumber } from './go-back.ts';
import { keepOwn } from './keep-own.ts';
import type { LibraryStore, NewArticle } from './library-store.ts';
import { readStoredArticle } from './stored-articles.ts';
import { selectExisting } from './store-queries.ts';

/** What reading an article's file once more gave. */
export interface RenewedArticle {
  readonly id: ArticleId;
  readonly article: NewArticle;
}

type Left = ExtractedAgain['left'][number];

const Missing = z.object({ missingImages: z.array(z.string()) });

/**
 * Gives articles the content that their own files gave once more, as one change; what they had before becomes a version. Labels, state and
 * the facts that the user stated stay. Left as they are: those of which the same came out, and those that would lose pictures.
 */
export function renewArticles(store: LibraryStore, renewed: readonly RenewedArticle[]): ExtractedAgain {
  const answer: ExtractedAgain = { changed: [], same: [], left: [] };
  const others: ArticleId[] = [];
  store.commit((apply) => {
    for (const { id, article } of renewed) {
      const before = readStoredArticle(store.database, id);
      const left = whyLeft(before, article.content, id);
      if (!before || left) {
        if (left) answer.left.push(left);
        continue;
      }
      const content: StoredArticle = { ...keepOwn(store.database, id, article.content), id, added: before.added, tags: before.tags, collections: before.collections };
      if (isSame(before, content)) {
        answer.same.push(id);
        if (before.extractor !== content.extractor) others.push(id);
        continue;
      }
      const version = readVersionNumber(store.database, id) ?? 0;
      const isTrashed = selectExisting(store.database, [id], { kind: 'trashed', is: true }).length > 0;
      store.writeBlobs(article.blobs);
      apply({ do: 'update', article: content, keep: true });
      // New content takes an article out of the trash; the same file read better does not.
      if (isTrashed) apply({ do: 'trash', ids: [id] });
      answer.changed.push({ id, version });
    }
    const [first] = renewed;
    const extractor = first?.article.content.extractor;
    if (others.length > 0 && extractor !== undefined) apply({ do: 'set-extractor', ids: others, extractor } satisfies Operation);
  });
  return answer;
}

function whyLeft(before: StoredArticle | undefined, content: NewArticle['content'], id: ArticleId): Left | undefined {
  if (!before) return { id, code: 'not-found', message: 'This article was deleted for good meanwhile.' };
  if (before.source.sha256 !== content.source.sha256) return { id, code: 'interrupted', message: 'This article got new content while its file was read again. It was left as it is.' };
  const lost = countPictures(before.html) - countPictures(content.html);
  const known = new Set(missingOf(before.extra));
  // Fewer pictures alone may well be better: some belong to the page around the article.
  if (lost > 0 && missingOf(content.extra).some((picture) => !known.has(picture))) {
    return { id, code: 'file-missing', message: 'Its pictures came from files beside the imported one, which are not kept with it. Import the page with its folder again to have all of it read anew.' };
  }
  return undefined;
}

/** The pictures that an article shows, each once. Those of earlier contents stay in the library and are not meant. */
function countPictures(html: string): number {
  return new Set(html.match(/"images\/[0-9a-f]{64}"/g)).size;
}

function missingOf(extra: StoredArticle['extra']): readonly string[] {
  return Missing.safeParse(extra).data?.missingImages ?? [];
}

/** Whether nothing that a reader or the search would see is another. */
function isSame(before: StoredArticle, after: StoredArticle): boolean {
  const shown = (article: StoredArticle) => JSON.parse(JSON.stringify({ ...article, extractor: 0, images: [], original: null }));
  return isDeepStrictEqual(shown(before), shown(after));
}
