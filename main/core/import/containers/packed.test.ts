import { gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../base/limits.ts';
import { outline } from './fixtures/walk-bytes.ts';

const TEXT = 'The ferry left the harbour. '.repeat(50);
const AS_FILE = ['file story.txt: The ferry left the harbour. The ferry le'];

describe('a file that is only packed', () => {
  it('is one file, named as before', async () => {
    expect(await outline(gzipSync(TEXT), 'story.txt.gz')).toEqual(AS_FILE);
    expect(await outline(zstdCompressSync(TEXT), 'story.txt.zst')).toEqual(AS_FILE);
    expect(await outline(gzipSync(gzipSync(TEXT)), 'story.txt.gz.gz')).toEqual(AS_FILE);
  });

  it('is read to its end where it was packed piece by piece', async () => {
    const pieces = [TEXT.slice(0, 5), TEXT.slice(5)];
    expect(await outline(Buffer.concat(pieces.map((piece) => gzipSync(piece))), 'story.txt.gz')).toEqual(AS_FILE);
    const skippable = Buffer.from('5a2a4d180400000000000000', 'hex');
    const frames = pieces.map((piece) => zstdCompressSync(piece));
    expect(await outline(Buffer.concat([frames[0] ?? skippable, skippable, frames[1] ?? skippable]), 'story.txt.zst')).toEqual(AS_FILE);
  });

  it('is not imported where it breaks off or is damaged', async () => {
    for (const packed of [gzipSync(TEXT), zstdCompressSync(TEXT)]) {
      expect(await outline(packed.subarray(0, -5), 'story.txt.x')).toEqual(['failed story.txt.x: malformed']);
    }
    const damaged = gzipSync(TEXT);
    damaged.fill(0xff, 12, 30);
    expect(await outline(damaged, 'story.txt.x')).toEqual(['failed story.txt.x: malformed']);
  });

  it('is not unpacked further than a text may be long', async () => {
    expect(await outline(gzipSync(Buffer.alloc(LIMITS.articleFileBytes + 1)), 'zeros.gz')).toEqual(['failed zeros: too-large']);
  });
});
