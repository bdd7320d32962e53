import { expect, test } from 'vitest';
import { lines, segment } from './fixtures/place-text.ts';
import { orderSegments } from './order-segments.ts';
import type { Segment } from './page-text.ts';

const read = (segments: readonly Segment[]): string[][] =>
  orderSegments(segments).map((area) => area.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left).map(({ text }) => text));
const prose = (name: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${name} line ${index + 1} with words to its end`);
const drawnInRows = (segments: readonly Segment[]): Segment[] =>
  segments.toSorted((a, b) => a.baseline - b.baseline || a.left - b.left).map((one, order) => ({ ...one, order }));

test('reads one box after the other where two stand side by side', () => {
  const left = lines(['Left column line 1', 'Left column line 2'], { x: 40, y: 100, leading: 25 });
  const right = lines(['Right column line 1', 'Right column line 2'], { x: 290, y: 100.3, leading: 25, firstOrder: 2 });
  expect(read([...left, ...right])).toEqual([['Left column line 1', 'Left column line 2'], ['Right column line 1', 'Right column line 2']]);
});

test('reads columns below a title, between wide figures, one band after the other', () => {
  const page = [
    segment('A title that stands across both columns of the page', { x: 60, y: 40, size: 18 }, 0),
    ...lines(prose('a', 5), { x: 40, y: 80, firstOrder: 1 }),
    ...lines(prose('b', 5), { x: 280, y: 80, firstOrder: 6 }),
    segment('Figure 1. A caption that is as wide as the page, across both of its columns, is read', { x: 40, y: 200 }, 11),
    ...lines(prose('c', 5), { x: 40, y: 240, firstOrder: 12 }),
    ...lines(prose('d', 5), { x: 280, y: 240, firstOrder: 17 }),
  ];
  expect(read(page).map((area) => area[0]?.slice(0, 8))).toEqual(['A title ', 'a line 1', 'b line 1', 'Figure 1', 'c line 1', 'd line 1']);
});

test('reads three columns', () => {
  const page = ['a', 'b', 'c'].flatMap((name, column) => lines(prose(name, 8), { x: 40 + column * 200, y: 60, size: 9, firstOrder: column * 8 }));
  expect(read(page).map((area) => area[0]?.charAt(0))).toEqual(['a', 'b', 'c']);
});

test('tells columns of prose that were drawn line by line', () => {
  const page = drawnInRows([...lines(prose('a', 12), { x: 40 }), ...lines(prose('b', 12), { x: 280 })]);
  expect(read(page).map((area) => area[0]?.charAt(0))).toEqual(['a', 'b']);
});

test('reads a table row by row', () => {
  const cells = drawnInRows([...lines(['Amsterdam', 'Rotterdam', 'Maastricht', 'Groningen'], { x: 40 }), ...lines(['921,402 people', '664,311 people', '120,227 people', '238,147 people'], { x: 240 })]);
  expect(orderSegments(cells)).toHaveLength(1);
});

test('keeps bullets and numbers with their lines', () => {
  const list = [...lines(['1.', '2.', '3.', '4.'], { x: 40 }), ...lines(prose('item', 4), { x: 60, firstOrder: 4 })];
  expect(orderSegments(list)).toHaveLength(1);
});

test('finds the columns below a table that fills the upper half', () => {
  const table = drawnInRows([...lines(Array.from({ length: 12 }, (_, row) => `Municipality ${row}`), { x: 40, y: 40 }), ...lines(Array.from({ length: 12 }, (_, row) => `${row} inhabitants`), { x: 300, y: 40 })]);
  const text = [...lines(prose('a', 10), { x: 40, y: 220, firstOrder: 100 }), ...lines(prose('b', 10), { x: 290, y: 220, firstOrder: 110 })];
  const areas = read([...table, ...text]);
  expect(areas.slice(-2).map((area) => area[0]?.slice(0, 8))).toEqual(['a line 1', 'b line 1']);
});

test('leaves a line that sticks out of its column in it', () => {
  const left = lines(prose('a', 9), { x: 40 });
  const long = segment('a line that is a little too long for it', { x: 40, y: 108, width: 225 }, 9);
  const right = lines(prose('b', 10), { x: 280, firstOrder: 10 });
  const areas = read([...left, long, ...right]);
  expect(areas).toHaveLength(2);
  expect(areas[0]?.at(-1)).toBe('a line that is a little too long for it');
});

test('has no order for nothing', () => {
  expect(orderSegments([])).toEqual([]);
});
