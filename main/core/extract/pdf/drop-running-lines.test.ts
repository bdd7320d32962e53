import { expect, test } from 'vitest';
import { dropRunningLines } from './drop-running-lines.ts';
import { lines, segment } from './fixtures/place-text.ts';
import type { PageSegments } from './make-blocks.ts';
import type { Segment } from './page-text.ts';

const body = (page: number): Segment[] => lines(Array.from({ length: 30 }, (_, index) => `Page ${'abcdefghijkl'.charAt(page)} has the line ${'abcdefghijklmnopqrstuvwxyzabcdef'.slice(index)}`), { x: 40, y: 100, leading: 20 });
const pages = (count: number, extra: (page: number) => Segment[]): PageSegments[] =>
  Array.from({ length: count }, (_, page) => ({ width: 595, height: 842, segments: [...body(page), ...extra(page)] }));
const left = ({ pages: kept }: ReturnType<typeof dropRunningLines>): string[] => kept.flatMap(({ segments }) => segments).map(({ text }) => text).filter((text) => !text.includes('has the line'));

test('drops headers and footers that differ in their numbers only', () => {
  const result = dropRunningLines(pages(5, (page) => [segment(`Harbour Review, vol. 7, no. ${page}`, { x: 40, y: 40 }), segment(`${page + 17}`, { x: 290, y: 800 })]), 10);
  expect(left(result)).toEqual([]);
  expect(result.running).toEqual(['Harbour Review, vol. 7, no. 4']);
});

test('drops headers that alternate, with the section that stands beside them', () => {
  const result = dropRunningLines(pages(8, (page) => (page % 2 === 0 ? [segment('Ministry of Ports', { x: 40, y: 40 }), segment(`§ ${page}.${page}`, { x: 450, y: 40 })] : [segment('Code of the Quays', { x: 300, y: 40 })])), 10);
  expect(left(result)).toEqual([]);
});

test('drops a header that changes with the chapter where headers stand', () => {
  const result = dropRunningLines(pages(10, (page) => [segment(page === 4 ? 'Of ships and shoes' : 'Of ports and quays', { x: 40, y: 40 })]), 10);
  expect(left(result)).toEqual([]);
});

test('keeps numbers that do not count pages', () => {
  expect(left(dropRunningLines(pages(5, (page) => [segment(`${(page * 37) % 11}00`, { x: 40, y: 800 })]), 10))).toHaveLength(5);
});

test('keeps headings that only sound alike, because they are large', () => {
  expect(left(dropRunningLines(pages(5, (page) => [segment(`Exercise ${page}`, { x: 40, y: 40, size: 18 })]), 10))).toHaveLength(5);
});

test('keeps what is on two pages of many, and inside of the text', () => {
  expect(left(dropRunningLines(pages(9, (page) => (page < 2 ? [segment('A dedication', { x: 40, y: 40 })] : [])), 10))).toHaveLength(2);
  expect(left(dropRunningLines(pages(5, () => [segment('A refrain of the song', { x: 40, y: 410 })]), 10))).toHaveLength(5);
});

test('keeps the text of pages that are copies of one another', () => {
  const copies = [body(0), body(0)].map((segments) => ({ width: 595, height: 842, segments }));
  expect(dropRunningLines(copies, 10).pages.map(({ segments }) => segments.length)).toEqual([30, 30]);
});

test('drops the stamp of a scanner, which is all that a page holds', () => {
  const scans = Array.from({ length: 3 }, () => ({ width: 595, height: 842, segments: [segment('Scanned by a telephone', { y: 830 })] }));
  expect(dropRunningLines(scans, 10).pages.flatMap(({ segments }) => segments)).toEqual([]);
});
