import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { LIMITS } from '../../base/limits.ts';
import { withBoundedMemory } from './bound-memory.ts';

const inflate = async (bytes: Uint8Array): Promise<number> => {
  const { readable, writable } = new DecompressionStream('deflate');
  const writer = writable.getWriter();
  void writer.write(new Uint8Array(bytes)).then(() => writer.close()).catch(() => {});
  let length = 0;
  for await (const chunk of readable) length += chunk.byteLength;
  return length;
};

test('ends what inflates without end, and says so', async () => {
  const bomb = deflateSync(Buffer.alloc(LIMITS.pdfStreamBytes + 10_000_000));
  await withBoundedMemory(async (bounds) => {
    expect(await inflate(deflateSync(Buffer.alloc(100)))).toBe(100);
    expect(bounds.exceeded).toBe(false);
    expect(await inflate(bomb)).toBeLessThanOrEqual(LIMITS.pdfStreamBytes);
    expect(bounds.exceeded).toBe(true);
  });
});

test('refuses buffers that are too large, and makes the others', async () => {
  await withBoundedMemory(async (bounds) => {
    expect(() => new Uint8Array(LIMITS.pdfStreamBytes + 1)).toThrow(RangeError);
    expect(bounds.exceeded).toBe(true);
    const made = new Uint8Array([1, 2, 3]);
    expect(made instanceof Uint8Array && Buffer.from(made) instanceof Uint8Array).toBe(true);
    expect(new Uint8Array(made.buffer, 1, 2)).toEqual(Uint8Array.of(2, 3));
  });
});

test('leaves the platform as it was, whatever happens', async () => {
  const { Uint8Array: bytes, DecompressionStream: stream } = globalThis;
  await expect(withBoundedMemory(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect([globalThis.Uint8Array, globalThis.DecompressionStream]).toEqual([bytes, stream]);
});
