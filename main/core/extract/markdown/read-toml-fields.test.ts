import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTomlFields } from './read-toml-fields.ts';

test('reads values, and dates as they are written', () => {
  expect(readTomlFields('title = "Ferry"\ndate = 2025-09-24\nat = 2025-09-24T10:00:00+02:00\ntags = ["a", "b"]\ndraft = false\nn = 5\nx = nan\n[params]\nauthor = "Jane"\n')).toEqual({
    title: 'Ferry', date: '2025-09-24', at: '2025-09-24T10:00:00+02:00', tags: ['a', 'b'], draft: false, n: 5, x: 'NaN', params: { author: 'Jane' },
  });
});

test('what is no TOML has no fields', () => {
  expect(readTomlFields('title: Ferry')).toBeUndefined();
});

test('pollutes no object', () => {
  readTomlFields('[__proto__]\npolluted = 1\n[constructor.prototype]\npolluted = 1\n');
  expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '=', '[', ']', '{', '}', '"', '\n', '1979-05-27', '.', "'''")).map((parts) => parts.join('')), (block) => {
      expect(() => readTomlFields(block)).not.toThrow();
    }),
  );
});
