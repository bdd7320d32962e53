import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import type { Outcome } from '../contract/define.ts';
import { originalPath } from '../contract/reading.ts';
import { addOldArticles, LEFTOVER } from './import/fixtures/old-articles.ts';
import { EXTRACTOR_VERSION } from './extract/extractor-version.ts';
import type { Library } from './open-library.ts';
import { openForTest as open } from './library-fixtures.ts';
import { libraryFolder } from './store/library-folder.ts';
import type { LibraryStore } from './store/library-store.ts';
import { makeArticle, makeScratchFolder, openStore } from './store/store-fixtures.ts';

// Imported files that are handed out, and read again, on the whole library with its real workers.

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return outcome.value;
}

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR42mNgYGD4jxuNSuNCAC0pY50x7xTaAAAAAElFTkSuQmCC', 'base64');
const SENTENCE = 'The ferry left the harbour an hour late, and nobody on the quay could say why. ';
const page = (title: string, more = '') => `<html lang="en"><head><title>${title}</title><link rel="canonical" href="https://beacon.example/${title.length}"></head><body><article><h1>${title}</h1>${`<p>${title}, they said. ${SENTENCE.repeat(4)}</p>`.repeat(3)}${more}</article></body></html>`;

/** A library that an extractor of before has filled from these files. */
async function makeOldLibrary(files: Readonly<Record<string, string | Buffer>>, more?: (store: LibraryStore) => void) {
  const root = makeScratchFolder();
  const folder = makeScratchFolder();
  for (const [name, content] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), content);
  const store = openStore(root);
  await addOldArticles(store, folder);
  more?.(store);
  store.close();
  const library = await open(root);
  const { articles } = value(await library.client['articles.list']({ sort: 'title' }));
  return { root, library, ids: new Map(articles.map(({ id, source }) => [source.name, id])) };
}

const textOf = async (library: Library, id: Parameters<Library['readArticle']>[0]) => (await library.readArticle(id))?.text ?? '';

it('articles of an older extractor are read again, each named with what came of it, and go back', { timeout: 120_000 }, async () => {
  const lost = makeArticle('lost', { source: { kind: 'newsroom', name: 'lost.xyz', sha256: 'a'.repeat(64) } });
  const chapter = makeArticle('chapter', { source: { kind: 'epub', name: 'book.epub', sha256: 'b'.repeat(64) }, extra: { book: 'A book' } });
  const { library, ids } = await makeOldLibrary(
    { 'a.html': page('Ferry late'), 'b.txt': `A long night\n\n${SENTENCE.repeat(4)}\n`, 'nets.html': page('Nets', '<figure><img src="net.png" alt="A net"></figure>'), 'net.png': PNG },
    (store) => store.addArticles([lost, chapter], 'skip'),
  );
  const id = (name: string) => {
    const found = ids.get(name);
    if (!found) throw new Error(`there is no article of ${name}`);
    return found;
  };
  const { client } = library;
  const before = value(await client['articles.get']({ id: id('a.html') }));
  expect(await textOf(library, id('a.html'))).toContain(LEFTOVER);
  expect(value(await client['articles.original']({ id: id('a.html') }))).toEqual({ name: 'a.html', kind: 'html', extractor: 1, snapshot: true });

  const all = [...ids.values()];
  const answer = value(await client['articles.extractAgain']({ ids: [...all, ...all] }));
  expect(new Set(answer.changed.map((one) => one.id))).toEqual(new Set([id('a.html'), id('b.txt')]));
  expect(answer.same).toEqual([]);
  expect(new Map(answer.left.map((one) => [one.id, one.code]))).toEqual(new Map([[id('nets.html'), 'file-missing'], [id('lost.xyz'), 'unsupported-format'], [id('book.epub'), 'unsupported-format']]));
  expect(await textOf(library, id('a.html'))).not.toContain(LEFTOVER);
  expect(value(await client['articles.get']({ id: id('a.html') }))).toEqual({ ...before, wordCount: expect.any(Number) });
  expect(value(await client['articles.original']({ id: id('a.html') })).extractor).toBe(EXTRACTOR_VERSION);
  expect(value(await client['search.query']({ query: 'share' })).total).toBe(1);
  expect(value(await client['articles.extractAgain']({ ids: [id('a.html')] }))).toEqual({ changed: [], same: [id('a.html')], left: [] });

  const back = value(await client['articles.goBack']({ versions: answer.changed }));
  expect(back.changed).toHaveLength(2);
  expect(await textOf(library, id('a.html'))).toContain(LEFTOVER);
  expect(value(await client['search.query']({ query: 'share' })).total).toBe(3);
  expect(value(await client['articles.goBack']({ versions: answer.changed }))).toEqual({ changed: [] });
  expect(value(await client['library.verify']({})).problems.filter(({ kind }) => kind !== 'original-missing' && kind !== 'original-damaged')).toEqual([]);
});

it('what an article said of itself counts where its file says nothing', { timeout: 60_000 }, async () => {
  const bare = page('Ferry late').replace(/<link[^>]*>/, '').replace('late, and', 'late, <a href="../timetable">as always</a>, and');
  const { library, ids } = await makeOldLibrary({ 'page.html': bare });
  const [id] = ids.values();
  if (!id) throw new Error('there is an article');
  value(await library.client['articles.setFacts']({ ids: [id], facts: { url: 'https://beacon.example/news/ferry' } }));
  expect(value(await library.client['articles.extractAgain']({ ids: [id] })).changed).toHaveLength(1);
  expect(value(await library.client['articles.get']({ id }))).toMatchObject({ url: 'https://beacon.example/news/ferry' });
  expect((await library.readArticle(id))?.html).toContain('href="https://beacon.example/timetable"');
});

it('an imported file is given as it came, as bytes of no kind, and nothing but that', { timeout: 60_000 }, async () => {
  const { root, library, ids } = await makeOldLibrary({ 'Fähre \'9\'.html': page('Ferry late', '<script>alert(1)</script>'), 'long.txt': `Long\n\n${SENTENCE.repeat(20_000)}` });
  const [html, long] = ['Fähre \'9\'.html', 'long.txt'].map((name) => ids.get(name));
  if (!html || !long) throw new Error('both were imported');
  const served = await library.serveArticle(originalPath(html));
  expect(served).toMatchObject({
    status: 200,
    headers: {
      'content-type': 'application/octet-stream',
      'content-disposition': "attachment; filename*=UTF-8''F%C3%A4hre%20%279%27.html",
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/^default-src 'none'; sandbox;/),
    },
  });
  expect(Buffer.from(served.body).toString()).toBe(page('Ferry late', '<script>alert(1)</script>'));
  expect(Buffer.from((await library.serveArticle(originalPath(long))).body).length).toBe(Buffer.byteLength(`Long\n\n${SENTENCE.repeat(20_000)}`));
  for (const address of [`${originalPath(html)}/`, `${originalPath(html)}s`, '/articles/nothing/original']) expect((await library.serveArticle(address)).status).toBe(404);
  // A file that is lost is said to be, by whoever asks for it.
  fs.rmSync(libraryFolder(root).blobs, { recursive: true });
  expect((await library.serveArticle(originalPath(long))).status).toBe(404);
  expect(value(await library.client['articles.extractAgain']({ ids: [long] })).left).toMatchObject([{ code: 'file-missing' }]);
});
