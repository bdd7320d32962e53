import { LibraryError } from '../../contract/errors.ts';
import { checkUtf8 } from './charset/check-utf8.ts';
import { chooseLegacyCharset } from './charset/choose-legacy-charset.ts';
import { decodeUtf32 } from './charset/decode-utf32.ts';
import { findUtf16 } from './charset/find-utf16.ts';
import { looksBinary } from './charset/looks-binary.ts';

export interface DecodedText {
  /** Line ends are `\n`; no byte order mark, no NUL. */
  readonly text: string;
  /** The charset's WHATWG name in lower case (`utf-32le` and `utf-32be` besides). */
  readonly charset: string;
  /** From 0 to 1. 1 where the bytes themselves leave no doubt. */
  readonly confidence: number;
}

interface Choice {
  readonly charset: string;
  readonly confidence: number;
}

/**
 * From bytes to text, whatever the charset. `declared` is what a header or a meta tag named.
 *
 * The order of trust: a byte order mark; UTF-16 by its pattern; real ISO-2022-JP escapes; UTF-8 that is valid but for a
 * few places; the declaration, if the bytes can be read by it; the legacy charset whose text reads best.
 *
 * Throws LibraryError `not-text` for binary data.
 */
export function decodeText(bytes: Uint8Array, declared?: string): DecodedText {
  const utf32 = decodeUtf32(bytes);
  if (utf32 !== undefined) return { ...utf32, text: tidy(utf32.text), confidence: 1 };
  const { charset, confidence } = chooseCharset(bytes, declared);
  return { text: tidy(new TextDecoder(charset).decode(bytes)), charset, confidence };
}

function chooseCharset(bytes: Uint8Array, declared: string | undefined): Choice {
  const marked = charsetOfMark(bytes);
  if (marked !== undefined) return { charset: marked, confidence: 1 };
  const binary = looksBinary(bytes);
  // Every other byte of UTF-16 is a NUL or, in East Asian text, often a control character.
  const wide = binary || bytes.includes(0) ? findUtf16(bytes) : undefined;
  if (wide !== undefined) return { charset: wide, confidence: 0.95 };
  if (binary) throw new LibraryError('not-text', 'This file holds binary data, not text.');
  if (isIso2022Jp(bytes)) return { charset: 'iso-2022-jp', confidence: 0.95 };
  const utf8 = checkUtf8(bytes);
  if (utf8.broken === 0 && !utf8.truncated) return { charset: 'utf-8', confidence: 1 };
  // A few bad bytes must not turn every accent of a good text into two strange letters.
  if (utf8.sequences >= 2 && utf8.broken <= Math.max(1, utf8.sequences / 10)) return { charset: 'utf-8', confidence: 0.9 };
  const stated = readableDeclaration(bytes, declared);
  if (stated !== undefined) return { charset: stated, confidence: 0.95 };
  if (utf8.sequences === 1 && utf8.broken === 0) return { charset: 'utf-8', confidence: 0.7 };
  return chooseAmongRest(bytes);
}

/** UTF-16 of Chinese or Japanese without a single ASCII character holds no NUL, so it competes here. */
function chooseAmongRest(bytes: Uint8Array): Choice {
  const legacy = chooseLegacyCharset(bytes);
  if (legacy.confidence < 0.5 && bytes.length % 2 === 0) {
    const wide = findUtf16(bytes);
    if (wide !== undefined) return { charset: wide, confidence: 0.7 };
  }
  return legacy;
}

function charsetOfMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/**
 * ISO-2022-JP is made of ASCII bytes, so a page that claims it can hide markup from every check. It is believed only where
 * its escapes are there and what they enclose is Japanese, with kana.
 */
function isIso2022Jp(bytes: Uint8Array): boolean {
  if (!bytes.includes(0x1b)) return false;
  const ascii = new TextDecoder('latin1').decode(bytes);
  const enclosed = [...ascii.matchAll(/\x1b\$[@B]([\x21-\x7e\r\n]*)\x1b\([BJ]/g)].reduce((sum, run) => sum + (run[1] ?? '').length / 2, 0);
  if (enclosed === 0) return false;
  const text = tryDecode(bytes, 'iso-2022-jp');
  if (text === undefined) return false;
  return (text.match(/[\u3041-\u30fe]/g) ?? []).length >= enclosed * 0.15;
}

/** The declared charset's name if there is such a charset and it decodes the bytes without an error. */
function readableDeclaration(bytes: Uint8Array, declared: string | undefined): string | undefined {
  if (declared === undefined) return undefined;
  let charset: string;
  try {
    charset = new TextDecoder(declared.trim()).encoding;
  } catch {
    // Not a charset of the web, `utf-7` among them: as good as no declaration.
    return undefined;
  }
  // Without a mark and without NULs these would have been found above; in a page they are always a mistake.
  if (charset.startsWith('utf-16') || charset === 'iso-2022-jp') return undefined;
  return tryDecode(bytes, charset) === undefined ? undefined : charset;
}

function tryDecode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    // `fatal` reports bytes that the charset does not have by throwing: here that is an answer.
    return undefined;
  }
}

function tidy(text: string): string {
  return text.replace(/\r\n?/g, '\n').replaceAll('\0', '').replace(/^\ufeff/, '');
}
