import { LibraryError } from '../../../contract/errors.ts';
import { MOST_LEVELS, MOST_VALUES } from './plist-value.ts';
import type { PlistValue } from './plist-value.ts';

const HEADER_BYTES = 8;
const TRAILER_BYTES = 32;

interface Layout {
  readonly bytes: Buffer;
  readonly count: number;
  readonly top: number;
  readonly refSize: number;
  readonly offsetOf: (object: number) => number;
}

/**
 * A binary property list (`bplist00`). Objects may be shared and even hold themselves, so a small file can stand for a value
 * without end: both depth and the number of values are bounded.
 *
 * Throws LibraryError `malformed`, `too-deep`, `too-large`.
 */
export function readBinaryPlist(source: Uint8Array): PlistValue {
  const layout = readLayout(Buffer.from(source.buffer, source.byteOffset, source.byteLength));
  let left = MOST_VALUES;
  const read = (object: number, level: number): PlistValue => {
    left -= 1;
    if (left < 0) throw new LibraryError('too-large', 'This web archive holds more values than a saved page has. It cannot be read safely.');
    if (level > MOST_LEVELS) throw new LibraryError('too-deep', 'This web archive has too many values inside one another. It cannot be read safely.');
    if (object >= layout.count) throw broken();
    return readObject(layout, layout.offsetOf(object), (inner) => read(inner, level + 1));
  };
  return read(layout.top, 0);
}

function readLayout(bytes: Buffer): Layout {
  if (bytes.length < HEADER_BYTES + TRAILER_BYTES) throw broken();
  const trailer = bytes.subarray(bytes.length - TRAILER_BYTES);
  const offsetSize = trailer[6] ?? 0;
  const refSize = trailer[7] ?? 0;
  const [count, top, table] = [8, 16, 24].map((at) => Number(trailer.readBigUInt64BE(at)));
  const isSize = (size: number): boolean => size >= 1 && size <= 8;
  if (count === undefined || top === undefined || table === undefined || !isSize(offsetSize) || !isSize(refSize)) throw broken();
  if (table + count * offsetSize > bytes.length) throw broken();
  return { bytes, count, top, refSize, offsetOf: (object) => readUint(bytes, table + object * offsetSize, offsetSize) };
}

/** One object. `read` follows a reference. */
function readObject({ bytes, refSize }: Layout, offset: number, read: (object: number) => PlistValue): PlistValue {
  const marker = readUint(bytes, offset, 1);
  const kind = marker >> 4;
  if (![0x4, 0x5, 0x6, 0x7, 0xa, 0xc, 0xd].includes(kind)) return null;
  const { length, start } = readLength(bytes, offset, marker & 0x0f);
  const slice = (size: number): Buffer => {
    if (start + size > bytes.length) throw broken();
    return bytes.subarray(start, start + size);
  };
  const follow = (index: number): PlistValue => read(readUint(bytes, start + index * refSize, refSize));
  switch (kind) {
    case 0x4:
      return slice(length);
    case 0x5:
    case 0x7:
      return slice(length).toString('utf8');
    case 0x6:
      return new TextDecoder('utf-16be').decode(slice(length * 2));
    case 0xd: {
      const entries: [string, PlistValue][] = [];
      slice(length * 2 * refSize);
      for (let index = 0; index < length; index += 1) {
        const key = follow(index);
        if (typeof key === 'string') entries.push([key, follow(length + index)]);
      }
      return new Map(entries);
    }
    default: {
      const values: PlistValue[] = [];
      slice(length * refSize);
      for (let index = 0; index < length; index += 1) values.push(follow(index));
      return values;
    }
  }
}

/** A length up to 14 stands in the marker, a longer one in an integer after it. */
function readLength(bytes: Buffer, offset: number, inMarker: number): { readonly length: number; readonly start: number } {
  if (inMarker < 0x0f) return { length: inMarker, start: offset + 1 };
  const size = 2 ** (readUint(bytes, offset + 1, 1) & 0x0f);
  if (size > 8) throw broken();
  return { length: readUint(bytes, offset + 2, size), start: offset + 2 + size };
}

function readUint(bytes: Buffer, offset: number, size: number): number {
  if (offset < 0 || offset + size > bytes.length) throw broken();
  let value = 0;
  for (let at = offset; at < offset + size; at += 1) value = value * 256 + (bytes[at] ?? 0);
  return value;
}

function broken(): LibraryError {
  return new LibraryError('malformed', 'This web archive is damaged. Save the page again, or import it as HTML.');
}
