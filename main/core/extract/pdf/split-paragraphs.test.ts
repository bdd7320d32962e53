import { expect, test } from 'vitest';
import { buildRows } from './build-rows.ts';
import { lines, rows } from './fixtures/place-text.ts';
import type { Segment } from './page-text.ts';
import { splitParagraphs } from './split-paragraphs.ts';

const full = 'Words that fill the line to its very end';
const texts = (...parts: readonly Segment[][]): string[] => splitParagraphs(buildRows(parts.flat())).map((paragraph) => paragraph.rows.map(({ text }, index) => (index > 0 && paragraph.ownLines[index - 1] === true ? `/${text}` : text)).join(' '));

test('joins the lines of a paragraph and parts at white space', () => {
  expect(texts(lines([full, full, 'and end.'], { y: 0 }), lines([full, 'Next.'], { y: 44 }))).toEqual([`${full} ${full} and end.`, `${full} Next.`]);
});

test('parts at an indent, and at a short last line', () => {
  expect(texts(lines([full, full], { y: 0 }), lines([full], { x: 15, y: 24, width: 185 }), lines([full, 'Short end.', full], { y: 36 }))).toEqual([
    `${full} ${full}`,
    `${full} ${full} Short end.`,
    full,
  ]);
});

test('parts where the size or the font of all letters changes', () => {
  expect(texts(lines(['A heading'], { y: 0, size: 14 }), lines([full], { y: 16 }))).toEqual(['A heading', full]);
  expect(texts(lines(['A bold heading'], { y: 0, font: 'bold' }), lines([full], { y: 12 }))).toEqual(['A bold heading', full]);
});

test('parts at bullets, and keeps the lines of an item together', () => {
  expect(texts(lines(['• First item that goes on in the next of', '• Second item'], { y: 0, leading: 24 }), lines(['its lines'], { x: 12, y: 12 }))).toEqual(['• First item that goes on in the next of its lines', '• Second item']);
});

test('does not take a number at the beginning of a full paragraph line for an item', () => {
  expect(texts(lines(['The library has had its own building since', '1987. It was burnt down a few years later.']))).toEqual(['The library has had its own building since 1987. It was burnt down a few years later.']);
});

test('reads hanging indents as lists of references have them', () => {
  const entry = (y: number): Segment[] => [...lines(['Miller, A. (1998), On the burning of ships'], { y }), ...lines(['in the harbours of the Adriatic, and on', 'their insurance'], { x: 20, y: y + 12, width: 180 })];
  expect(texts(entry(0), entry(36), entry(72))).toHaveLength(3);
});

test('follows a divided word to where its second half stands', () => {
  expect(texts(lines(['1308.03 Administration Controlled Sub-'], { y: 0 }), lines(['stances Code Number.', full], { x: 30, y: 12, leading: 24 }))[0]).toBe('1308.03 Administration Controlled Sub- stances Code Number.');
});

test('keeps the lines of an address', () => {
  expect(texts(lines(['Harbour Office', 'Quay 12', 'Trieste', 'A long line that shows how wide the column is']))).toEqual(['Harbour Office /Quay 12 /Trieste /A long line that shows how wide the column is']);
});

test('reads double spacing as single', () => {
  expect(texts(lines([full, full, full], { leading: 20 }), lines([full, full], { y: 80, leading: 20 }))).toHaveLength(2);
});

test('goes on in lower case over an uneven distance', () => {
  expect(texts(lines([full, full], { y: 0 }), lines(['with a formula in it, and goes on'], { y: 29 }))).toHaveLength(1);
});

test('says whether the last line reaches the end of its column', () => {
  expect(splitParagraphs(rows([full, full])).map(({ isFull }) => isFull)).toEqual([true]);
  expect(splitParagraphs(rows([full, 'short'])).map(({ isFull }) => isFull)).toEqual([false]);
});

test('reads Arabic from the right edge', () => {
  const line = 'كلمات تملأ السطر حتى نهايته وهنا المزيد';
  expect(texts(lines([line, line, 'النهاية.'], { x: 0, width: 200 }).map((one, index) => (index === 2 ? { ...one, left: 160, right: 200 } : one)))).toHaveLength(1);
});
