import { expect, test } from 'vitest';
import { parseHtml } from './parse-html.ts';
import { elementsOf } from './walk-tree.ts';

test('reads as a browser does', () => {
  const names = (html: string): string[] => elementsOf(parseHtml(html, { fragment: false })).map(({ tagName }) => tagName);
  expect(names('<TITLE>a</TITLE><P>b<P>c<TABLE><TD>d')).toEqual(['html', 'head', 'title', 'body', 'p', 'p', 'table', 'tbody', 'tr', 'td']);
});

test('refuses what it could not read to its end', () => {
  expect(() => parseHtml('<b id=x>'.repeat(1_000) + '<i>'.repeat(2_000) + '<div>'.repeat(2_000), { fragment: true })).toThrow(expect.objectContaining({ code: 'too-deep' }));
});

