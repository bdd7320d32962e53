import { describe, expect, it } from 'vitest';
import { chooseShown, FIRST_SHOWN, MOST_SHOWN } from './choose-shown.ts';

const items = Array.from({ length: 1_000 }, (_, index) => ({ name: `Name ${index}`, count: (index * 7) % 1_000 }));
const closed = { all: false, filter: '', current: null };

describe('chooseShown', () => {
  it('shows few names at first, the most frequent ones, in their own order', () => {
    const shown = chooseShown(items, closed);
    expect(shown).toHaveLength(FIRST_SHOWN);
    expect(shown.every(({ count }) => count >= 1_000 - FIRST_SHOWN)).toBe(true);
    expect(shown.map((item) => items.indexOf(item))).toEqual(shown.map((item) => items.indexOf(item)).toSorted((a, b) => a - b));
  });

  it('always shows the one that the window is at', () => {
    expect(chooseShown(items, { ...closed, current: 'Name 0' }).map(({ name }) => name)).toContain('Name 0');
  });

  it('finds a rare name by a part of it, in any case, among all', () => {
    expect(chooseShown(items, { all: true, filter: ' nAME 99', current: null }).map(({ name }) => name)).toContain('Name 990');
    expect(chooseShown(items, { all: true, filter: 'nowhere', current: 'Name 1' })).toEqual([]);
  });

  it('never shows more than anybody reads', () => {
    expect(chooseShown(items, { all: true, filter: '', current: null })).toHaveLength(MOST_SHOWN);
  });
});
