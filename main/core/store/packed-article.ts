import v8 from 'node:v8';
import type { NewArticle } from './library-store.ts';

/**
 * An article on its way from the worker that read it to the one that stores it, as bytes. The library's thread only
 * passes it on: as objects, a hundred thousand articles would leave it hundreds of megabytes of garbage.
 */
export type PackedArticle = Uint8Array<ArrayBuffer>;

export function packArticle(article: NewArticle): PackedArticle {
  return new Uint8Array(v8.serialize(article));
}

/** Only for what `packArticle` made in this program: nothing is checked. */
export function unpackArticle(packed: PackedArticle): NewArticle {
  return v8.deserialize(packed);
}
