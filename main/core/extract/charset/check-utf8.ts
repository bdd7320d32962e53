import { isAscii } from 'node:buffer';

/** What the bytes hold if they are read as UTF-8. */
export interface Utf8Check {
  /** Well-formed sequences of two to four bytes. */
  readonly sequences: number;
  /** Places where no well-formed sequence begins. */
  readonly broken: number;
  /** The last character lacks its end, as in a download that broke off. It is not counted as broken. */
  readonly truncated: boolean;
}

/** Counts well-formed and broken multi-byte sequences (RFC 3629: no overlong forms, no surrogates). Linear. */
export function checkUtf8(bytes: Uint8Array): Utf8Check {
  if (isAscii(bytes)) return { sequences: 0, broken: 0, truncated: false };
  let sequences = 0;
  let broken = 0;
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
      at += 1;
      continue;
    }
    const length = sequenceLength(lead);
    const valid = validTrail(bytes, at, length);
    if (length > 0 && valid === length) sequences += 1;
    else if (length > 0 && at + valid === bytes.length) return { sequences, broken, truncated: true };
    else broken += 1;
    at += Math.max(1, valid);
  }
  return { sequences, broken, truncated: false };
}

/** How many bytes a sequence with this lead byte has; 0 where none may begin with it. */
function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  if (lead >= 0xf0 && lead <= 0xf4) return 4;
  return 0;
}

/** How many of the sequence's bytes, with the lead, are as they must be. */
function validTrail(bytes: Uint8Array, at: number, length: number): number {
  const lead = bytes[at] ?? 0;
  for (let index = 1; index < length; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return index;
    const low = index === 1 && lead === 0xe0 ? 0xa0 : index === 1 && lead === 0xf0 ? 0x90 : 0x80;
    const high = index === 1 && lead === 0xed ? 0x9f : index === 1 && lead === 0xf4 ? 0x8f : 0xbf;
    if (byte < low || byte > high) return index;
  }
  return length;
}
