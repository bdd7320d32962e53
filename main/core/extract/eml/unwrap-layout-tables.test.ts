import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { htmlToText } from '../html/html-to-text.ts';
import { parseHtml } from '../html/parse-html.ts';
import { unwrapLayoutTables } from './unwrap-layout-tables.ts';

const unwrap = (html: string): string => toHtml(unwrapLayoutTables(parseHtml(html, { fragment: true })));

test('makes blocks of tables that only lay out', () => {
  expect(unwrap('<table width="600"><tr><td>one</td></tr><tr><td>two</td></tr></table>')).not.toContain('<t');
  expect(htmlToText(unwrap('<table role="presentation"><tr><td>left</td><td>right</td></tr></table>'))).toBe('left\n\nright');
});

test('keeps tables of data, also inside of others', () => {
  const data = '<table><tbody><tr><td>Monday</td><td>10:00</td></tr></tbody></table>';
  expect(unwrap(`<table><tr><td>${data}</td><td>beside</td></tr></table>`).match(/<table>.*<\/table>/)?.[0]).toBe(data);
  expect(unwrap('<table><tbody><tr><th>Day</th></tr><tr><td>Monday</td></tr></tbody></table>')).toContain('<th>Day</th>');
});
