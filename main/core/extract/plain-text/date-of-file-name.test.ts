import { describe, expect, it } from 'vitest';
import { dateOfFileName } from './date-of-file-name.ts';

describe('dateOfFileName', () => {
  it.each([
    ['2025-09-24.txt', '2025-09-24'],
    ['ferry 2025_09_24 final.txt', '2025-09-24'],
    ['paper.2025.09.24.txt', '2025-09-24'],
    ['20250924-ferry.txt', '2025-09-24'],
  ])('finds it in %s', (name, expected) => {
    expect(dateOfFileName(name)?.value).toBe(expected);
  });

  it('finds none in other numbers', () => {
    for (const name of ['ferry.txt', '2025-13-01.txt', '120250924.txt', '31122025.txt', '2025-0924.txt', 'c0ffee20259924.txt']) expect(dateOfFileName(name)).toBeUndefined();
  });
});
