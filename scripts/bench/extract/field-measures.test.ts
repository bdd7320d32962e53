import { describe, expect, it } from 'vitest';
import { isSameByline, isSameDay, isSameTitle } from './field-measures.js';

describe('fields of an article', () => {
  it('have the same title whatever its punctuation, but not with the name of the outlet', () => {
    expect(isSameTitle('“Harbour” reopens – at last', 'Harbour reopens: at last')).toBe(true);
    expect(isSameTitle('Harbour reopens', 'Harbour reopens | Daily Harbour')).toBe(false);
    expect(isSameTitle('Harbour reopens', undefined)).toBe(false);
  });

  it('have the same byline in any order and without what stands around names', () => {
    expect(isSameByline('Jane Doe and John Roe', 'By JOHN ROE, Jane Doe')).toBe(true);
    expect(isSameByline(['Jane Doe', 'John Roe'], 'John Roe, Jane Doe')).toBe(true);
    expect(isSameByline('Jane Doe', 'Jane Doe, Staff Writer')).toBe(false);
    expect(isSameByline('Jane Doe', undefined)).toBe(false);
  });

  it('have the same date on the same day as it was stated', () => {
    expect(isSameDay('2025-09-24', '2025-09-24T23:30:00-05:00')).toBe(true);
    expect(isSameDay('2025-09-24', '2025-09-25')).toBe(false);
    expect(isSameDay('2025-09-24', '2025-09')).toBe(false);
  });

  it('are right with nothing where nothing is expected', () => {
    expect([isSameTitle('', undefined), isSameByline('', undefined), isSameDay('', undefined)]).toEqual([true, true, true]);
    expect([isSameTitle('', 'A'), isSameByline('', 'Jane'), isSameDay('', '2025-09-24')]).toEqual([false, false, false]);
  });
});
