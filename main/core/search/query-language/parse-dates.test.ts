import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDates } from './parse-dates.ts';

const now = new Date('2026-03-31T15:00:00Z');

function read(text: string, at = now): string | undefined {
  const bounds = parseDates(text, at);
  return bounds && `${bounds.from?.replace('T00:00:00.000Z', '') ?? ''}..${bounds.before?.replace('T00:00:00.000Z', '') ?? ''}`;
}

describe('dates', () => {
  it.each([
    ['2025', '2025-01-01..2026-01-01'],
    ['0087', '0087-01-01..0088-01-01'],
    ['9999', '9999-01-01..'],
    ['2024-02', '2024-02-01..2024-03-01'],
    ['2024-2-29', '2024-02-29..2024-03-01'],
    ['2025/12/31', '2025-12-31..2026-01-01'],
    ['today', '2026-03-31..2026-04-01'],
    ['Yesterday', '2026-03-30..2026-03-31'],
    ['2025-09..2025-12', '2025-09-01..2026-01-01'],
    ['2025..today', '2025-01-01..2026-04-01'],
    ['2025-09-24..', '2025-09-24..'],
    ['..2025', '..2026-01-01'],
    ['<30d', '2026-03-01..'],
    ['<=2w', '2026-03-17..'],
    ['>1y', '..2025-03-31'],
    ['<1m', '2026-02-28..'],
    ['<13M', '2025-02-28..'],
    ['<0d', '2026-03-31..'],
    ['<999999y', '0000-01-01..'],
    ['<999999d', '0000-01-01..'],
    ['<2025', '..2025-01-01'],
    ['<=2025', '..2026-01-01'],
    ['>2025-09', '2025-10-01..'],
    ['>=2025-09', '2025-09-01..'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('keep the last day of a shorter month, in leap years too', () => {
    expect(read('<1y', new Date('2024-02-29T23:59:59Z'))).toBe('2023-02-28..');
    expect(read('<1m', new Date('2024-03-31T00:00:00Z'))).toBe('2024-02-29..');
  });

  it.each(['', '..', '202', '20255', '2025-13', '2025-00', '2025-02-29', '2025-9-31', '30d', '<', '>', '<>2025', '<30', '<30x', '<9999999d', '2025..x', '2024..2025..2026', '>9999', 'tomorrow', '٢٠٢٥'])('%j is none', (text) => {
    expect(read(text)).toBeUndefined();
  });

  it('are moments or none, whatever was typed', () => {
    expect.hasAssertions();
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('0', '1', '2', '9', '-', '.', '<', '>', '=', 'd', 'y', 'm', 'today'), maxLength: 10 }), (text) => {
        const { from, before } = parseDates(text, now) ?? { from: null, before: null };
        const moments = [from, before].filter((moment) => moment !== null);
        expect(moments.map((moment) => new Date(moment).toISOString())).toEqual(moments);
      }),
    );
  });
});
