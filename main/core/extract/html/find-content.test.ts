import { expect, test } from 'vitest';
import { findContent } from './find-content.ts';
import { parseHtml } from './parse-html.ts';
import { textOf } from './walk-tree.ts';

const words = 'The ferry left the harbour an hour late, and nobody on the quay could say why. '.repeat(6);
const find = (html: string): { text: string; byline: string | undefined } => {
  const { content, byline } = findContent(parseHtml(html, { fragment: false }));
  return { text: textOf(content), byline };
};

test('leaves navigation and the like out', () => {
  const page = `<nav class=menu><a href=/>Home</a></nav><div class=content><p class=byline>By Jane Doe</p><p>${words}</p><p>${words}</p></div><footer class=foot>Imprint</footer>`;
  expect(find(page)).toEqual({ text: `${words}${words}`.trim(), byline: 'By Jane Doe' });
});

test('takes all of a page that holds nothing but an article', () => {
  expect(find('<h1>A</h1><p>Short.</p><p>More.</p>').text).toBe('A Short. More.');
});

test('takes all of a page where no article can be told apart', () => {
  expect(find('<div class=a><div id=b class=c><a class=d href=x>One</a></div></div>').text).toBe('One');
});

test('takes what the page calls its article where scoring would take too much', () => {
  const rows = '<i>x</i>'.repeat(40_001);
  expect(find(`<nav class=menu>Home</nav><article><p>Short</p></article><article><p>Ferry</p>${rows}</article>`).text).toMatch(/^Ferry x x/);
});

test('takes what the page calls its article where hardly anything was found', () => {
  const hidden = `<main style="display:none"><p>${words}</p><p>${words}</p></main>`;
  expect(find(`<div class=a><p class=b id=c>Jane Doe, June</p></div>${hidden}`).text).toContain('an hour late');
});

test('reads pages that leave out html, head and body, in capitals', () => {
  expect(find(`<TITLE>A</TITLE><P CLASS=x ID=y>${words}<P CLASS=z>${words}`).text).toContain('an hour late');
});
