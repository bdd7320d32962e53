import { expect, test } from 'vitest';
import type { ArticleDraft } from '../article-draft.ts';
import { extractMhtml } from './extract-mhtml.ts';

const ADDRESS = 'https://harbour.example/news/ferry';
const LINKS = `<p>Page 1 of 2</p><ul class="pages"><li><a href="${ADDRESS}">1</a></li><li><a href="${ADDRESS}?page=2">2</a></li></ul><p><a href="${ADDRESS}?page=2">Next page</a></p>`;
const PICTURE = `<img src="data:image/gif;base64,${Buffer.from([...Buffer.from('GIF89a'), 9, 0, 9, 0]).toString('base64')}">`;

/** A page of several as Carrel saves it. */
function join(...pages: readonly string[]): ArticleDraft {
  const parts = pages.map((body, index) => `--b\r\nContent-Type: text/html\r\nContent-Location: ${ADDRESS}${index === 0 ? '' : `?page=${index + 1}`}\r\n${index === 0 ? '' : `Carrel-Page: ${index + 1}\r\n`}\r\n<title>Ferry</title>${body}\r\n`);
  const file = `From: <Saved by Carrel>\r\nSnapshot-Content-Location: ${ADDRESS}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n${parts.join('')}--b--\r\n`;
  return extractMhtml(Buffer.from(file), { fileName: 'ferry.mhtml', loadBeside: () => undefined });
}

test('joins the text of all pages without the links from one to the next', () => {
  const draft = join(`<p>The ferry left late.</p>${PICTURE}${LINKS}`, `<p>It came in time.</p>${PICTURE}${LINKS}`);
  expect(draft).toMatchObject({ title: 'Ferry', url: ADDRESS, text: 'The ferry left late.\n\nIt came in time.' });
  expect(draft.html).not.toContain('<a ');
  expect(draft.images).toHaveLength(1);
});

test('a page that shows the first one again, or nothing but links, adds nothing', () => {
  const draft = join(`<p>The ferry left late.</p>${LINKS}`, `<p>The ferry left late.</p><p><a href="${ADDRESS}">Previous</a></p>`, LINKS, '<p> </p>', '<p>It came in time.</p>');
  expect(draft.text).toBe('The ferry left late.\n\nIt came in time.');
});

test('keeps the links of an article that is one page', () => {
  expect(join(`<p>The ferry left late.</p><p><a href="${ADDRESS}?page=2">Next page</a></p>`).text).toBe('The ferry left late.\n\nNext page');
});
