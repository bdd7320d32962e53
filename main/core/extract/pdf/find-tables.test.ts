import { expect, test } from 'vitest';
import { buildRows } from './build-rows.ts';
import { findTableColumns, findTables } from './find-tables.ts';
import { lines } from './fixtures/place-text.ts';

const table = [...lines(['Amsterdam', 'Rotterdam', 'Utrecht'], { x: 40, y: 40 }), ...lines(['921,402', '664,311', '374,411'], { x: 200, y: 40 })];

test('finds a table between paragraphs', () => {
  const rows = buildRows([...lines(['Above it.'], { x: 40, y: 20 }), ...table, ...lines(['Below it.'], { x: 40, y: 90 })]);
  expect(findTables(rows).map(({ kind, rows: part }) => [kind, part.length])).toEqual([['text', 1], ['table', 3], ['text', 1]]);
});

test('takes two rows for no table', () => {
  expect(findTables(buildRows(table.filter(({ baseline }) => baseline < 60))).map(({ kind }) => kind)).toEqual(['text']);
});

test('keeps a cell of two lines in its table', () => {
  const wrapped = [...table.filter(({ baseline }) => baseline < 50), ...lines(['(capital)'], { x: 40, y: 52 }), ...lines(['Rotterdam', 'Utrecht'], { x: 40, y: 64 }), ...lines(['664,311', '374,411'], { x: 200, y: 64 })];
  expect(findTables(buildRows(wrapped)).map(({ kind, rows }) => [kind, rows.length])).toEqual([['table', 4]]);
});

test('finds columns by where cells stand, whatever a heading spans', () => {
  const heads = [...lines(['City'], { x: 40, y: 20 }), ...lines(['Inhabitants and area, in square kilometres'], { x: 190, y: 20 })];
  const third = lines(['219', '324', '99'], { x: 330, y: 40 });
  expect(findTableColumns(buildRows([...heads, ...table, ...third]))).toHaveLength(3);
});
