import { expect, test } from 'vitest';
import { findTitles } from './find-title.ts';
import { block } from './fixtures/place-text.ts';

const body = { size: 10, font: 'regular' };
const prose = block(['The ferry left the harbour an hour late, and', 'nobody on the quay could say why.'], { y: 200 });
const find = (...blocks: ReturnType<typeof block>[]) => findTitles(blocks, { body, textOf: ({ text }) => text.replaceAll('\n', ' '), height: 800 }).map(({ title, confidence }) => [title, confidence]);

test('takes the largest letters, over several lines and paragraphs', () => {
  expect(find(block('Harbour Review', { size: 12 }), block(['Why the ferry', 'was late'], { size: 24, y: 60 }), block('again', { size: 24, y: 120 }), prose)[0]).toEqual(['Why the ferry was late again', 0.8]);
});

test('takes a first line that stands out for what may be a title', () => {
  expect(find(block('WHY THE FERRY WAS LATE'), prose)).toEqual([['WHY THE FERRY WAS LATE', 0.5]]);
  expect(find(block('Why the ferry was late', { font: 'bold' }), prose)).toEqual([['Why the ferry was late', 0.5]]);
});

test('finds none in prose, in large print, and at the foot of the page', () => {
  expect(find(prose, prose)).toEqual([]);
  expect(find(block('All of it is large', { size: 20 }))).toEqual([]);
  expect(find(prose, block('Advertisement', { size: 30, y: 700 }))).toEqual([]);
});
