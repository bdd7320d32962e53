import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomRuns } from '../../base/random-runs.ts';
import { LibraryError } from '../../../contract/errors.ts';
import type { PlistValue } from './plist-value.ts';
import { readBinaryPlist } from './read-binary-plist.ts';
import { writeBinaryPlist } from './write-binary-plist.ts';

const value: PlistValue = new Map<string, PlistValue>([
  ['page', new Map<string, PlistValue>([['data', Buffer.alloc(300, 7)], ['name', 'Fähre']])],
  ['list', ['a', 'b'.repeat(400), null]],
]);

test('reads back what was written', () => {
  expect(readBinaryPlist(writeBinaryPlist(value))).toEqual(value);
});

/** A list whose only object refers to `refs`. */
const listOf = (...refs: number[]): Buffer => Buffer.from([0xa0 | refs.length, ...refs]);
const plistOf = (objects: readonly Buffer[]): Buffer => {
  const offsets = objects.map((_, at) => 8 + objects.slice(0, at).reduce((sum, object) => sum + object.length, 0));
  const trailer = Buffer.alloc(32);
  trailer[6] = 1;
  trailer[7] = 1;
  trailer[15] = objects.length;
  trailer[31] = 8 + objects.reduce((sum, object) => sum + object.length, 0);
  return Buffer.concat([Buffer.from('bplist00'), ...objects, Buffer.from(offsets), trailer]);
};

test('refuses a list that holds itself', () => {
  expect(() => readBinaryPlist(plistOf([listOf(0)]))).toThrow(expect.objectContaining({ code: 'too-deep' }));
});

test('refuses lists that double at each level', () => {
  const started = performance.now();
  const levels = Array.from({ length: 30 }, (_, at) => listOf(at + 1, at + 1));
  expect(() => readBinaryPlist(plistOf([...levels, Buffer.from([0x09])]))).toThrow(expect.objectContaining({ code: 'too-large' }));
  expect(performance.now() - started).toBeLessThan(5_000);
});

test('a damaged list is read or refused with a reason', () => {
  const good = writeBinaryPlist(value);
  fc.assert(
    fc.property(fc.nat(good.length), fc.nat(good.length - 1), fc.nat(255), (end, at, byte) => {
      const flipped = Buffer.from(good);
      flipped[at] = byte;
      for (const bytes of [good.subarray(0, end), flipped]) {
        try {
          readBinaryPlist(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(LibraryError);
        }
      }
    }),
    { numRuns: randomRuns(300) },
  );
});
