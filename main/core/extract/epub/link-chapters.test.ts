import { expect, test } from 'vitest';
import { sanitizeTree } from '../html/sanitize-html.ts';
import { linkChapters } from './link-chapters.ts';
import { readChapter } from './read-chapter.ts';

const chapter = (path: string, html: string, title?: string) => ({ chapter: readChapter(Buffer.from(html), path), title });

test('links between chapters become links within the text', () => {
  const { html } = sanitizeTree(
    linkChapters([
      chapter('OPS/a.xhtml', '<h1>One</h1><p id="n">a <a href="b.xhtml#n">there</a> <a href="#n">here</a> <a href="b.xhtml">next</a> <a href="c.css">gone</a> <a href="https://a.test/">out</a></p>', 'First'),
      chapter('OPS/b.xhtml', '<p>b <a id="n"/>c</p>', 'Second'),
    ]),
  );
  expect(html).toBe(
    '<section><h1>One</h1><p id="carrel-c1-n">a <a href="#carrel-c2-n">there</a> <a href="#carrel-c1-n">here</a> <a href="#carrel-c2">next</a> gone <a href="https://a.test/" rel="noopener noreferrer">out</a></p></section>' +
      '<section id="carrel-c2"><h2>Second</h2><p>b <span id="carrel-c2-n"></span>c</p></section>',
  );
});

test('a chapter gets no heading that its first words repeat', () => {
  expect(sanitizeTree(linkChapters([chapter('a.xhtml', '<p><b>The Quay.</b></p><p>b</p>', 'The quay')])).html).not.toContain('<h2>');
});
