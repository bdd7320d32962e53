import fc from 'fast-check';
import { expect, test } from 'vitest';
import { randomRuns } from '../../base/random-runs.ts';
import { attackFragments } from '../../../../e2e/fixtures/attack-fragments.ts';
import { LibraryError } from '../../../contract/errors.ts';
import type { BookForm, ReaderItem } from '../../import/reader.ts';
import { sanitizeHtml } from '../html/sanitize-html.ts';
import { makeBook } from './make-book.ts';
import { readBook } from './read-book.ts';

const GIF = Buffer.from([...Buffer.from('GIF89a'), 9, 0, 9, 0]);

async function read(book: Uint8Array, books: BookForm = 'whole'): Promise<ReaderItem[]> {
  const items: ReaderItem[] = [];
  for await (const item of readBook(book, { fileName: 'ferry.epub', books })) items.push(item);
  return items;
}

const TWO = { 'a b.xhtml': '<h1>One</h1><p>The ferry left. <a href="c.xhtml#x">Later</a></p><img src="../img/quay.gif"/>', 'c.xhtml': '<p id="x">It came back.</p>' };
const NAV = '<nav epub:type="toc"><a href="a%20b.xhtml">First</a><a href="c.xhtml">Second</a></nav>';

test('reads a book as one article', async () => {
  const [item, ...more] = await read(makeBook({ chapters: TWO, files: { 'OPS/nav.xhtml': NAV, 'img/quay.gif': GIF } }));
  expect(more).toEqual([]);
  expect(item).toMatchObject({
    draft: { title: 'Ferry', byline: 'Jane Doe', published: { value: '2025-09-24', precision: 'day' }, language: 'en', text: 'One\n\nThe ferry left. Later\n\nSecond\n\nIt came back.', guessed: {}, extra: null, companions: [] },
  });
  expect(item !== undefined && 'draft' in item && item.draft.images).toHaveLength(1);
  expect(item !== undefined && 'draft' in item && item.draft.html).toContain('<a href="#carrel-c2-x">Later</a>');
});

test('reads each chapter as an article in a collection of the title', async () => {
  const metadata = '<dc:title>Ferry / Quay</dc:title><dc:creator>Jane Doe</dc:creator>';
  const items = await read(makeBook({ metadata, chapters: { ...TWO, 'd.xhtml': '<p>And the third.</p>' }, files: { 'OPS/nav.xhtml': NAV } }), 'chapters');
  expect(items).toMatchObject([
    { item: 'OPS/a b.xhtml', collection: 'Ferry - Quay', draft: { title: 'First', byline: 'Jane Doe', url: null, extra: { book: 'Ferry / Quay', missingImages: ['img/quay.gif'] } } },
    { item: 'OPS/c.xhtml', draft: { title: 'Second', text: 'It came back.', language: null } },
    { item: 'OPS/d.xhtml', draft: { title: 'Ferry / Quay, part 3', guessed: { title: 0.3 } } },
  ]);
  const [first] = items;
  expect(first !== undefined && 'bytes' in first && Buffer.from(first.bytes ?? []).toString()).toContain('<h1>One</h1>');
});

test('passes over covers, and what the book itself sets aside', async () => {
  const chapters = { 'cover.xhtml': '<svg><image xlink:href="x.png"/></svg>', 'a.xhtml': '<p>Words.</p>', 'notes.xhtml': '<p>Aside.</p>' };
  expect(await read(makeBook({ chapters, itemrefs: { 'notes.xhtml': 'linear="no"' } }), 'chapters')).toMatchObject([{ item: 'OPS/a.xhtml' }]);
});

test('names chapters that are missing or cannot be read', async () => {
  const chapters = { 'a.xhtml': '<p>Words.</p>', 'gone.xhtml': '', 'deep.xhtml': '<div>'.repeat(2_000) };
  const book = makeBook({ chapters, files: { 'OPS/gone.xhtml': undefined } });
  expect(await read(book)).toMatchObject([{ draft: { text: 'Words.', extra: { missingChapters: [expect.stringContaining('OPS/gone.xhtml: '), expect.stringContaining('OPS/deep.xhtml: ')] } } }]);
  expect(await read(book, 'chapters')).toMatchObject([{ item: 'OPS/a.xhtml' }, { item: 'OPS/gone.xhtml', code: 'malformed' }, { item: 'OPS/deep.xhtml', code: 'too-deep' }]);
});

test('reads a book whose order goes round in circles once', async () => {
  const spine = '<itemref idref="a"/>'.repeat(9_000);
  const opf = `<package><metadata><dc:title>Loop</dc:title></metadata><manifest><item id="a" href="a.xhtml"/></manifest><spine>${spine}</spine></package>`;
  expect(await read(makeBook({ chapters: { 'a.xhtml': '<p>Words.</p>' }, files: { 'OPS/p.opf': opf } }))).toMatchObject([{ draft: { text: 'Words.' } }]);
});

test('finds the package file of a book that does not name it', async () => {
  expect(await read(makeBook({ chapters: { 'a.xhtml': '<p>Words.</p>' }, files: { 'META-INF/container.xml': undefined } }))).toMatchObject([{ draft: { title: 'Ferry' } }]);
});

test('reads a book in which only fonts are obfuscated', async () => {
  const encryption = '<encryption><EncryptedData><EncryptionMethod Algorithm="http://www.idpf.org/2008/embedding"/></EncryptedData></encryption>';
  expect(await read(makeBook({ chapters: { 'a.xhtml': '<p>Words.</p>' }, files: { 'META-INF/encryption.xml': encryption } }))).toHaveLength(1);
});

const DRM = '<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/></enc:EncryptedData></encryption>';

test.each([
  ['protected', { 'META-INF/encryption.xml': DRM }],
  ['malformed', { 'OPS/p.opf': undefined }],
  ['malformed', { 'OPS/p.opf': '<package><metadata><dc:title>Unclosed' }],
  ['malformed', { 'OPS/a.xhtml': undefined }],
  ['no-text', { 'OPS/a.xhtml': '<p> </p>' }],
])('refuses with %s', async (code, files) => {
  await expect(read(makeBook({ chapters: { 'a.xhtml': '<p>Words.</p>' }, files }))).rejects.toThrow(expect.objectContaining({ code }));
});

test('a book that is too large for one article says how it can be had', async () => {
  const half = `<p>Words.</p>${'<i>x</i>'.repeat(100_000)}`;
  const book = makeBook({ chapters: { 'a.xhtml': half, 'b.xhtml': half } });
  await expect(read(book)).rejects.toThrow(/--books chapters/);
});

test('expands no entity and follows no path out of the book', async () => {
  const chapter = '<!DOCTYPE x [<!ENTITY a "yyyy"><!ENTITY z SYSTEM "file:///etc/passwd">]><html><body><p>a &a; &z;</p><img src="../../../../etc/passwd"/></body></html>';
  expect(await read(makeBook({ chapters: { 'a.xhtml': '' }, files: { 'OPS/a.xhtml': chapter } }))).toMatchObject([{ draft: { text: 'a &a; &z;', images: [], extra: { missingImages: ['etc/passwd'] } } }]);
});

test('lets no attack through', async () => {
  for (const { html: attack } of attackFragments) {
    const [item] = await read(makeBook({ chapters: { 'a.xhtml': `<p>words</p>${attack}` } }));
    const html = item !== undefined && 'draft' in item ? item.draft.html : '';
    expect(html).toContain('words');
    expect(sanitizeHtml(html).html).toBe(html);
    expect(html).not.toMatch(/<[a-z][^>]*(?:="javascript:|\son\w+=)/i);
  }
});

test('a damaged book is read or refused with a reason', async () => {
  const good = makeBook({ chapters: TWO, files: { 'OPS/nav.xhtml': NAV, 'img/quay.gif': GIF } });
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length), fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { maxLength: 4 }), fc.constantFrom<BookForm>('whole', 'chapters'), async (end, flips, books) => {
      const bytes = Buffer.from(good);
      for (const [at, byte] of flips) bytes[at] = byte;
      try {
        expect(await read(flips.length > 0 ? bytes : bytes.subarray(0, end), books)).not.toEqual([]);
      } catch (error) {
        expect(error).toBeInstanceOf(LibraryError);
      }
    }),
    { numRuns: randomRuns(100) },
  );
});
