import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { listLines, withoutLines } from './list-lines.ts';
import { parseHtml } from './parse-html.ts';

const parse = (html: string): ReturnType<typeof parseHtml> => parseHtml(html, { fragment: true });

test('lists words as a browser shows them apart', () => {
  const lines = listLines(parse('<div>one <b>two</b><p>three</p> four<br>five</div><table><tr><td>six</td><td> </td></tr></table>'));
  expect(lines.map(({ text }) => text)).toEqual(['one two', 'three', 'four', 'five', 'six']);
  expect(lines[4]?.within.map(({ tagName }) => tagName)).toEqual(['table', 'tbody', 'tr', 'td']);
});

test('counts what of a line are links', () => {
  const [first, second] = listLines(parse('<p>see <a href=x>here</a></p><a href=y><p>all</p></a>'));
  expect([first?.linked, second?.linked]).toEqual([4, 3]);
});

test('drops lines and what held nothing else', () => {
  const root = parse('<div><p>a</p></div><p>b<br>c</p>');
  const lines = listLines(root).filter(({ text }) => text !== 'b');
  expect(toHtml(withoutLines(root, lines))).toBe('<p>b<br></p>');
  expect(toHtml(root)).toBe('<div><p>a</p></div><p>b<br>c</p>');
});
