import { decodeText } from '../decode-text.ts';
import type { DecodedText } from '../decode-text.ts';

/** Browsers look for the declaration in the first 1024 bytes; pages that were saved with a long head have it later. */
const PRESCAN_BYTES = 8_192;
const LEAST_SHARE_OF_TEXT = 0.75;
/** Charsets that only ever served to smuggle markup past a check. */
const NEVER = /^(?:utf-?7|unicode-1-1-utf-7|iso-2022-(?:kr|cn|cn-ext)|hz-gb-2312|replacement|x-user-defined)$/i;

/**
 * A page's bytes as text: the byte order mark, else what its meta tags declare where the bytes bear it out, else what
 * reads best. Throws LibraryError `not-text` for binary data.
 *
 * @param stated the charset that the file around the page gives; as in browsers it counts for more than the page's own words
 */
export function decodeHtml(bytes: Uint8Array, stated?: string): DecodedText {
  const readable = withoutStrayNuls(bytes);
  return decodeText(readable, stated ?? findDeclaredCharset(readable));
}

/** Browsers skip NUL bytes in a page. Elsewhere, and where every other byte is one, they mean binary data or UTF-16. */
function withoutStrayNuls(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(0) || !/^\s*<[a-z!?/]/i.test(new TextDecoder('latin1').decode(bytes.subarray(0, 100)))) return bytes;
  const kept = bytes.filter((byte) => byte !== 0);
  return kept.length > bytes.length * LEAST_SHARE_OF_TEXT ? kept : bytes;
}

/**
 * The charset that a page's own meta tags name, after the prescan of the HTML standard: comments do not count, and
 * UTF-16 means UTF-8, for if it were UTF-16 the tag could not have been read. UTF-7 is never a charset.
 */
export function findDeclaredCharset(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES)).replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  for (const [, attributes = ''] of start.matchAll(/<meta(?=[\s/])((?:"[^"]*"|'[^']*'|[^'">])*)/gi)) {
    const charset = charsetOfMeta(readAttributes(attributes));
    if (charset === undefined || charset === '' || NEVER.test(charset)) continue;
    return /^utf-?16/i.test(charset) ? 'utf-8' : charset.toLowerCase();
  }
  return undefined;
}

function charsetOfMeta(attributes: ReadonlyMap<string, string>): string | undefined {
  const charset = attributes.get('charset');
  if (charset !== undefined || attributes.get('http-equiv')?.toLowerCase() !== 'content-type') return charset?.trim();
  return /charset\s*=\s*["']?\s*([^\s;"']+)/i.exec(attributes.get('content') ?? '')?.[1];
}

/** The first of each name counts. */
function readAttributes(source: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of source.matchAll(/([^\s"'/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g)) {
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, double ?? single ?? bare ?? '');
  }
  return attributes;
}
