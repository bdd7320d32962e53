import { expect, test } from 'vitest';
import { cleanByline } from './clean-byline.ts';

test.each([
  ['By Jane Doe', 'Jane Doe'],
  ['BY JANE DOE', 'Jane Doe'],
  ['Written by: Jane Doe', 'Jane Doe'],
  ['Von Jana Dorn und Karl Ott', 'Jana Dorn, Karl Ott'],
  ['Jane Doe and Sam Roe, Ann Poe', 'Jane Doe, Sam Roe, Ann Poe'],
  ['Jane Doe, Staff Writer', 'Jane Doe'],
  ['Jane Doe | 24 September 2025', 'Jane Doe'],
  ['Jane Doe September 24, 2025', 'Jane Doe'],
  ['Jane Doe (jane@example.org) https://example.org/jane @jane', 'Jane Doe'],
  ['View all posts by Jane Doe', 'Jane Doe'],
  [['Doe, Jane', 'Roe, Sam'], 'Jane Doe, Sam Roe'],
  [['Jane Doe', 'jane doe', 'Sam Roe'], 'Jane Doe, Sam Roe'],
  ['AFP', 'AFP'],
  ['焦鹏', '焦鹏'],
])('%j is %s', (raw, byline) => {
  expect(cleanByline(raw)).toBe(byline);
});

test.each(['', 'admin', 'By', 'https://example.org/author/1', '{{author}}', '24 May 2024', 'Author', 'Last updated: May 2024', 'x'.repeat(5_000)])('%j names nobody', (raw) => {
  expect(cleanByline(raw)).toBeUndefined();
});
