import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomRuns } from '../base/random-runs.ts';
import { LIMITS } from '../base/limits.ts';
import { limitExtra } from './limit-extra.ts';

test('keeps what fits as it is', () => {
  expect(limitExtra({ a: 'x', b: [1, { c: null }] })).toEqual({ a: 'x', b: [1, { c: null }] });
  expect(limitExtra({})).toBeNull();
});

test('shortens lists and texts, leaves other large values out', () => {
  const long = 'x'.repeat(LIMITS.extraBytes);
  const extra = limitExtra({ list: ['a', 'b', long], nested: { long }, text: long, last: 1 });
  expect(extra).toMatchObject({ list: ['a', 'b'], last: 1 });
  expect(extra).not.toHaveProperty('nested');
  expect(long).toContain(extra?.text);
});

test('never takes more bytes than the limit', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.nat(20_000), (extra, length) => {
      const limited = limitExtra({ ...extra, text: '\u0001é'.repeat(length), list: Array.from({ length }, () => 'y') });
      expect(Buffer.byteLength(JSON.stringify(limited))).toBeLessThanOrEqual(LIMITS.extraBytes);
    }),
    { numRuns: randomRuns(50) },
  );
});
