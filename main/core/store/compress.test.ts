import { randomBytes } from 'node:crypto';
import zlib from 'node:zlib';
import { expect, it } from 'vitest';
import { compress } from './compress.ts';

it.each([0, 1, 63, 1_000, 16_383, 16_384, 300_000])('gives %i bytes back as they were, also where nothing can be saved', (length) => {
  const bytes = randomBytes(length);
  expect(zlib.zstdDecompressSync(compress(bytes)).equals(bytes)).toBe(true);
});

it('takes a text as UTF-8', () => {
  expect(zlib.zstdDecompressSync(compress('Grüße 你好')).toString('utf8')).toBe('Grüße 你好');
});
