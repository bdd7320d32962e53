import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMailDate } from './read-mail-date.ts';

test.each([
  ['Wed, 24 Sep 2025 17:43:19 -0400', '2025-09-24T17:43:19-04:00', 'second'],
  ['Wed, 24 Sep 2025 17:43:19 -0000', '2025-09-24T17:43:19Z', 'second'],
  ['Wed, 24 Sep 2025 17:43:19 +0000 (UTC)', '2025-09-24T17:43:19+00:00', 'second'],
  ['24 Sep 25 09:05 EST', '2025-09-24T09:05-05:00', 'minute'],
  ['1 Jan 99 00:00:00 GMT', '1999-01-01T00:00:00Z', 'second'],
  ['Wed,24-Sep-2025 1:02:03', '2025-09-24T01:02:03', 'second'],
  ['Thu, 24 Sep 2025', '2025-09-24', 'day'],
  ['Wed Sep 24 17:43:19 2025', '2025-09-24T17:43:19', 'second'],
  ['Wed Sep  4 17:43:19 CEST 2025', '2025-09-04T17:43:19+02:00', 'second'],
  ['Mi., 24. Sep. 2025', '2025-09-24', 'day'],
  ['2025-09-24T10:00:00Z', '2025-09-24T10:00:00Z', 'second'],
  ['Wed, 24 Sep 2025 17:43:60 +9900', '2025-09-24T17:43:59', 'second'],
])('%s', (field, value, precision) => {
  expect(readMailDate(field)).toEqual({ value, precision });
});

test.each(['', 'yesterday', '31 Feb 2025 10:00', '99 Foo 2025'])('%j is no date', (field) => {
  expect(readMailDate(field)).toBeUndefined();
});

test('never throws', () => {
  fc.assert(fc.property(fc.string(), (text) => {
    expect(() => readMailDate(text)).not.toThrow();
  }));
});
