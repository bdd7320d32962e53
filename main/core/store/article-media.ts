import type { ArticleId } from '../../contract/ids.ts';
import type { KeptMedia } from '../extract/article-draft.ts';
import { MEDIA_TYPES } from '../extract/html/media-type.ts';
import type { StoredArticle } from './changes.ts';
import type { ReadableDatabase } from './open-database.ts';
import { prepareOnce } from './prepare-once.ts';

/** The videos and sounds that the library keeps of an article. */
export function listMedia(database: ReadableDatabase, id: ArticleId): KeptMedia[] {
  const rows = prepareOnce(database, 'SELECT i.sha256, i.media_type FROM article_images i JOIN articles a ON a.n = i.article WHERE a.id = ?').all(id);
  return rows.flatMap(({ sha256, media_type: stored }) => {
    const mediaType = MEDIA_TYPES.find((type) => type === stored);
    return mediaType ? [{ sha256: String(sha256), mediaType }] : [];
  });
}

/** Whether the library keeps a video or a sound of the article at a canonical address: then whoever fetches it again wants them again. */
export function hasMediaAt(database: ReadableDatabase, canonicalUrl: string): boolean {
  const sql = `SELECT 1 FROM articles a JOIN article_images i ON i.article = a.n WHERE a.canonical_url = ? AND i.media_type IN (SELECT value FROM json_each(?)) LIMIT 1`;
  return prepareOnce(database, sql).get(canonicalUrl, JSON.stringify(MEDIA_TYPES)) !== undefined;
}

/** Whether content has a video or a sound that the article has not. */
export function bringsMedia(database: ReadableDatabase, id: ArticleId, { images }: Pick<StoredArticle, 'images'>): boolean {
  const brought = images.filter(({ mediaType }) => MEDIA_TYPES.some((type) => type === mediaType));
  if (brought.length === 0) return false;
  const has = new Set(listMedia(database, id).map(({ sha256 }) => sha256));
  return brought.some(({ sha256 }) => !has.has(sha256));
}
