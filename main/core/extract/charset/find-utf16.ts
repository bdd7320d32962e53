import { COMMON_HANGUL, COMMON_KANJI, COMMON_SIMPLIFIED, COMMON_TRADITIONAL } from './common-characters.ts';

const COMMON = [COMMON_SIMPLIFIED, COMMON_TRADITIONAL, COMMON_KANJI, COMMON_HANGUL];
const SAMPLE_BYTES = 32 * 1024;

/**
 * The byte order of UTF-16 without a byte order mark, or undefined where the bytes are something else. Both orders are
 * tried; the text must consist of ordinary characters nearly throughout, which neither binary data nor the other
 * order gives.
 */
export function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 8) return undefined;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const little = ordinaryShare(sample, 0);
  const big = ordinaryShare(sample, 1);
  if (Math.max(little, big) < 0.7) return undefined;
  return little >= big ? 'utf-16le' : 'utf-16be';
}

/** The share of code units that ordinary text is made of; `high` is 0 where the low byte comes first, else 1. */
function ordinaryShare(bytes: Uint8Array, high: 0 | 1): number {
  const units = Math.floor(bytes.length / 2);
  let ordinary = 0;
  for (let unit = 0; unit < units; unit += 1) {
    const first = bytes[unit * 2] ?? 0;
    const second = bytes[unit * 2 + 1] ?? 0;
    ordinary += ordinariness(high === 0 ? first | (second << 8) : (first << 8) | second);
  }
  return ordinary / units;
}

/** 1 for what ordinary text is made of, a half for rarer ideographs and syllables, else 0. */
function ordinariness(code: number): number {
  if (code < 0x80) return code >= 0x20 || code === 0x0a || code === 0x0d || code === 0x09 ? 1 : 0;
  if (code < 0x250) return code >= 0xa0 ? 1 : 0;
  if (code >= 0x370 && code < 0x700) return 1; // Greek to Arabic
  if (code >= 0x2010 && code <= 0x203a) return 1;
  if (code >= 0x3001 && code <= 0x30ff) return 1;
  if (code >= 0xff01 && code <= 0xff5e) return 1;
  const character = String.fromCharCode(code);
  if (COMMON.some((common) => common.has(character))) return 1;
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3) ? 0.5 : 0;
}
