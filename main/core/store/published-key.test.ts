import { expect, it } from 'vitest';
import { publishedKey } from './published-key.ts';

it('sorts dates of any precision and zone by time, less precise ones first', () => {
  const dates = ['1987', '1987-02', '1987-02-26', '1987-02-26T15:01', '1987-02-26T23:30:00-05:00', '1987-02-27T05:00:00Z', '1988'];
  expect(dates.toReversed().toSorted((a, b) => ((publishedKey(a) ?? '') < (publishedKey(b) ?? '') ? -1 : 1))).toEqual(dates);
  expect(publishedKey(null)).toBeNull();
});
