import type { RandomBytes } from './random-bytes.ts';
import { decodeEntryName } from './decode-entry-name.ts';
import type { ZipRecord } from './zip-directory.ts';

const LOCAL_HEADER_BYTES = 30;
const LOCAL_HEADER = Buffer.from('PK\u0003\u0004', 'latin1');
const RECORD = Buffer.from('PK\u0001\u0002', 'latin1');
const DESCRIPTOR = Buffer.from('PK\u0007\u0008', 'latin1');
const WINDOW_BYTES = 256 * 1024;

/**
 * The files of a zip archive whose directory is missing (a download that broke off) or damaged, by the headers before
 * them. The last may not be there to its end.
 *
 * @param from where to begin
 */
export async function* salvageZip(file: RandomBytes, from = 0): AsyncGenerator<ZipRecord> {
  for (let at = find(file, LOCAL_HEADER, from); at !== undefined; ) {
    const found = readHeader(file, at);
    if (found === undefined) return;
    yield found.record;
    at = find(file, LOCAL_HEADER, found.end);
  }
}

function readHeader(file: RandomBytes, offset: number): { record: ZipRecord; end: number } | undefined {
  const head = file.read(offset, LOCAL_HEADER_BYTES);
  if (head.length < LOCAL_HEADER_BYTES) return undefined;
  const nameBytes = head.readUInt16LE(26);
  const name = decodeEntryName(file.read(offset + LOCAL_HEADER_BYTES, nameBytes)).replaceAll('\\', '/');
  const dataOffset = offset + LOCAL_HEADER_BYTES + nameBytes + head.readUInt16LE(28);
  const sizes = (head.readUInt16LE(6) & 8) === 0 ? statedSizes(head) : sizesBehind(file, dataOffset);
  const record = { name, kind: name.endsWith('/') ? 'folder' : 'file', isEncrypted: (head.readUInt16LE(6) & 1) !== 0, method: head.readUInt16LE(8), offset, ...sizes } as const;
  return { record, end: Math.max(dataOffset, Math.min(dataOffset + sizes.packedBytes, file.sizeBytes)) };
}

type Sizes = Pick<ZipRecord, 'crc' | 'packedBytes' | 'sizeBytes'>;

function statedSizes(head: Buffer): Sizes {
  return { crc: head.readUInt32LE(14), packedBytes: head.readUInt32LE(18), sizeBytes: head.readUInt32LE(22) };
}

/** Where sizes were not known beforehand they stand behind the file: found by a descriptor whose length fits. */
function sizesBehind(file: RandomBytes, dataOffset: number): Sizes {
  for (let at = find(file, DESCRIPTOR, dataOffset); at !== undefined; at = find(file, DESCRIPTOR, at + 1)) {
    const behind = file.read(at, 24);
    const packedBytes = at - dataOffset;
    if (behind.length >= 16 && behind.readUInt32LE(8) === packedBytes) return { crc: behind.readUInt32LE(4), packedBytes, sizeBytes: behind.readUInt32LE(12) };
    if (behind.length >= 24 && Number(behind.readBigUInt64LE(8)) === packedBytes) return { crc: behind.readUInt32LE(4), packedBytes, sizeBytes: Number(behind.readBigUInt64LE(16)) };
  }
  // It breaks off in this file.
  return { crc: 0, packedBytes: file.sizeBytes, sizeBytes: 0 };
}

/** Where the signature stands next; undefined at the end, and where the directory begins. */
function find(file: RandomBytes, signature: Buffer, from: number): number | undefined {
  for (let at = from; at < file.sizeBytes; at += WINDOW_BYTES) {
    const window = file.read(at, WINDOW_BYTES + signature.length - 1);
    const found = window.indexOf(signature);
    const directory = signature === LOCAL_HEADER ? window.indexOf(RECORD) : -1;
    if (directory !== -1 && (found === -1 || directory < found)) return undefined;
    if (found !== -1) return at + found;
  }
  return undefined;
}
