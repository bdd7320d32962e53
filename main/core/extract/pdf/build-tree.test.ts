import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { buildRows } from './build-rows.ts';
import { buildTree } from './build-tree.ts';
import { block, lines } from './fixtures/place-text.ts';
import type { Block } from './make-blocks.ts';

const html = (blocks: readonly Block[], headings = new Map<Block, 2 | 3>()): string => toHtml(buildTree(blocks, { headings, isWord: () => false }));

test('writes headings, paragraphs and notes', () => {
  const heading = block('Of the quays');
  expect(html([heading, block(['One informa-', 'tion']), block('1 A note', { kind: 'note' })], new Map([[heading, 3]]))).toBe('<h3>Of the quays</h3><p>One information</p><p><small>1 A note</small></p>');
});

test('writes bullets as one list without the bullets', () => {
  expect(html([block('• North'), block('– South'), block('Text')])).toBe('<ul><li>North</li><li>South</li></ul><p>Text</p>');
});

test('writes tables with each cell in its column, and empty cells where there is none', () => {
  const rows = buildRows([...lines(['Trieste', 'Venice', 'Rijeka'], { x: 0, y: 10 }), ...lines(['12', '14'], { x: 100, y: 10 }), ...lines(['7'], { x: 200, y: 34 })]);
  expect(html([{ ...block('x'), kind: 'table', rows }])).toBe(
    '<table><tbody><tr><td>Trieste</td><td>12</td><td></td></tr><tr><td>Venice</td><td>14</td><td></td></tr><tr><td>Rijeka</td><td></td><td>7</td></tr></tbody></table>',
  );
});

test('writes links, raised marks and lines of their own', () => {
  const made = block(['One', 'Two']);
  const [first, second] = made.rows;
  const rows = [{ ...first, spans: [{ text: 'One', link: 'https://a.example/' }, { text: '1', shift: 'sup' as const }] }, second].flatMap((row, index) => (made.rows[index] === undefined || row === undefined ? [] : [{ ...made.rows[index], ...row }]));
  expect(html([{ ...made, rows, ownLines: [true] }])).toBe('<p><a href="https://a.example/">One</a><sup>1</sup><br>Two</p>');
});
