import { crc32, inflateRawSync, zstdDecompressSync } from 'node:zlib';
import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import { ByteReader, readerOf } from './byte-reader.ts';
import { brokenOff, damagedFile, tooTight } from './damage.ts';
import { inflateStream, isOfZlib } from './inflate-stream.ts';
import { inMemory, type RandomBytes } from './random-bytes.ts';
import type { UnpackBudget } from './unpack-budget.ts';
import { protectedEntry, type ZipRecord } from './zip-directory.ts';

const LOCAL_HEADER = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const ZSTD = 93;
/** Packed files up to this size are unpacked in one go, which is many times faster than as a stream. */
const SMALL_BYTES = 1024 * 1024;
/** Local headers are seldom longer. */
const LIKELY_HEADER_BYTES = 512;

/**
 * The unpacked bytes of one file of a zip archive. They are read when they are asked for; what is wrong with them shows
 * then: the sum and the length at the end.
 *
 * @throws LibraryError `protected`, `unsupported-format`, `malformed`, `too-large`, here or while it is read
 */
export function openZipContent(file: RandomBytes, record: ZipRecord, budget: UnpackBudget): ByteReader {
  if (record.isEncrypted) throw protectedEntry();
  if (![STORED, DEFLATED, ZSTD].includes(record.method)) {
    throw new LibraryError('unsupported-format', 'This file is packed in a way that Carrel does not know. Unpack the archive with the program that made it and import the files.');
  }
  if (record.sizeBytes > LIMITS.archiveEntryFreeBytes && record.sizeBytes > record.packedBytes * LIMITS.archiveRatio) throw tooTight();
  const { head, dataOffset } = readLocalHeader(file, record);
  if (dataOffset + record.packedBytes > file.sizeBytes) throw brokenOff('This file');
  if (record.packedBytes > SMALL_BYTES || record.sizeBytes > LIMITS.articleFileBytes) return streamOf(file, record, dataOffset, budget);
  const end = dataOffset + record.packedBytes - record.offset;
  const packed = end <= head.length ? head.subarray(dataOffset - record.offset, end) : file.read(dataOffset, record.packedBytes);
  return readerOf(inMemory(unpackSmall(packed, record, budget)));
}

/** Whether a file is encrypted, although the directory may not say so. */
export function isEncryptedInPlace(file: RandomBytes, record: ZipRecord): boolean {
  const head = file.read(record.offset, LOCAL_HEADER_BYTES);
  return record.isEncrypted || (head.length === LOCAL_HEADER_BYTES && head.readUInt32LE(0) === LOCAL_HEADER && (head.readUInt16LE(6) & 1) !== 0);
}

function readLocalHeader(file: RandomBytes, { offset, packedBytes }: ZipRecord): { head: Buffer; dataOffset: number } {
  // With the file itself where that is small: one call instead of two.
  const head = file.read(offset, LIKELY_HEADER_BYTES + (packedBytes > SMALL_BYTES ? 0 : packedBytes));
  if (head.length < LOCAL_HEADER_BYTES || head.readUInt32LE(0) !== LOCAL_HEADER) throw damagedFile();
  if ((head.readUInt16LE(6) & 1) !== 0) throw protectedEntry();
  return { head, dataOffset: offset + LOCAL_HEADER_BYTES + head.readUInt16LE(26) + head.readUInt16LE(28) };
}

function unpackSmall(packed: Buffer, record: ZipRecord, budget: UnpackBudget): Buffer {
  budget.spendBytes(record.sizeBytes);
  const bytes = inflateSmall(packed, record);
  if (bytes.length !== record.sizeBytes || crc32(bytes) !== record.crc) throw damagedFile();
  return bytes;
}

function inflateSmall(packed: Buffer, { method, sizeBytes }: ZipRecord): Buffer {
  if (method === STORED) return packed;
  // Not a byte more than the directory says: it would be another file.
  const options = { maxOutputLength: Math.max(1, sizeBytes) };
  try {
    return method === ZSTD ? zstdDecompressSync(packed, options) : inflateRawSync(packed, options);
  } catch (error) {
    throw isOfZlib(error) ? damagedFile(error) : error;
  }
}

function streamOf(file: RandomBytes, record: ZipRecord, dataOffset: number, budget: UnpackBudget): ByteReader {
  const packed = readerOf(file, dataOffset, dataOffset + record.packedBytes);
  const unpacked = record.method === STORED ? packed : inflateStream(packed, record.method === ZSTD ? 'zstd' : 'deflate', budget);
  return checked(unpacked, record);
}

/** The same bytes, of which the last are only given if all of them are what was packed. */
function checked(reader: ByteReader, { sizeBytes, crc }: ZipRecord): ByteReader {
  let left = sizeBytes;
  let sum = 0;
  return new ByteReader({
    next: async () => {
      const some = await reader.readSome(Number.MAX_SAFE_INTEGER);
      if (some === undefined && left === 0 && sum === crc) return undefined;
      if (some === undefined || some.length > left) throw damagedFile();
      left -= some.length;
      sum = crc32(some, sum);
      return some;
    },
  });
}
