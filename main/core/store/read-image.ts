import type { ArticleId } from '../../contract/ids.ts';
import { readBlobPart } from './blobs.ts';
import type { LibraryFolder } from './library-folder.ts';
import type { ReadableDatabase } from './open-database.ts';

export interface ImagePart {
  readonly mediaType: string;
  /** A slice of the file; of an image all from there on. */
  readonly bytes: Uint8Array;
  /** Of all of it. */
  readonly fileBytes: number;
}

/** Of videos and sounds, so much is read at a time: all of one would be much to hold in memory. */
const SLICE_BYTES = 4 * 1024 * 1024;

/** An image, a video or a sound of an article from a place on, or undefined where the article has none of this hash. */
export function readImage(database: ReadableDatabase, folder: LibraryFolder, { id, sha256, from }: { readonly id: ArticleId; readonly sha256: string; readonly from: number }): ImagePart | undefined {
  const row = database
    .prepare('SELECT i.media_type FROM article_images i JOIN articles a ON a.n = i.article WHERE a.id = ? AND i.sha256 = ?')
    .get(id, sha256);
  if (!row) return undefined;
  const mediaType = String(row['media_type']);
  const part = readBlobPart(folder.blobs, sha256, from, mediaType.startsWith('image/') ? Number.POSITIVE_INFINITY : SLICE_BYTES);
  return part && { mediaType, ...part };
}
