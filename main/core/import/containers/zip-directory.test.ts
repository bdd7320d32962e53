import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { collectAll } from './fixtures/collect-all.ts';
import { inMemory } from './random-bytes.ts';
import { findZipDirectory, readZipDirectory } from './zip-directory.ts';

/** A directory with one record, and the end of a large archive (zip64). */
function largeZip(name: Buffer, extra: Buffer): Buffer {
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.fill(0xff, 20, 28);
  record.writeUInt16LE(name.length, 28);
  record.writeUInt16LE(extra.length, 30);
  record.fill(0xff, 42, 46);
  const directory = Buffer.concat([record, name, extra]);
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50, 0);
  end64.writeBigUInt64LE(1n, 32);
  end64.writeBigUInt64LE(BigInt(directory.length), 40);
  end64.writeBigUInt64LE(100n, 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50, 0);
  locator.writeBigUInt64LE(BigInt(100 + directory.length), 8);
  const end = Buffer.alloc(22, 0xff);
  end.writeUInt32LE(0x06054b50, 0);
  return Buffer.concat([Buffer.alloc(100), directory, end64, locator, end]);
}

function field(id: number, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}

async function recordsOf(zip: Buffer) {
  const file = inMemory(zip);
  const directory = findZipDirectory(file);
  return directory === undefined ? undefined : collectAll(readZipDirectory(file, directory));
}

describe('the directory of a zip archive', () => {
  it('knows files of more than 4 GB', async () => {
    const sizes = Buffer.alloc(24);
    sizes.writeBigUInt64LE(6_000_000_000n, 0);
    sizes.writeBigUInt64LE(5_000_000_000n, 8);
    sizes.writeBigUInt64LE(7_000_000_000n, 16);
    expect(await recordsOf(largeZip(Buffer.from('big.tar'), field(1, sizes)))).toMatchObject([{ name: 'big.tar', sizeBytes: 6_000_000_000, packedBytes: 5_000_000_000, offset: 7_000_000_000 }]);
  });

  it('takes the name in UTF-8 that stands beside an old one, if it belongs to it', async () => {
    const name = Buffer.from('caf?.txt');
    const path = (sum: number) => Buffer.concat([Buffer.from([1, sum & 255, (sum >> 8) & 255, (sum >> 16) & 255, sum >>> 24]), Buffer.from('café.txt')]);
    expect(await recordsOf(largeZip(name, field(0x7075, path(crc32(name)))))).toMatchObject([{ name: 'café.txt' }]);
    expect(await recordsOf(largeZip(name, field(0x7075, path(1))))).toMatchObject([{ name: 'caf?.txt' }]);
  });

  it('is found behind a comment that holds what looks like its end', async () => {
    const plain = largeZip(Buffer.from('a'), Buffer.alloc(0));
    const withComment = Buffer.concat([plain, Buffer.from('PK\u0005\u0006'), Buffer.alloc(30)]);
    expect(await recordsOf(withComment)).toMatchObject([{ name: 'a' }]);
  });

  it('is not found where there is none', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from('PK\u0003\u0004'), Buffer.alloc(100_000)]) expect(await recordsOf(bytes)).toBeUndefined();
  });
});
