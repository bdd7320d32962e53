import zlib from 'node:zlib';
import { LIMITS } from '../base/limits.ts';

/*
 * One record: length of the frame (u32), change number (u64), CRC-32 of those twelve bytes and the frame (u32), all
 * little-endian, then one zstd frame of UTF-8 JSON. Each frame is decoded by itself: Node's zstd stops without a
 * word after the first of several frames.
 */
export const RECORD_HEADER_BYTES = 16;
const ZSTD_MAGIC = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

/** What stands at one place of a journal file. */
export type JournalEntry =
  | { kind: 'record'; offset: number; end: number; change: number; frame: Buffer }
  /** Bytes that are no record although records follow: the disk or another program changed them. */
  | { kind: 'damage'; offset: number; end: number }
  /** Bytes at the end that are no whole record: a write that was cut off. */
  | { kind: 'torn'; offset: number; end: number };

export function encodeJournalRecord(change: number, json: string | Uint8Array): Buffer {
  const frame = zlib.zstdCompressSync(json);
  const record = Buffer.alloc(RECORD_HEADER_BYTES + frame.length);
  record.writeUInt32LE(frame.length, 0);
  record.writeBigUInt64LE(BigInt(change), 4);
  record.writeUInt32LE(zlib.crc32(frame, zlib.crc32(record.subarray(0, 12))), 12);
  frame.copy(record, RECORD_HEADER_BYTES);
  return record;
}

/** The record's JSON text. Throws if it inflates past the limit. */
export function decodeJournalFrame(frame: Buffer): string {
  return zlib.zstdDecompressSync(frame, { maxOutputLength: LIMITS.journalRecordBytes }).toString('utf8');
}

/** Walks one journal file's bytes from `start`, past damage to the next whole record. */
export function* scanJournal(bytes: Buffer, start = 0): Generator<JournalEntry> {
  let offset = start;
  while (offset < bytes.length) {
    const record = readRecordAt(bytes, offset);
    if (record) {
      yield record;
      offset = record.end;
      continue;
    }
    const next = findNextRecord(bytes, offset + 1);
    yield { kind: next === undefined ? 'torn' : 'damage', offset, end: next ?? bytes.length };
    offset = next ?? bytes.length;
  }
}

function readRecordAt(bytes: Buffer, offset: number): Extract<JournalEntry, { kind: 'record' }> | undefined {
  const frameStart = offset + RECORD_HEADER_BYTES;
  if (frameStart > bytes.length) return undefined;
  const end = frameStart + bytes.readUInt32LE(offset);
  if (end > bytes.length) return undefined;
  const frame = bytes.subarray(frameStart, end);
  const sum = zlib.crc32(frame, zlib.crc32(bytes.subarray(offset, offset + 12)));
  if (sum !== bytes.readUInt32LE(offset + 12)) return undefined;
  return { kind: 'record', offset, end, change: Number(bytes.readBigUInt64LE(offset + 4)), frame };
}

function findNextRecord(bytes: Buffer, from: number): number | undefined {
  for (let magic = bytes.indexOf(ZSTD_MAGIC, from); magic !== -1; magic = bytes.indexOf(ZSTD_MAGIC, magic + 1)) {
    const offset = magic - RECORD_HEADER_BYTES;
    if (offset >= from && readRecordAt(bytes, offset)) return offset;
  }
  return undefined;
}
