import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunksOf, readerOf, readerOfChunks, readerOfNext, ByteReader } from './byte-reader.ts';
import { collectAll } from './fixtures/collect-all.ts';
import { inMemory } from './random-bytes.ts';

async function* piecesOf(text: string, sizes: readonly number[]): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  let at = 0;
  for (const size of [...sizes, bytes.length]) {
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

const textOf = async (reader: ByteReader): Promise<string> => Buffer.concat(await collectAll(chunksOf(reader))).toString();
const TEXT = 'The ferry left the harbour.';

describe('a reader of bytes', () => {
  it('gives what is asked for, however the bytes come', async () => {
    const readers = [readerOf(inMemory(Buffer.from(TEXT))), readerOfChunks(piecesOf(TEXT, [1, 0, 5, 2])), readerOfNext(readerOf(inMemory(Buffer.from(`${TEXT} And more.`))), TEXT.length)];
    for (const reader of readers) {
      expect((await reader.peek(9)).toString()).toBe('The ferry');
      expect((await reader.read(4)).toString()).toBe('The ');
      expect(await reader.skip(6)).toBe(6);
      expect((await reader.readSome(4))?.toString()).toMatch(/^lef?t?$/);
      expect((await textOf(reader)).endsWith('the harbour.')).toBe(true);
      expect(reader.position).toBe(TEXT.length);
      expect(await reader.readSome(9)).toBeUndefined();
      expect((await reader.read(9)).length).toBe(0);
    }
  });

  it('passes over what it skips without reading it', async () => {
    const reads: number[] = [];
    const file = { ...inMemory(Buffer.alloc(10_000_000)), read: (offset: number, bytes: number) => (reads.push(offset), Buffer.alloc(Math.min(bytes, 10_000_000 - offset))) };
    const reader = readerOf(file);
    await reader.read(10);
    expect(await readerOfNext(reader, 9_000_000).skip(9_500_000)).toBe(9_000_000);
    await reader.read(10);
    expect(reads).toEqual([0, 9_000_010]);
    expect(await reader.skip(5_000_000)).toBe(999_980);
  });

  it('gives what came before its source failed, and then the error', async () => {
    const failing = () => {
      const left = ['The ', 'ferry'];
      return new ByteReader({
        next: () => {
          const next = left.shift();
          if (next === undefined) throw new Error('no more');
          return Buffer.from(next);
        },
      });
    };
    expect((await failing().peek(99)).toString()).toBe('The ferry');
    await expect(failing().read(99)).rejects.toThrow('no more');
    await expect(failing().skip(99)).rejects.toThrow('no more');
    const reader = failing();
    expect((await reader.read(9)).toString()).toBe('The ferry');
    await expect(reader.peek(1)).rejects.toThrow('no more');
    await expect(reader.readSome(1)).rejects.toThrow('no more');
  });

  it('gives the same bytes in all ways of taking them', async () => {
    const step = fc.record({ take: fc.constantFrom('peek', 'read', 'some', 'skip'), bytes: fc.nat(40) });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme-ascii', maxLength: 200 }), fc.array(fc.nat(30)), fc.array(step), async (text, sizes, steps) => {
        const reader = readerOfChunks(piecesOf(text, sizes));
        for (const { take, bytes } of steps) {
          const before = reader.position;
          const rest = text.slice(before);
          if (take === 'peek') expect((await reader.peek(bytes)).toString('latin1')).toBe(rest.slice(0, bytes));
          else if (take === 'read') expect((await reader.read(bytes)).toString('latin1')).toBe(rest.slice(0, bytes));
          else if (take === 'skip') expect(await reader.skip(bytes)).toBe(Math.min(bytes, rest.length));
          else expect(rest.startsWith((await reader.readSome(bytes))?.toString('latin1') ?? '')).toBe(true);
        }
        const { position } = reader;
        expect(await textOf(reader)).toBe(text.slice(position));
      }),
    );
  });
});
