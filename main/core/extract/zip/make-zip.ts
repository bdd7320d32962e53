import { crc32, deflateRawSync } from 'node:zlib';

/** One file of an archive for tests, and what its directory says of it where that is not the truth. */
export interface FileToZip {
  readonly name: string | Buffer;
  readonly content: string | Uint8Array;
  readonly store?: boolean;
  /** General purpose bits: 1 is encrypted, 0x800 a name in UTF-8. */
  readonly flags?: number;
  readonly method?: number;
  readonly claimedBytes?: number;
  /** What kind of file it is on Unix: 0xa000 is a link. */
  readonly unixMode?: number;
  readonly crc?: number;
}

/** For tests: a zip archive, well made or not. */
export function makeZip(files: readonly FileToZip[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const name = Buffer.from(file.name);
    const { facts, packed } = pack(file, name.length);
    const local = Buffer.concat([header(0x04034b50, [20]), facts, name, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE((file.unixMode ?? 0) * 0x10000, 6);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([header(0x02014b50, [file.unixMode === undefined ? 20 : 0x0314, 20]), facts, tail, name]));
    locals.push(local);
    offset += local.length;
  }
  return Buffer.concat([...locals, ...directory, endOf(files.length, Buffer.concat(directory).length, offset)]);
}

function pack({ content, store = false, flags = 0, method, claimedBytes, crc }: FileToZip, nameBytes: number): { facts: Buffer; packed: Buffer } {
  const raw = Buffer.from(content);
  const packed = store ? raw : deflateRawSync(raw);
  const facts = Buffer.alloc(24);
  facts.writeUInt16LE(flags, 0);
  facts.writeUInt16LE(method ?? (store ? 0 : 8), 2);
  facts.writeUInt32LE(crc ?? crc32(raw), 8);
  facts.writeUInt32LE(packed.length, 12);
  facts.writeUInt32LE(claimedBytes ?? raw.length, 16);
  facts.writeUInt16LE(nameBytes, 20);
  return { facts, packed };
}

function header(signature: number, versions: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 + versions.length * 2);
  bytes.writeUInt32LE(signature, 0);
  versions.forEach((version, index) => bytes.writeUInt16LE(version, 4 + index * 2));
  return bytes;
}

/** With more files than two bytes count, the counts stand in a record of zip64 before it. */
function endOf(count: number, directoryBytes: number, offset: number): Buffer {
  const isLarge = count >= 0xffff;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(isLarge ? 0xffff : count, 8);
  end.writeUInt16LE(isLarge ? 0xffff : count, 10);
  end.writeUInt32LE(directoryBytes, 12);
  end.writeUInt32LE(offset, 16);
  if (!isLarge) return end;
  const large = Buffer.alloc(76);
  large.writeUInt32LE(0x06064b50, 0);
  large.writeBigUInt64LE(44n, 4);
  large.writeUInt16LE(45, 12);
  large.writeUInt16LE(45, 14);
  for (const [at, value] of [count, count, directoryBytes, offset].entries()) large.writeBigUInt64LE(BigInt(value), 24 + at * 8);
  large.writeUInt32LE(0x07064b50, 56);
  large.writeBigUInt64LE(BigInt(offset + directoryBytes), 64);
  large.writeUInt32LE(1, 72);
  return Buffer.concat([large, end]);
}
