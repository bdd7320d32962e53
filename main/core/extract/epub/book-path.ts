/** A place in the archive and a place in that file. */
export interface BookPlace {
  /** With `/` between folders, from the archive's root. */
  readonly path: string;
  /** Empty where the address names the file as a whole. */
  readonly fragment: string;
}

/** Never asked for anything: it only makes the path of an archive an address that can be resolved. */
const ROOT = 'http://book.invalid/';

/**
 * Where an address in one file of a book leads. `from`: that file's path. Paths that climb above the root stay at the root, as
 * in a browser, and all are only keys of the archive. Undefined for an address outside of the book.
 */
export function resolveInBook(href: string, from: string): BookPlace | undefined {
  const url = URL.parse(href.trim(), ROOT + from.split('/').map(encodeURIComponent).join('/'));
  if (url === null || !url.href.startsWith(ROOT)) return undefined;
  return { path: decode(url.pathname.slice(1)), fragment: decode(url.hash.slice(1)) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A bare percent sign is part of the name.
    return text;
  }
}
