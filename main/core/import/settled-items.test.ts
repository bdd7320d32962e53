import { describe, expect, it } from 'vitest';
import type { SettledItem } from '../store/import-rows.ts';
import { SettledItems } from './settled-items.ts';

const REPORTED: SettledItem[] = [
  { number: 1, list: 'imported', source: '/in/a.txt' },
  { number: 2, list: 'failed', source: '/in/b.pdf' },
  { number: 3, list: 'imported', source: '/in/c.zip', item: 'x' },
  { number: 4, list: 'failed', source: '/in/c.zip', item: 'y' },
  { number: 5, list: 'failed', source: '/in/folder' },
];

describe('an import that is gone on with', () => {
  it('passes over what its report has, item by item', () => {
    const settled = new SettledItems(REPORTED);
    expect(settled.isSettled('/in/a.txt')).toBe(true);
    expect([settled.isSettled('/in/c.zip'), settled.isSettled('/in/c.zip', 'x'), settled.isSettled('/in/c.zip', 'z')]).toEqual([false, true, false]);
    expect(settled.take('/in/b.pdf')).toBeUndefined();
  });

  it('writes the entries anew that are tried again, each once', () => {
    const settled = new SettledItems(REPORTED, REPORTED.slice(3, 4));
    expect([settled.isSettled('/in/c.zip', 'y'), settled.isSettled('/in/b.pdf')]).toEqual([false, true]);
    expect([settled.take('/in/c.zip', 'z'), settled.take('/in/c.zip', 'y'), settled.take('/in/c.zip', 'y')]).toEqual([undefined, 4, undefined]);
    expect(settled.left).toBe(0);
    settled.giveBack(4, '/in/c.zip', 'y');
    settled.giveBack(99, '/in/c.zip', 'z');
    expect([settled.left, settled.take('/in/c.zip', 'y')]).toEqual([1, 4]);
  });

  it('lets the first item stand in for a file that was no use as a whole, and the first file for a folder', () => {
    const settled = new SettledItems(REPORTED, [REPORTED[1], REPORTED[4]].filter((item) => item !== undefined));
    expect([settled.take('/in/b.pdf', '1'), settled.take('/in/b.pdf', '2')]).toEqual([2, undefined]);
    settled.standIn('/in/folder', '/in/folder/a.txt');
    settled.standIn('/in/folder', '/in/folder/b.txt');
    expect([settled.take('/in/folder'), settled.take('/in/folder/b.txt'), settled.take('/in/folder/a.txt')]).toEqual([undefined, undefined, 5]);
  });
});
