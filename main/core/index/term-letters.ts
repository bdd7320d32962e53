import { decodeUtf8 } from './bytes.ts';

/**
 * The letters (UTF-16 code units) of a table's terms, one after the other: a twentieth of what as many strings take,
 * and as fast to read.
 */
export interface TermLetters {
  /** May be longer than the letters. */
  readonly units: Uint16Array;
  /** The same memory. */
  readonly bytes: Buffer;
  /** Where each term begins; one more than terms. */
  readonly starts: Uint32Array;
  /** See `letterMask`. */
  readonly masks: Uint32Array;
}

export function readTerm({ bytes, starts }: TermLetters, number: number): string {
  return bytes.toString('utf16le', (starts[number] ?? 0) * 2, (starts[number + 1] ?? 0) * 2);
}

/** @param blocks front-coded terms, see term-table.ts: shared bytes, own bytes and the own ones of each */
export function readLetters(blocks: Uint8Array, count: number): TermLetters {
  // A text never has more UTF-16 units than UTF-8 bytes: there is room.
  const units = new Uint16Array(countBytes(blocks, count));
  const starts = new Uint32Array(count + 1);
  const masks = new Uint32Array(count);
  /** The bytes of the term before, where these are not its letters. */
  let bytes: Uint8Array | undefined;
  let at = 0;
  let before = 0;
  let length = 0;
  for (let term = 0; term < count; term += 1) {
    // Terms are short: see `countBytes`.
    let shared = blocks[at] ?? 0;
    at += 1;
    if (shared > 127) {
      shared = (shared & 127) | ((blocks[at] ?? 0) << 7);
      at += 1;
    }
    let rest = blocks[at] ?? 0;
    at += 1;
    if (rest > 127) {
      rest = (rest & 127) | ((blocks[at] ?? 0) << 7);
      at += 1;
    }
    const start = length;
    const from = start + shared;
    let all = 0;
    let mask = 0;
    if (!bytes) {
      for (let unit = start; unit < from; unit += 1) {
        const letter = units[unit - start + before] ?? 0;
        units[unit] = letter;
        mask |= 1 << (letter & 31);
      }
      length = from + rest;
      for (let unit = from; unit < length; unit += 1) {
        const letter = blocks[unit - from + at] ?? 0;
        units[unit] = letter;
        mask |= 1 << (letter & 31);
        all |= letter;
      }
    }
    if (bytes || all > 127) {
      const own = joinBytes(bytes?.subarray(0, shared) ?? units.subarray(before, before + shared), blocks.subarray(at, at + rest));
      length = start + decodeInto(units, start, own);
      mask = letterMask(units, start, length);
      bytes = own.every((byte) => byte < 128) ? undefined : own;
    }
    at += rest;
    before = start;
    masks[term] = mask;
    starts[term + 1] = length;
  }
  return { units, bytes: Buffer.from(units.buffer), starts, masks };
}

/**
 * Which letters a word has, one bit for each, several letters sharing a bit. An edit takes at most one letter out of
 * the set and puts one in.
 */
export function letterMask(units: Uint16Array, from: number, to: number): number {
  let mask = 0;
  for (let at = from; at < to; at += 1) mask |= 1 << ((units[at] ?? 0) & 31);
  return mask;
}

/** Of all the terms. */
function countBytes(blocks: Uint8Array, count: number): number {
  let sum = 0;
  let at = 0;
  for (let number = 0; number < count * 2; number += 1) {
    let value = blocks[at] ?? 0;
    at += 1;
    if (value > 127) {
      value = (value & 127) | ((blocks[at] ?? 0) << 7);
      at += 1;
    }
    sum += value;
    if (number % 2 === 1) at += value;
  }
  return sum;
}

function joinBytes(shared: Uint8Array | Uint16Array, rest: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(shared.length + rest.length);
  bytes.set(shared);
  bytes.set(rest, shared.length);
  return bytes;
}

function decodeInto(units: Uint16Array, at: number, bytes: Uint8Array): number {
  const text = decodeUtf8(bytes, 0, bytes.length);
  for (let index = 0; index < text.length; index += 1) units[at + index] = text.charCodeAt(index);
  return text.length;
}
