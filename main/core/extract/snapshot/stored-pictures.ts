import { LibraryError } from '../../../contract/errors.ts';
import type { LoadEmbedded } from '../html/collect-images.ts';
import { pathBeside } from '../html/collect-images.ts';
import { extractHtml } from '../html/extract-html.ts';
import { resolveAddress } from '../mime/resolve-address.ts';

/** What the library has of an article whose pictures lay beside its page when that was imported. */
export interface StoredPictures {
  /** The article's own markup, in which they stand by their hashes. */
  readonly html: string;
  /** Addresses under which nothing lay. */
  readonly missing: readonly string[];
  readonly pictures: readonly { readonly sha256: string; readonly bytes: Uint8Array }[];
}

const STORED_PICTURE = /<img [^>]*\bsrc="images\/([0-9a-f]{64})"/g;
/** The beginning of a PNG of 99 by 99 pixels: what follows makes each of them another one. */
const STAND_IN = Buffer.from('89504e470d0a1a0a0000000d494844520000006300000063', 'hex');

/**
 * Finds the pictures that lay beside a page by their addresses in it. The library keeps no addresses: the page is read once more, with a stand-in
 * for each picture, and where the stand-ins come out the stored ones stand in the article. Where the two do not agree, as after
 * a change of the article, there are none.
 *
 * @param base where the page lay, as addresses are resolved for `LoadEmbedded`
 */
export function indexStoredPictures(page: string, stored: StoredPictures, base: string | undefined): LoadEmbedded {
  let found: ReadonlyMap<string, Uint8Array> | undefined;
  return (address) => {
    // Most pages that are one file ask for nothing beside it, and need not be read once more.
    found ??= findPictures(page, stored, base);
    return found.get(keyOf(address));
  };
}

function findPictures(page: string, { html, missing, pictures }: StoredPictures, base: string | undefined): ReadonlyMap<string, Uint8Array> {
  const bytesOf = new Map(pictures.map(({ sha256, bytes }) => [sha256, bytes]));
  const absent = new Set(missing.map((address) => pathBeside(address)));
  const readAgain = extractAgain(page, (path) => (absent.has(path) ? undefined : { bytes: Buffer.concat([STAND_IN, Buffer.from(path)]), path }));
  const pathOf = new Map(readAgain?.images.map(({ sha256, bytes }) => [sha256, standsFor(bytes)]));
  const again = hashesIn(readAgain?.html ?? '');
  const stored = hashesIn(html);
  const found = new Map<string, Uint8Array>();
  if (again.length !== stored.length) return new Map();
  for (const [index, sha256] of stored.entries()) {
    const path = pathOf.get(again[index] ?? '');
    const bytes = bytesOf.get(sha256);
    // A picture that stands in the page itself must be the same one.
    if (path === undefined && again[index] !== sha256) return new Map();
    if (path !== undefined && bytes !== undefined) found.set(keyOf(resolveAddress(encodeURI(path), base)), bytes);
  }
  return found;
}

function extractAgain(page: string, loadBeside: Parameters<typeof extractHtml>[1]['loadBeside']): ReturnType<typeof extractHtml> | undefined {
  try {
    return extractHtml(page, { fileName: '', loadBeside });
  } catch (error) {
    // Then the page is shown without them.
    if (error instanceof LibraryError) return undefined;
    throw error;
  }
}

function standsFor(bytes: Uint8Array): string | undefined {
  const all = Buffer.from(bytes);
  return all.subarray(0, STAND_IN.length).equals(STAND_IN) ? all.subarray(STAND_IN.length).toString() : undefined;
}

function hashesIn(html: string): string[] {
  return [...html.matchAll(STORED_PICTURE)].map(([, sha256 = '']) => sha256);
}

/** As files are named: whatever stands behind a question mark or a hash sign is no part of it. */
function keyOf(address: string): string {
  const bare = address.replace(/[?#].*$/s, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    // A percent sign of a file's own name.
    return bare;
  }
}
