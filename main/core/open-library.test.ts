import fs from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Outcome } from '../contract/define.ts';
import type { ImportId } from '../contract/ids.ts';
import type { ImportProgress } from '../contract/imports.ts';
import type { HostServices } from './host-services.ts';
import { openLibrary, type Library } from './open-library.ts';
import { openForTest as open, testServices as services } from './library-fixtures.ts';
import { libraryFolder } from './store/library-folder.ts';
import { lockLibrary } from './store/lock-library.ts';
import { makeScratchFolder } from './store/store-fixtures.ts';

// The whole library with its real workers, from files to answers.

function value<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`${outcome.error.code}: ${outcome.error.message}`);
  return outcome.value;
}

function ended(library: Library, id: ImportId): Promise<ImportProgress> {
  return new Promise((resolve) => {
    const stop = library.events.listen((event) => {
      if (event.type !== 'import-progress' || event.progress.id !== id || ['running', 'receiving'].includes(event.progress.state)) return;
      stop();
      resolve(event.progress);
    });
  });
}

async function importFiles(library: Library, files: Record<string, string | Buffer>): Promise<ImportProgress> {
  const folder = makeScratchFolder();
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  const { importId } = value(await library.client['imports.startPaths']({ paths: [folder] }));
  return ended(library, importId);
}

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR42mNgYGD4jxuNSuNCAC0pY50x7xTaAAAAAElFTkSuQmCC', 'base64');

describe('a library', () => {
  it('imports, lists, finds, shows, removes and restores', async () => {
    const library = await open(makeScratchFolder());
    const progress = await importFiles(library, {
      'lamp.txt': 'The keeper of the lamp\n\nBy Ada Example\n\nEvery night the lamp burned on the rock, and every morning the keeper wrote down how much oil it had cost.\n',
      'page.html': `<html lang="en"><head><title>Harbour notes</title></head><body><article><h1>Harbour notes</h1><p>${'The boats came in late and the nets were empty. '.repeat(8)}</p><figure><img src="net.png" alt="A net"></figure></article></body></html>`,
      'net.png': PNG,
      'note.md': '---\ntitle: A note on oil\ntags: [oil, notes]\n---\n\nOil was dear that winter.\n',
      'broken.pdf': '%PDF-1.4 nothing here',
    });
    expect(progress.counts).toEqual({ imported: 3, duplicates: 0, failed: 1, companions: 1 });

    const list = value(await library.client['articles.list']({ sort: 'title' }));
    expect(list.articles.map(({ title }) => title)).toEqual(['A note on oil', 'Harbour notes', 'The keeper of the lamp']);
    expect(list.articles[0]?.tags).toEqual(['oil', 'notes'].toSorted());

    const answer = value(await library.client['search.query']({ query: 'keeper oil' }));
    expect(answer.total).toBe(2);
    expect(answer.coverage).toMatchObject({ indexed: 3, articles: 3 });

    const page = list.articles[1];
    if (!page) throw new Error('three articles are listed');
    const document = await library.serveArticle(`/articles/${page.id}/`);
    expect(document).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    const sha256 = /images\/([0-9a-f]{64})/.exec(String(document.body))?.[1];
    expect(await library.serveArticle(`/articles/${page.id}/images/${sha256}`)).toMatchObject({ status: 200, headers: { 'content-type': 'image/png' } });
    expect((await library.serveArticle('/articles/nothing/')).status).toBe(404);

    value(await library.client['articles.remove']({ ids: [page.id] }));
    expect(value(await library.client['articles.list']({})).total).toBe(2);
    expect(value(await library.client['articles.list']({ in: 'trash' })).total).toBe(1);
    value(await library.client['articles.restore']({ ids: [page.id] }));
    expect(value(await library.client['library.counts']({}))).toEqual({ articles: 3, unread: 3, favourites: 0, archived: 0, unfetched: 0, trashed: 0 });
    expect(value(await library.client['library.verify']({}))).toEqual({ ok: true, articles: 3, problems: [] });
  });

  it('gives labels and takes them off again, lists by them, and tells of each change', async () => {
    const root = makeScratchFolder();
    const library = await open(root);
    await importFiles(library, { 'a.txt': 'First report\n\nThe ferry was late.', 'b.txt': 'Second report\n\nThe ferry was later.' });
    const { client } = library;
    const { ids, total } = value(await client['articles.ids']({ sort: 'title' }));
    expect([total, ids.length]).toEqual([2, 2]);
    let changes = 0;
    library.events.listen(({ type }) => (changes += Number(type === 'articles-changed')));
    expect(value(await client['articles.setTag']({ ids, tag: ' harbour  ', on: true })).changed).toEqual(ids);
    expect(value(await client['articles.setCollection']({ ids: ids.slice(0, 1), path: ' Coast / North ', on: true })).changed).toEqual(ids.slice(0, 1));
    expect(value(await client['articles.setTag']({ ids, tag: 'harbour', on: true })).changed).toEqual([]);
    expect(changes).toBe(2);
    expect(value(await client['library.labels']({ limit: 1 }))).toEqual({
      tags: [{ name: 'harbour', count: 2 }],
      sites: [],
      collections: [{ path: 'Coast', count: 1 }],
      totals: { tags: 1, sites: 0, collections: 2 },
    });
    expect(value(await client['articles.list']({ collection: 'Coast', tag: 'harbour', where: 'ferry' })).articles.map(({ title }) => title)).toEqual(['First report']);
    expect(value(await client['articles.ids']({ where: 'later' })).ids).toEqual(ids.slice(1));
    expect(await client['articles.setTag']({ ids, tag: 'two\nlines', on: true })).toMatchObject({ ok: false, error: { code: 'invalid-input', message: expect.stringContaining('no line breaks') } });
    expect(value(await client['library.about']({}))).toEqual({ version: '1.2.3', folder: root, extractor: 3 });
  });

  it('corrects facts of articles, finds and counts them by these, and takes all of it back', async () => {
    const library = await open(makeScratchFolder());
    await importFiles(library, {
      'a.txt': 'First report\n\nBy Ada Example\n\nThe ferry was late, and nobody on the pier was told of the reason.',
      'b.txt': 'Second report\n\nThe ferry was later still, and by then the people on the pier had all gone home.',
    });
    const { client } = library;
    const ids = value(await client['articles.ids']({ sort: 'title' })).ids.toSorted();
    const before = value(await client['articles.list']({ sort: 'title' })).articles;
    // On a busy machine the first words may come into the index after the first question.
    await vi.waitFor(async () => expect(value(await client['search.query']({ query: 'ferry' })).total).toBe(2), 30_000);
    const set = value(await client['articles.setFacts']({ ids, facts: { title: ' Barometers  ', site: 'The Beacon', published: '1987-02', url: 'https://www.beacon.example/a/?utm_source=x', language: 'de' } }));
    expect({ ...set, changed: set.changed.toSorted() }).toEqual({ changed: ids, change: expect.any(Number) });
    const [first] = value(await client['articles.list']({ site: 'The Beacon' })).articles;
    expect(first).toMatchObject({ title: 'Barometers', published: '1987-02', publishedPrecision: 'month', url: 'https://www.beacon.example/a/?utm_source=x', language: 'de' });
    expect(first?.corrected.toSorted()).toEqual(['language', 'published', 'site', 'title', 'url']);
    expect(Object.keys(first?.guessed ?? {}).filter((name) => name !== 'byline')).toEqual([]);
    for (const query of ['barometers', 'title:barometers', 'site:"The Beacon"', 'lang:de', 'date:1987']) expect([query, value(await client['search.query']({ query })).total]).toEqual([query, 2]);
    expect(value(await client['library.labels']({})).sites).toEqual([{ name: 'The Beacon', count: 2 }]);
    expect(value(await client['articles.facts']({ ids })).title).toEqual({ values: [{ value: 'Barometers', count: 2 }], distinct: 1, guessed: null, corrected: 2 });
    expect(await client['articles.setFacts']({ ids, facts: { title: ' ' } })).toMatchObject({ ok: false, error: { code: 'invalid-input', message: expect.stringContaining('needs a title') } });
    expect(value(await client['articles.undoFacts']({ change: set.change ?? 0 })).changed.toSorted()).toEqual(ids);
    expect(value(await client['articles.list']({ sort: 'title' })).articles).toEqual(before);
    expect(value(await client['search.query']({ query: 'barometers' })).total).toBe(0);
    expect(value(await client['search.query']({ query: 'title:report' })).total).toBe(2);
    expect(value(await client['library.verify']({}))).toEqual({ ok: true, articles: 2, problems: [] });
  });

  it('keeps settings in the file that the host lends, and tells of changes', async () => {
    let held: unknown = { theme: 'sepia' };
    const settings = { read: () => held, write: (changed: unknown) => void (held = changed) };
    const library = await openLibrary({ root: makeScratchFolder(), access: 'write' }, { ...services, settings });
    onTestFinished(() => library.close());
    const told: string[] = [];
    library.events.listen(({ type }) => told.push(type));
    expect(value(await library.client['settings.change']({ textSize: 120 }))).toMatchObject({ theme: 'sepia', textSize: 120 });
    expect(value(await library.client['settings.get']({}))).toEqual(held);
    expect(told).toEqual(['settings-changed']);
  });

  it('takes pasted text and uploaded files, in any charset', async () => {
    const library = await open(makeScratchFolder());
    const pasted = value(await library.client['imports.startText']({ text: 'A pasted headline\n\nAnd the story below it, which somebody copied from a page.' }));
    await ended(library, pasted.importId);
    const upload = value(await library.client['imports.openUpload']({}));
    const end = ended(library, upload.importId);
    await library.receiveFile(upload.importId, 'a/b.txt', 'a/b.txt', Readable.from([Buffer.from('Der Bürgermeister sprach über die Brücke, die Züge und die Größe der Fähre.', 'latin1')]));
    value(await library.client['imports.closeUpload']({ importId: upload.importId }));
    expect((await end).counts).toMatchObject({ imported: 1, failed: 0 });
    const { articles } = value(await library.client['articles.list']({}));
    const [uploaded] = articles;
    const read = uploaded && (await library.readArticle(uploaded.id));
    expect(read?.text).toContain('Bürgermeister sprach über die Brücke');
    expect(read?.article.source.name).toBe('b.txt');
  });

  it('finds new articles after a pause, and answers meanwhile', async () => {
    const library = await open(makeScratchFolder());
    await importFiles(library, { 'one.txt': 'The first story speaks of a lighthouse.' });
    expect(value(await library.client['search.query']({ query: 'lighthouse' })).total).toBe(1);
    const ready = new Promise<void>((resolve) => {
      library.events.listen((event) => event.type === 'search-ready' && resolve());
    });
    await importFiles(library, { 'two.txt': 'The second story speaks of a lighthouse, too.' });
    const meanwhile = value(await library.client['search.query']({ query: 'lighthouse' }));
    expect(meanwhile.total).toBeGreaterThan(0);
    expect(meanwhile.coverage.building || meanwhile.total === 2).toBe(true);
    await ready;
    expect(value(await library.client['search.query']({ query: 'lighthouse' })).total).toBe(2);
  });

  it('can be read beside its writer, and not written', async () => {
    const root = makeScratchFolder();
    const writer = await open(root);
    await importFiles(writer, { 'one.txt': 'A story that both can see.' });
    const reader = await open(root, { access: 'read' });
    const { articles } = value(await reader.client['articles.list']({}));
    expect(articles).toHaveLength(1);
    expect(await reader.client['articles.remove']({ ids: articles.map(({ id }) => id) })).toMatchObject({ ok: false, error: { code: 'read-only' } });
    await expect(openLibrary({ root, access: 'write' }, services)).rejects.toMatchObject({ code: 'locked' });
  });

  it('can be read first after an update, and says so where it cannot be brought up to date', async () => {
    const root = makeScratchFolder();
    fs.cpSync(path.resolve('main/core/store/fixtures/library-1'), root, { recursive: true });
    const older = lockLibrary(libraryFolder(root), 'an older Carrel', new Date());
    await expect(openLibrary({ root, access: 'read' }, services)).rejects.toMatchObject({ code: 'read-only', message: expect.stringContaining('older') });
    older.release();
    const reader = await open(root, { access: 'read' });
    expect(value(await reader.client['articles.list']({})).total).toBe(4);
  });

  it('leaves what a writer is receiving alone when a reader beside it closes', async () => {
    const root = makeScratchFolder();
    const writer = await open(root);
    const { importId } = value(await writer.client['imports.openUpload']({}));
    await writer.receiveFile(importId, 'a.txt', 'a.txt', Readable.from([Buffer.from('A story that is still on its way in.')]));
    const reader = await openLibrary({ root, access: 'read' }, services);
    await reader.close();
    const end = ended(writer, importId);
    value(await writer.client['imports.closeUpload']({ importId }));
    expect((await end).counts).toMatchObject({ imported: 1, failed: 0 });
  });

  it('goes on without a part that died, and can be closed', async () => {
    const dying: HostServices = {
      ...services,
      workerFile: (name) => (name === 'read-worker' ? new URL('./workers/fixtures/dying-read-worker.ts', import.meta.url) : services.workerFile(name)),
    };
    const root = makeScratchFolder();
    const library = await openLibrary({ root, access: 'write' }, dying);
    expect(await library.client['library.counts']({})).toMatchObject({ ok: false, error: { code: 'reader-crashed' } });
    expect(await library.client['library.counts']({})).toMatchObject({ ok: false, error: { code: 'reader-crashed' } });
    await expect(library.close()).rejects.toMatchObject({ code: 'reader-crashed' });
    // The lock is free again, so the writer was closed.
    await (await openLibrary({ root, access: 'write' }, services)).close();
  });

  it('says what keeps it from opening', async () => {
    await expect(openLibrary({ root: makeScratchFolder(), access: 'read' }, services)).rejects.toMatchObject({ code: 'no-library' });
    const root = makeScratchFolder();
    fs.writeFileSync(path.join(root, 'library.db'), 'noise'.repeat(2_000));
    await expect(openLibrary({ root, access: 'read' }, services)).rejects.toMatchObject({ code: 'damaged' });
    await expect(openLibrary({ root, access: 'write' }, services)).rejects.toMatchObject({ code: 'damaged' });
  });

  it('imports the sample articles that come with the program', async () => {
    const library = await open(makeScratchFolder());
    const { importId } = value(await library.client['imports.startSamples']({}));
    expect((await ended(library, importId)).counts).toMatchObject({ imported: 10, duplicates: 0, failed: 0 });
    const stats = value(await library.client['library.stats']({}));
    expect(Object.keys(stats.languages).length).toBeGreaterThanOrEqual(3);
  });

  it('cancels an import and keeps what it had', async () => {
    const library = await open(makeScratchFolder());
    const files = Object.fromEntries(Array.from({ length: 400 }, (_, index) => [`${index}.txt`, `Story number ${index} about nothing at all.`]));
    const folder = makeScratchFolder();
    for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
    const { importId } = value(await library.client['imports.startPaths']({ paths: [folder] }));
    const end = ended(library, importId);
    await library.client['imports.cancel']({ importId });
    const progress = await end;
    expect(progress.state).toBe('cancelled');
    expect(progress.done).toBe(400);
    const imported = progress.counts.imported ?? 0;
    expect(value(await library.client['articles.list']({})).total).toBe(imported);
    expect(imported).toBeLessThan(400);
  });
});

describe('the report of an import', () => {
  it('is there after the library was closed, searchable, as a table, until it is forgotten', async () => {
    const root = makeScratchFolder();
    const first = await openLibrary({ root, access: 'write' }, services);
    const { id: importId } = await importFiles(first, { 'lamp.txt': 'The keeper of the lamp\n\nEvery night the lamp burned on the rock.\n', 'noise.bin': Buffer.from([0, 1, 2, 3, 255]) });
    await first.close();

    const { client } = await open(root);
    const { total, imports } = value(await client['imports.list']({}));
    expect([total, imports]).toMatchObject([1, [{ id: importId, state: 'finished', found: 2, done: 2, counts: { imported: 1, failed: 1 }, error: null }]]);
    expect(value(await client['imports.get']({ importId }))).toEqual(imports[0]);
    const { entries } = value(await client['imports.entries']({ importId, list: 'imported', search: 'KEEPER' }));
    expect(entries).toMatchObject([{ title: 'The keeper of the lamp', source: expect.stringContaining('lamp.txt') }]);
    expect(value(await client['imports.entries']({ importId, list: 'imported', search: 'gulls' })).total).toBe(0);
    expect(value(await client['imports.articleIds']({ importId })).ids).toEqual(entries.map((entry) => 'id' in entry && entry.id));
    const { csv } = value(await client['imports.csv']({ importId, header: true }));
    expect(csv.split('\r\n')).toHaveLength(4);
    value(await client['imports.forget']({ importId }));
    expect(value(await client['imports.list']({})).total).toBe(0);
    expect(await client['imports.get']({ importId })).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(value(await client['library.verify']({}))).toEqual({ ok: true, articles: 1, problems: [] });
  });

  it('of a dry run is there as long as the library is open', async () => {
    const library = await open(makeScratchFolder());
    const folder = makeScratchFolder();
    fs.writeFileSync(path.join(folder, 'a.txt'), 'A story\n\nOf a few words.');
    const { importId } = value(await library.client['imports.startPaths']({ paths: [folder], options: { dryRun: true } }));
    await ended(library, importId);
    expect(value(await library.client['imports.list']({}))).toMatchObject({ total: 1, imports: [{ id: importId, state: 'finished', counts: { imported: 1 } }] });
    expect(value(await library.client['imports.entries']({ importId, list: 'imported', search: 'story' }))).toMatchObject({ total: 1, entries: [{ number: 1, title: 'A story' }] });
    expect(value(await library.client['imports.csv']({ importId })).total).toBe(1);
    value(await library.client['imports.forget']({ importId }));
    expect(value(await library.client['imports.list']({})).total).toBe(0);
  });
});
