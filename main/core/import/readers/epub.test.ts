import { expect, test } from 'vitest';
import { makeBook } from '../../extract/epub/make-book.ts';
import { epubReader } from './epub.ts';
import { readAll } from './read-all.ts';

const book = makeBook({ chapters: { 'a.xhtml': '<h1>One</h1><p>The ferry left late.</p>', 'b.xhtml': '<h1>Two</h1><p>It came back.</p>' } });

test('reads a book as one article, or a chapter for each', async () => {
  expect((await readAll(epubReader, book)).read).toMatchObject([{ draft: { title: 'Ferry', text: 'One\n\nThe ferry left late.\n\nTwo\n\nIt came back.' } }]);
  expect((await readAll(epubReader, book, 'a.epub', { books: 'chapters' })).read).toMatchObject([{ item: 'OPS/a.xhtml' }, { item: 'OPS/b.xhtml' }]);
});

test('refuses what is empty', async () => {
  await expect(async () => readAll(epubReader, '')).rejects.toThrow(expect.objectContaining({ code: 'empty' }));
});
