import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { buildBlocks } from './build-blocks.ts';
import type { RtfParagraph } from './rtf-story.ts';

const paragraph = (text: string, more: Partial<RtfParagraph> = {}): RtfParagraph => ({ content: text === '' ? [] : [{ type: 'text', value: text }], heading: undefined, mark: undefined, level: 0, inTable: false, ends: 'paragraph', ...more });
const blocks = (...paragraphs: RtfParagraph[]): string => buildBlocks(paragraphs).map((block) => toHtml(block)).join('');

test('joins items to lists, in lists', () => {
  const item = (text: string, mark: string, level = 0): RtfParagraph => paragraph(text, { mark, level });
  expect(blocks(item('One', '1.\t'), item('a', '•\t', 1), item('b', '•\t', 1), item('Two', '2.\t'), paragraph('Text.'), item('New', '3)'))).toBe(
    '<ol><li>One<ul><li>a</li><li>b</li></ul></li><li>Two</li></ol><p>Text.</p><ol start="3"><li>New</li></ol>',
  );
  expect(blocks(item('x', '1.', 2), item('y', '2.', 2))).toBe('<ol><li>x</li><li>y</li></ol>');
});

test('tells numbered lists by their marks, and where they begin', () => {
  const item = (text: string, mark: string): RtfParagraph => paragraph(text, { mark });
  expect(blocks(item('x', '\uf0b7'), item('y', 'o\t'))).toBe('<ul><li>x</li><li>y</li></ul>');
  expect(blocks(item('x', 'iv.'), item('y', '(b)'))).toBe('<ol><li>x</li><li>y</li></ol>');
  expect(blocks(item('x', '1.'), paragraph(''), item('y', '2.'), item('z', '1.'))).toBe('<ol><li>x</li><li>y</li></ol><ol><li>z</li></ol>');
});

test('joins cells to rows, and rows to tables', () => {
  const cell = (text: string, ends: RtfParagraph['ends'] = 'cell'): RtfParagraph => paragraph(text, { inTable: true, ends });
  expect(blocks(cell('a', 'paragraph'), cell('b'), cell(''), cell('', 'row'), paragraph('After.'))).toBe('<table><tbody><tr><td><p>a</p><p>b</p></td><td></td></tr></tbody></table><p>After.</p>');
  expect(blocks(cell('cut off', 'paragraph'))).toBe('<table><tbody><tr><td><p>cut off</p></td></tr></tbody></table>');
});
