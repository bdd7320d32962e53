import type { ArticleId } from '../../contract/ids.ts';
import { readBlob } from './blobs.ts';
import type { LibraryFolder } from './library-folder.ts';
import type { ReadableDatabase } from './open-database.ts';

/** An image of an article, or undefined where the article has none of this hash. */
export function readImage(database: ReadableDatabase, folder: LibraryFolder, id: ArticleId, sha256: string): { mediaType: string; bytes: Uint8Array } | undefined {
  const row = database
    .prepare('SELECT i.media_type FROM article_images i JOIN articles a ON a.n = i.article WHERE a.id = ? AND i.sha256 = ?')
    .get(id, sha256);
  const bytes = row && readBlob(folder.blobs, sha256);
  return bytes && { mediaType: String(row['media_type']), bytes };
}
