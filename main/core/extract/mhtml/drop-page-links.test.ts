import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { parseHtml } from '../html/parse-html.ts';
import { dropPageLinks } from './drop-page-links.ts';

const PAGE = 'https://harbour.example/news/ferry';
const drop = (html: string): string => toHtml(dropPageLinks(parseHtml(html, { fragment: true }), [PAGE, `${PAGE}?page=2`]));

test.each([
  `<p><a href="${PAGE}?page=2">Next page »</a></p>`,
  `<p>1 <a href="${PAGE}?page=2">2</a> <a href="${PAGE}?page=3#top">3</a></p>`,
  `<ul><li><a href="${PAGE}">1</a></li><li>2</li><li><a href="${PAGE}/3">3</a></li></ul>`,
  `<p>Page 2 of 3 | <a href="${PAGE}">Previous</a></p>`,
  '<p>Page 2 of 3</p>',
  '<p>Seite 2 / 3</p>',
  `<div><p><a href="${PAGE}/page/2/">Weiter</a></p></div>`,
  `<p><a href="${PAGE}?page=2">次のページ</a></p>`,
])('%s goes', (html) => {
  expect(drop(`<p>Words.</p>${html}`)).toBe('<p>Words.</p>');
});

test.each([
  `<p>It went on, see <a href="${PAGE}?page=2">page 2</a>.</p>`,
  `<p><a href="${PAGE}?page=2">The harbour reopens</a></p>`,
  '<p><a href="https://harbour.example/news/other">Next</a></p>',
  '<p><a href="#carrel-n1">1</a></p>',
  `<p><a href="${PAGE}?page=2"><img src="images/${'0'.repeat(64)}"></a></p>`,
  '<p>12</p>',
  '<h2>Page by page</h2>',
  '<p>Next</p>',
  '<ol><li>1 of 2</li></ol>',
])('%s stays', (html) => {
  expect(drop(html)).toBe(html);
});
