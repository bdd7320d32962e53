import type { Root } from 'hast';
import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import { attribute } from '../html/clean-attributes.ts';
import type { LoadEmbedded } from '../html/collect-images.ts';
import { elementsOf } from '../html/walk-tree.ts';
import type { BookArchive } from './open-book.ts';

/**
 * Unpacks the pictures that a text of a book shows, by their paths in the archive, as many as an article may have. One that is
 * damaged is missing like one that is not there.
 */
export async function loadPictures(root: Root, book: BookArchive): Promise<LoadEmbedded> {
  const loaded = new Map<string, Uint8Array>();
  let leftBytes: number = LIMITS.imagesPerArticleBytes;
  const wanted = elementsOf(root).filter(({ tagName }) => tagName === 'img').map((image) => attribute(image, 'src') ?? '');
  for (const path of new Set(wanted)) {
    const entry = book.find(path);
    if (entry === undefined || loaded.size >= LIMITS.imagesPerArticle || entry.sizeBytes > leftBytes) continue;
    const bytes = await readOrNone(() => book.read(entry, LIMITS.imageBytes));
    if (bytes === undefined) continue;
    leftBytes -= bytes.length;
    loaded.set(path, bytes);
  }
  return (path) => loaded.get(path);
}

async function readOrNone(read: () => Promise<Uint8Array>): Promise<Uint8Array | undefined> {
  try {
    return await read();
  } catch (error) {
    // A text without one of its pictures is better than none.
    if (error instanceof LibraryError) return undefined;
    throw error;
  }
}
