import type { ArticleDraft, KeptMedia } from '../article-draft.ts';
import { limitExtra } from '../limit-extra.ts';
import { firstField } from '../mime/read-header-fields.ts';
import type { MimePart } from '../mime/read-mime.ts';
import { locationOf } from './index-parts.ts';

/**
 * Set by what Carrel itself saved, on an empty part in the place of a video or a sound: the SHA-256 of its file, which the library keeps beside the
 * article because it may be larger than memory; or `missing`.
 */
export const MEDIA_FIELD = 'carrel-media';
export const MISSING_MEDIA = 'missing';

/**
 * Where the copy of a file lies, by the addresses that it may be had at. Only those in `known` have one: a stranger's file may name what it likes, and
 * an article must not name what the library has not.
 */
export function findKeptMedia(parts: readonly MimePart[], known: readonly KeptMedia[]): (addresses: readonly string[]) => string | undefined {
  const hashes = new Set(known.map(({ sha256 }) => sha256));
  const byAddress = new Map<string, string>();
  for (const part of hashes.size === 0 ? [] : parts) {
    const sha256 = firstField(part.fields, MEDIA_FIELD)?.trim();
    const address = locationOf(part, undefined);
    if (sha256 !== undefined && address !== undefined && hashes.has(sha256)) byAddress.set(address, `images/${sha256}`);
  }
  return (addresses) => addresses.map((address) => byAddress.get(address)).find((path) => path !== undefined);
}

/** An article with the files that its players play, and the addresses of those that could not be had. */
export function addKeptMedia(draft: ArticleDraft, parts: readonly MimePart[], known: readonly KeptMedia[]): ArticleDraft {
  const media = known.filter(({ sha256 }) => draft.html.includes(`"images/${sha256}"`));
  const missing = parts.filter(({ fields }) => firstField(fields, MEDIA_FIELD)?.trim() === MISSING_MEDIA).flatMap((part) => locationOf(part, undefined) ?? []);
  return {
    ...draft,
    ...(media.length === 0 ? {} : { media }),
    ...(missing.length === 0 ? {} : { extra: limitExtra({ missingMedia: missing, ...draft.extra }) }),
  };
}
