import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { dropTitleHeading } from './drop-title-heading.ts';
import { parseHtml } from './parse-html.ts';

const drop = (html: string, title: string): string => toHtml(dropTitleHeading(parseHtml(html, { fragment: true }), title));

test.each([
  ['drops a heading that repeats the title', '<div><h1>Ferry late!</h1></div><p>a</p>', '<div></div><p>a</p>'],
  ['keeps another heading', '<h1>Ferries</h1><p>a</p>', '<h1>Ferries</h1><p>a</p>'],
  ['keeps a heading inside of the text', '<p>a</p><h2>Ferry late</h2>', '<p>a</p><h2>Ferry late</h2>'],
  ['keeps a page without headings', '<p>a</p>', '<p>a</p>'],
])('%s', (_, html, expected) => {
  expect(drop(html, 'Ferry late')).toBe(expected);
});
