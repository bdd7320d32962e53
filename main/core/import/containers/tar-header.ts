import { decodeEntryName } from './decode-entry-name.ts';

/* Blocks by POSIX.1-1988 (ustar), with the extensions of GNU tar and of pax. */

export const BLOCK_BYTES = 512;

export interface TarHeader {
  readonly name: string;
  /** A letter or digit that says what it is: `0` a file, `5` a folder, `x` more about the next entry. */
  readonly type: string;
  readonly sizeBytes: number;
}

/** What a block says of the entry behind it; undefined where it is no header, as its sum tells. */
export function readTarHeader(block: Buffer): TarHeader | undefined {
  const sizeBytes = readNumber(block.subarray(124, 136));
  if (block.length < BLOCK_BYTES || !isSumRight(block) || sizeBytes === undefined) return undefined;
  const type = String.fromCharCode(block[156] ?? 0);
  const isUstar = block.toString('latin1', 257, 262) === 'ustar';
  // Only "ustar\0" has a prefix there; GNU's "ustar " has times.
  const prefix = isUstar && block[262] === 0 ? decodeEntryName(untilNul(block.subarray(345, 500))) : '';
  const name = decodeEntryName(untilNul(block.subarray(0, 100)));
  return { name: prefix === '' ? name : `${prefix}/${name}`, type: type === '\0' ? '0' : type, sizeBytes };
}

/** Whether a file that begins like this is a tar archive: its first header adds up. */
export function looksLikeTar(head: Buffer): boolean {
  return head.length >= BLOCK_BYTES && readTarHeader(head.subarray(0, BLOCK_BYTES)) !== undefined;
}

export function isZeroBlock(block: Buffer): boolean {
  return block.every((byte) => byte === 0);
}

/** The sum of all bytes of the header, its own field read as spaces. Some old programs summed signed bytes. */
function isSumRight(block: Buffer): boolean {
  const stated = readNumber(block.subarray(148, 156));
  let sum = 8 * 0x20;
  let signed = sum;
  for (let at = 0; at < BLOCK_BYTES; at += 1) {
    if (at >= 148 && at < 156) continue;
    const byte = block[at] ?? 0;
    sum += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  return stated !== undefined && (stated === sum || stated === signed);
}

/** Octal digits, or (GNU, for more than 8 GB) bytes behind a first one of 0x80. Undefined for anything else. */
function readNumber(field: Buffer): number | undefined {
  if (field[0] === 0x80) {
    const value = field.subarray(1).reduce((sum, byte) => sum * 256 + byte, 0);
    return Number.isSafeInteger(value) ? value : undefined;
  }
  const digits = field.toString('latin1').replace(/\0[^]*$/, '').trim();
  return /^[0-7]*$/.test(digits) ? Number.parseInt(digits || '0', 8) : undefined;
}

/** Records `LENGTH KEY=VALUE\n`, of which path and size matter here. */
export function readPax(bytes: Buffer): Partial<Pick<TarHeader, 'name' | 'sizeBytes'>> {
  let name: string | undefined;
  let sizeBytes: number | undefined;
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(0x20, at);
    const length = space === -1 ? 0 : Number.parseInt(bytes.toString('latin1', at, space), 10);
    // A record is longer than what says its length.
    if (!(length > space - at)) break;
    const record = bytes.subarray(space + 1, at + length - 1);
    const equals = record.indexOf(0x3d);
    const key = record.toString('latin1', 0, Math.max(0, equals));
    const value = record.subarray(equals + 1);
    if (key === 'path') name = decodeEntryName(value);
    // The true length of a sparse file comes from GNU's own records, of which nothing is read.
    if (key === 'size' && /^\d{1,15}$/.test(value.toString('latin1'))) sizeBytes = Number(value.toString('latin1'));
    at += length;
  }
  return { ...(name === undefined ? {} : { name }), ...(sizeBytes === undefined ? {} : { sizeBytes }) };
}

export function untilNul(bytes: Buffer): Buffer {
  const end = bytes.indexOf(0);
  return end === -1 ? bytes : bytes.subarray(0, end);
}
