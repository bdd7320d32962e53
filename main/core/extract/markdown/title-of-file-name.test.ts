import { expect, test } from 'vitest';
import { titleOfFileName } from './title-of-file-name.ts';

test.each([
  ['Ferry leaves late.md', 'Ferry leaves late', 0.6],
  ['2025-09-24 Ferry leaves.md', 'Ferry leaves', 0.6],
  ['2025-09-24-ferry-leaves-late.md', 'Ferry leaves late', 0.5],
])('%s is called %j', (fileName, title, confidence) => {
  expect(titleOfFileName(fileName)).toEqual({ title, confidence });
});

test.each(['ferry.md', 'README.md', 'ferry-leaves.md', '2025-09-24.md', '2025 09 24.md', 'export_12 final.md'])('%s is no title', (fileName) => {
  expect(titleOfFileName(fileName)).toBeUndefined();
});
