import type { NewArticle } from '../store/library-store.ts';

/** About what an article takes in memory and in a batch, in bytes. */
export function sizeOfArticle({ content, blobs }: NewArticle): number {
  return content.html.length + content.text.length + blobs.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
}
