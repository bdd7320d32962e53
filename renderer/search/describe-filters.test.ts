import { expect, it } from 'vitest';
import { NO_FILTERS } from '../../main/contract/result-filters.ts';
import { describeRange, listActiveFilters } from './describe-filters.ts';

it('says a range of dates as shortly as it can be said', () => {
  const range = (from: string | null, to: string | null) => describeRange({ from, to });
  expect(range(null, null)).toBeNull();
  expect(range('1987-01-01', '1987-12-31')).toBe('1987');
  expect(range('1987-01-01', '1990-12-31')).toBe('1987 – 1990');
  expect(range('1988-02-01', '1988-02-29')).toBe('Feb 1988');
  expect(range('1988-01-01', '1988-01-31')).toBe('Jan 1988');
  expect(range('1987-02-26', '1987-02-26')).toMatch(/^26 Feb 1987$|^Feb 26, 1987$/);
  expect(range('1987-02-01', '1987-03-15')).toContain('15');
  expect(range('1987-02-01', null)).toMatch(/^from /);
  expect(range(null, '1987-03-15')).toMatch(/^until /);
});

it('names each thing that is filtered by, and the filters without it', () => {
  const filters = { ...NO_FILTERS, site: ['a', 'b'], language: ['de', 'no tag at all'], state: ['unread' as const], from: '1987-01-01', to: '1987-12-31' };
  const active = listActiveFilters(filters);
  expect(active.map(({ facet, value }) => `${facet} ${value}`)).toEqual(['Source a', 'Source b', 'Language German', 'Language no tag at all', 'State Unread', 'Date 1987']);
  expect(active[0]?.without).toEqual({ ...filters, site: ['b'] });
  expect(active.at(-1)?.without).toEqual({ ...filters, from: null, to: null });
});
