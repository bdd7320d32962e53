import { expect, test } from 'vitest';
import { findPageNumbers } from './find-page-numbers.ts';

const find = (texts: readonly string[], edge: 'top' | 'bottom' = 'bottom', pageCount = texts.length) =>
  [...findPageNumbers(texts.map((text, page) => ({ page, edge, text })), pageCount)].map(({ text }) => text);

test('finds numbers that go up with the pages, whatever they begin at', () => {
  expect(find(['– 79 –', '– 80 –', '12', '– 82 –'])).toEqual(['– 79 –', '– 80 –', '– 82 –']);
});

test('finds what says that it is a page number', () => {
  expect(find(['Page 3', '3 of 9', 'Seite 4 von 9', '7 / 12', 'iv'])).toHaveLength(5);
});

test('takes a year on a single page for none', () => {
  expect(find(['1987'])).toEqual([]);
  expect(find(['12'], 'top')).toEqual([]);
  expect(find(['12'])).toEqual(['12']);
});

test('takes words for none', () => {
  expect(find(['Mill', '12 ships', 'Pages'])).toEqual([]);
});
