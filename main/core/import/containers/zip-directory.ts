import { crc32 } from 'node:zlib';
import { LibraryError } from '../../../contract/errors.ts';
import { readerOf, type ByteReader } from './byte-reader.ts';
import { damagedArchive } from './damage.ts';
import { decodeEntryName } from './decode-entry-name.ts';
import type { RandomBytes } from './random-bytes.ts';

/* The directory of a zip archive, by PKWARE's APPNOTE.TXT 6.3. */

/** What an archive says of one of its files. Nothing of it can be trusted before the file was unpacked. */
export interface ZipRecord {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'device';
  readonly isEncrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly sizeBytes: number;
  /** Where its local header begins. */
  readonly offset: number;
}

/** Where the directory lies, and by how much all places in it are off, because something was put before the archive. */
export interface ZipDirectory {
  readonly start: number;
  readonly end: number;
  readonly shift: number;
}

const RECORD = 0x02014b50;
const RECORD_BYTES = 46;
const END_BYTES = 22;
const END_SIGNATURE = Buffer.from('PK\u0005\u0006', 'latin1');
const END64_LOCATOR = 0x07064b50;
const END64 = 0x06064b50;
const MOST_COMMENT_BYTES = 0xffff;
const UNIX = 3;

/** Undefined where there is none: the archive breaks off, or is none. */
export function findZipDirectory(file: RandomBytes): ZipDirectory | undefined {
  const tailStart = Math.max(0, file.sizeBytes - MOST_COMMENT_BYTES - END_BYTES);
  const tail = file.read(tailStart, file.sizeBytes - tailStart);
  let empty: ZipDirectory | undefined;
  // A comment may hold what looks like an end; the first that leads to a directory is it.
  for (let at = tail.lastIndexOf(END_SIGNATURE); at !== -1; at = at === 0 ? -1 : tail.lastIndexOf(END_SIGNATURE, at - 1)) {
    const found = at + END_BYTES <= tail.length ? readEnd(file, tail.subarray(at, at + END_BYTES), tailStart + at) : undefined;
    if (found !== undefined && found.end > found.start) return found;
    empty ??= found;
  }
  return empty;
}

function readEnd(file: RandomBytes, end: Buffer, endAt: number): ZipDirectory | undefined {
  const large = readEnd64(file, endAt);
  const sizeBytes = large?.sizeBytes ?? end.readUInt32LE(12);
  const offset = large?.offset ?? end.readUInt32LE(16);
  const directoryEnd = large?.at ?? endAt;
  const start = directoryEnd - sizeBytes;
  // By its size it ends here. Where that leads nowhere, its offset may.
  for (const [candidate, shift] of [[start, start - offset], [offset, 0]] as const) {
    if (candidate < 0 || candidate > directoryEnd) continue;
    const isEmpty = candidate === directoryEnd && sizeBytes === 0;
    if (isEmpty || isRecordAt(file, candidate)) return { start: candidate, end: directoryEnd, shift };
  }
  return undefined;
}

function isRecordAt(file: RandomBytes, offset: number): boolean {
  const signature = file.read(offset, 4);
  return signature.length === 4 && signature.readUInt32LE(0) === RECORD;
}

/** The end of an archive of more than 4 GB or 65,535 files. */
function readEnd64(file: RandomBytes, endAt: number): { sizeBytes: number; offset: number; at: number } | undefined {
  const locator = endAt < 20 ? Buffer.alloc(0) : file.read(endAt - 20, 20);
  if (locator.length < 20 || locator.readUInt32LE(0) !== END64_LOCATOR) return undefined;
  const stated = Number(locator.readBigUInt64LE(8));
  for (const at of [stated, endAt - 20 - 56]) {
    const end = at < 0 || at > file.sizeBytes ? Buffer.alloc(0) : file.read(at, 56);
    if (end.length < 56 || end.readUInt32LE(0) !== END64) continue;
    return { sizeBytes: Number(end.readBigUInt64LE(40)), offset: Number(end.readBigUInt64LE(48)), at };
  }
  return undefined;
}

/**
 * Every record of the directory, in its order.
 *
 * @throws LibraryError `malformed` where it is damaged; the records before that were given
 */
export async function* readZipDirectory(file: RandomBytes, { start, end, shift }: ZipDirectory): AsyncGenerator<ZipRecord> {
  const reader = readerOf(file, start, end);
  for (;;) {
    const next = await reader.peek(4);
    if (next.length < 4) return;
    if (next.readUInt32LE(0) !== RECORD) {
      // Behind the records may stand a signature, which nobody checks.
      if (next.toString('latin1') === 'PK\u0005\u0005') return;
      throw damagedArchive('This zip archive');
    }
    yield await readRecord(reader, shift);
  }
}

async function readRecord(reader: ByteReader, shift: number): Promise<ZipRecord> {
  const fixed = await reader.read(RECORD_BYTES);
  if (fixed.length < RECORD_BYTES) throw damagedArchive('This zip archive');
  const nameBytes = fixed.readUInt16LE(28);
  const extraBytes = fixed.readUInt16LE(30);
  const variable = await reader.read(nameBytes + extraBytes + fixed.readUInt16LE(32));
  const rawName = variable.subarray(0, nameBytes);
  const extra = variable.subarray(nameBytes, nameBytes + extraBytes);
  const [sizeBytes = 0, packedBytes = 0, offset = 0] = read64(extra, [fixed.readUInt32LE(24), fixed.readUInt32LE(20), fixed.readUInt32LE(42)]);
  const name = decodeEntryName(unicodePath(extra, rawName) ?? rawName).replaceAll('\\', '/');
  return {
    name,
    kind: kindOf(name, fixed.readUInt8(5), fixed.readUInt16LE(40)),
    // Bit 0: encrypted. Bit 6: strongly, which may stand alone.
    isEncrypted: (fixed.readUInt16LE(8) & 0x41) !== 0,
    method: fixed.readUInt16LE(10),
    crc: fixed.readUInt32LE(16),
    packedBytes,
    sizeBytes,
    offset: offset + shift,
  };
}

/** Folders are known by the slash at the end of their names, on all systems. */
function kindOf(name: string, madeOn: number, unixMode: number): ZipRecord['kind'] {
  if (name.endsWith('/')) return 'folder';
  const type = madeOn === UNIX ? unixMode & 0xf000 : 0;
  if (type === 0xa000) return 'link';
  return type === 0 || type === 0x8000 ? 'file' : type === 0x4000 ? 'folder' : 'device';
}

/** The fields of 32 bits that are full stand in an extra field with 64, in this order. */
function read64(extra: Buffer, fields: readonly number[]): number[] {
  const wide = findExtra(extra, 0x0001);
  let at = 0;
  return fields.map((field) => {
    if (field !== 0xffffffff || wide === undefined || at + 8 > wide.length) return field;
    at += 8;
    return Number(wide.readBigUInt64LE(at - 8));
  });
}

/** Info-ZIP's extra field with the name in UTF-8, if it still belongs to this name. */
function unicodePath(extra: Buffer, rawName: Buffer): Buffer | undefined {
  const field = findExtra(extra, 0x7075);
  return field !== undefined && field.length > 5 && field[0] === 1 && field.readUInt32LE(1) === crc32(rawName) ? field.subarray(5) : undefined;
}

function findExtra(extra: Buffer, id: number): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === id) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  }
  return undefined;
}

export function protectedArchive(): LibraryError {
  return new LibraryError('protected', 'This archive is protected by a password. Unpack it with its password and import what it holds.');
}

export function protectedEntry(): LibraryError {
  return new LibraryError('protected', 'This file is protected by a password in its archive. Unpack it with the password and import it.');
}
