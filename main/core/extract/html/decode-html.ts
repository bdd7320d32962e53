import { decodeText } from '../decode-text.ts';
import type { DecodedText } from '../decode-text.ts';

/** Browsers look for the declaration in the first 1024 bytes; pages that were saved with a long head have it later. */
const PRESCAN_BYTES = 8_192;
/** Charsets that only ever served to smuggle markup past a check. */
const NEVER = /^(?:utf-?7|unicode-1-1-utf-7|iso-2022-(?:kr|cn|cn-ext)|hz-gb-2312|replacement|x-user-defined)$/i;

/**
 * A page's bytes as text: the byte order mark, else what its meta tags declare where the bytes bear it out, else what
 * reads best. Throws LibraryError `not-text` for binary data.
 */
export function decodeHtml(bytes: Uint8Array): DecodedText {
  return decodeText(bytes, findDeclaredCharset(bytes));
}

/**
 * The charset that a page's own meta tags name, after the prescan of the HTML standard: comments do not count, and
 * UTF-16 means UTF-8, for if it were UTF-16 the tag could not have been read. UTF-7 is never a charset.
 */
export function findDeclaredCharset(bytes: Uint8Array): string | undefined {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN_BYTES)).replace(/<!--[\s\S]*?(?:-->|$)/g, '');
  for (const [tag] of start.matchAll(/<meta[\s/](?:"[^"]*"|'[^']*'|[^'">])*>?/gi)) {
    const charset = readAttribute(tag, 'charset') ?? charsetOfContent(tag);
    if (charset === undefined || charset === '' || NEVER.test(charset)) continue;
    return /^utf-?16/i.test(charset) ? 'utf-8' : charset.toLowerCase();
  }
  return undefined;
}

function charsetOfContent(tag: string): string | undefined {
  if (readAttribute(tag, 'http-equiv')?.toLowerCase() !== 'content-type') return undefined;
  return /charset\s*=\s*["']?\s*([^\s;"']+)/i.exec(readAttribute(tag, 'content') ?? '')?.[1];
}

function readAttribute(tag: string, name: string): string | undefined {
  const match = new RegExp(`[\\s/"']${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(tag);
  return (match?.[1] ?? match?.[2] ?? match?.[3])?.trim();
}
