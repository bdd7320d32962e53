import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { parseHtml } from './parse-html.ts';
import { trimEdges } from './trim-edges.ts';

const prose = 'The ferry left the harbour an hour late, and nobody on the quay could say why it had waited so long, or what the captain had been told about it. ';
const facts = { title: 'Ferry runs late', headings: ['Ferry runs late'], byline: 'Jane Doe', site: 'Harbour News' };
const trim = (html: string): string => toHtml(trimEdges(parseHtml(html, { fragment: true }), facts));

describe('trimEdges', () => {
  test('takes lines about the article from above its text', () => {
    expect(trim(`<ul><li>Home</li></ul><p>By Jane Doe</p><div>May 1, 2024</div><p>Facebook Twitter</p><p>${prose}</p>`)).toBe(`<ul><li>Home</li></ul><p>${prose}</p>`);
  });

  test('takes calls and headings above nothing from below its text', () => {
    expect(trim(`<p>${prose}</p><p>No more ferries.</p><div><p>Leave a comment</p><h3>Popular here</h3><p>© Harbour News</p></div>`)).toBe(`<p>${prose}</p><p>No more ferries.</p>`);
  });

  test('takes labels of advertisements from anywhere', () => {
    expect(trim(`<p>${prose}</p><p>Advertisement:</p><p>${prose}</p>`)).toBe(`<p>${prose}</p><p>${prose}</p>`);
  });

  test('leaves alike lines in the text, in tables, below pictures and in code', () => {
    for (const html of [
      `<p>${prose}</p><p>May 1, 2024</p><p>It rained.</p>`,
      `<table><tbody><tr><td>May 1, 2024</td></tr></tbody></table><p>${prose}</p>`,
      `<figure><figcaption>Harbour News</figcaption></figure><p>${prose}</p>`,
      `<p>${prose}</p><pre>search</pre>`,
    ]) expect(trim(html)).toBe(html);
  });

  test('looks no further than the second sentence, and past the one under a title', () => {
    const dated = '<p>May 1, 2024</p><p>It rained.</p>';
    expect(trim(`<p>The sea was calm.</p><p>Nobody saw it go.</p>${dated}`)).toContain('May 1, 2024');
    expect(trim(`<p>The sea was calm.</p>${dated}`)).toBe('<p>The sea was calm.</p><p>It rained.</p>');
  });

  test('leaves an article that has nothing else', () => {
    expect(trim('<p>May 1, 2024</p>')).toBe('<p>May 1, 2024</p>');
  });
});
