import type { ArticleId } from '../../contract/ids.ts';
import type { KeptMedia } from '../extract/article-draft.ts';
import { MEDIA_TYPES } from '../extract/html/media-type.ts';
import type { StoredArticle } from './changes.ts';
import type { ReadableDatabase } from './open-database.ts';
import { prepareOnce } from './prepare-once.ts';
import { readBody } from './stored-articles.ts';

/** The videos and sounds that the library keeps of an article, those of earlier versions too. */
export function listMedia(database: ReadableDatabase, id: ArticleId): KeptMedia[] {
  const rows = prepareOnce(database, 'SELECT i.sha256, i.media_type FROM article_images i JOIN articles a ON a.n = i.article WHERE a.id = ?').all(id);
  return rows.flatMap(({ sha256, media_type: stored }) => {
    const mediaType = MEDIA_TYPES.find((type) => type === stored);
    return mediaType ? [{ sha256: String(sha256), mediaType }] : [];
  });
}

/** Whether the article at one of some canonical addresses plays a video or a sound: then whoever fetches it again wants them again. */
export function playsMediaAt(database: ReadableDatabase, canonicalUrls: readonly string[]): boolean {
  return canonicalUrls.some((url) => {
    const row = prepareOnce(database, 'SELECT n FROM articles WHERE canonical_url = ? AND trashed = 0 ORDER BY n LIMIT 1').get(url);
    return row !== undefined && /<(?:video|audio) src="images\//.test(readBody(database, Number(row['n'])).html);
  });
}

/** Whether content of the same page plays a video or a sound that the article does not. */
export function bringsMedia(database: ReadableDatabase, id: ArticleId, { images, canonicalUrl }: Pick<StoredArticle, 'images' | 'canonicalUrl'>): boolean {
  const brought = images.filter(({ mediaType }) => MEDIA_TYPES.some((type) => type === mediaType));
  if (brought.length === 0 || canonicalUrl === null) return false;
  // The same text may stand on another page: that one has no say in this article.
  const row = prepareOnce(database, 'SELECT n FROM articles WHERE id = ? AND canonical_url = ?').get(id, canonicalUrl);
  if (!row) return false;
  const { html } = readBody(database, Number(row['n']));
  return brought.some(({ sha256 }) => !html.includes(`"images/${sha256}"`));
}
