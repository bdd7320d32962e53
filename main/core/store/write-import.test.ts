import fs from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ArticleId, ImportId } from '../../contract/ids.ts';
import { ImportOptions } from '../../contract/imports.ts';
import { LIMITS } from '../base/limits.ts';
import type { StoredEntry, StoredImport } from './changes.ts';
import { findImport, findImportToContinue, isFoundIn, listImportedIds, listImports, readEntries, readReport, selectEntries } from './import-rows.ts';
import { readRecordsAbove } from './journal.ts';
import { libraryFolder } from './library-folder.ts';
import type { LibraryStore } from './library-store.ts';
import { findArticle } from './list-articles.ts';
import { repairLibrary } from './repair-library.ts';
import { FailingDisk, makeArticle, makeScratchFolder, openStore } from './store-fixtures.ts';
import { verifyLibrary } from './verify-library.ts';
import { forgetImport, setImport, writeImport, type ImportWrite } from './write-import.ts';

const ID = ImportId.parse('import-1');
const FACTS: StoredImport = { id: ID, label: 'Clippings', origin: 'paths', started: '2026-02-01T08:00:00.000Z', paths: ['/in/clippings'], options: ImportOptions.parse({ tags: ['news'] }) };
const SOUND = { ok: true, problems: [] };

const failed = (number: number, source: string, more: Partial<StoredEntry> = {}): StoredEntry => ({ number, list: 'failed', source, code: 'no-text', message: 'There is no text in it.', ...more });

function write(store: LibraryStore, names: readonly string[], more: Partial<ImportWrite> = {}) {
  const places = names.map((name, index) => ({ number: index + 1, source: `/in/${name}.txt` }));
  return writeImport(store, { importId: ID, begin: FACTS, articles: names.map((name) => makeArticle(name)), onDuplicate: 'skip', places, entries: [], seconds: 1.5, ...more });
}

function makeStore() {
  const root = makeScratchFolder();
  const store = openStore(root);
  return { root, store };
}

function reopened(root: string): LibraryStore {
  const store = openStore(root);
  onTestFinished(() => store.close());
  return store;
}

const report = (store: LibraryStore) => readReport(store.database, ID, { limit: 100, offset: 0 }).entries;
const found = (store: LibraryStore, list: 'imported' | 'failed', search: string) => readEntries(store.database, ID, selectEntries(store.database, { importId: ID, list, search })).map(({ source }) => source);

describe('a report', () => {
  it('is kept with the articles that it tells of, in one change', () => {
    const { root, store } = makeStore();
    const results = write(store, ['rivers', 'stones', 'rivers'], { entries: [failed(4, '/in/scan.pdf'), { number: 5, list: 'companions', source: '/in/a.png', of: '/in/a.html' }] });
    expect(results.map(({ list }) => list)).toEqual(['imported', 'imported', 'duplicates']);
    expect(store.lastChange).toBe(1);
    store.close();
    const again = reopened(root);
    const [first, second] = results.map(({ id }) => id);
    expect(report(again)).toEqual([
      { number: 1, list: 'imported', source: '/in/rivers.txt', id: first, title: 'About rivers' },
      { number: 2, list: 'imported', source: '/in/stones.txt', id: second, title: 'About stones' },
      { number: 3, list: 'duplicates', source: '/in/rivers.txt', id: first, action: 'skipped' },
      { number: 4, list: 'failed', source: '/in/scan.pdf', code: 'no-text', message: 'There is no text in it.' },
      { number: 5, list: 'companions', source: '/in/a.png', of: '/in/a.html' },
    ]);
    expect(findImport(again.database, ID)).toMatchObject({ label: 'Clippings', state: 'running', seconds: 1.5, done: 5, counts: { imported: 2, duplicates: 1, failed: 1, companions: 1 } });
    expect(findImportToContinue(again.database, ID)).toMatchObject({ facts: FACTS, lastNumber: 5 });
    expect(verifyLibrary(again.database, again.folder)).toMatchObject(SOUND);
  });

  it('names the labels that what was there already got, and keeps naming them when it is built again from the journal', () => {
    const { root, store } = makeStore();
    const full = Array.from({ length: LIMITS.labelsPerArticle }, (_, index) => `tag ${index}`);
    const before = store.addArticles([makeArticle('rivers', { tags: ['mine'] }), makeArticle('stones', { tags: ['news'], collections: ['Coast'] }), makeArticle('full', { tags: full })], 'skip');
    const labels = { tags: ['news'], collections: ['Coast'] };
    write(store, ['rivers', 'stones', 'full', 'rivers'], { labels });
    store.close();
    for (const file of ['', '-wal', '-shm']) fs.rmSync(libraryFolder(root).database + file, { force: true });
    const again = reopened(root);
    const tagsOf = before.map(({ id }) => findArticle(again.database, id)).map((article) => [article?.tags.length, article?.tags.includes('news'), article?.collections]);
    expect(tagsOf).toEqual([[2, true, ['Coast']], [1, true, ['Coast']], [full.length, false, ['Coast']]]);
    expect(report(again).map((entry) => ('labelled' in entry ? entry.labelled : null))).toEqual([labels, null, { tags: [], collections: ['Coast'] }, null]);
    expect(verifyLibrary(again.database, again.folder)).toMatchObject(SOUND);
  });

  it('is built again from the journal alone', () => {
    const { root, store } = makeStore();
    write(store, ['rivers'], { entries: [failed(2, '/in/scan.pdf')] });
    write(store, [], { entries: [{ ...failed(2, '/in/scan.pdf'), list: 'companions', of: '/in/a.html', code: undefined, message: undefined }] });
    setImport(store, ID, { state: 'failed', seconds: 3, error: { code: 'disk-full', message: 'Full.' }, undone: null });
    writeImport(store, { ...{ importId: ImportId.parse('gone'), begin: { ...FACTS, id: ImportId.parse('gone') } }, articles: [], onDuplicate: 'skip', places: [], entries: [failed(1, '/x')], seconds: 0 });
    forgetImport(store, ImportId.parse('gone'));
    const before = [listImports(store.database, { limit: 10, offset: 0 }), report(store)];
    store.close();
    for (const file of ['', '-wal', '-shm']) fs.rmSync(libraryFolder(root).database + file, { force: true });
    const again = reopened(root);
    expect([listImports(again.database, { limit: 10, offset: 0 }), report(again)]).toEqual(before);
    expect(before[0]).toMatchObject({ total: 1, imports: [{ state: 'failed', error: { code: 'disk-full', message: 'Full.' }, counts: { imported: 1, failed: 0, companions: 1 } }] });
    expect(verifyLibrary(again.database, again.folder)).toMatchObject(SOUND);
  });

  it('lists the newest import first, a page at a time', () => {
    const { store } = makeStore();
    for (const [name, started] of [['a', '2026-01-02'], ['b', '2026-01-03'], ['c', '2026-01-01']] as const) {
      write(store, [], { begin: { ...FACTS, id: ImportId.parse(name), started } });
    }
    expect(listImports(store.database, { limit: 2, offset: 0 })).toMatchObject({ total: 3, imports: [{ id: 'b' }, { id: 'a' }] });
    expect(listImports(store.database, { limit: 2, offset: 2 })).toMatchObject({ total: 3, imports: [{ id: 'c' }] });
    store.close();
  });

  it('finds what is searched for in names, titles and reasons, in whatever case', () => {
    const { store } = makeStore();
    write(store, ['rivers', 'stones'], { entries: [failed(3, '/in/FÄHRE.pdf'), failed(4, '/in/b.zip', { item: 'inner/100%.txt' })] });
    expect(found(store, 'imported', 'about STONES')).toEqual(['/in/stones.txt']);
    expect(found(store, 'failed', 'fähre')).toEqual(['/in/FÄHRE.pdf']);
    expect(found(store, 'failed', 'INNER/100%')).toEqual(['/in/b.zip']);
    expect(found(store, 'failed', 'no text')).toHaveLength(2);
    expect(found(store, 'failed', '_')).toEqual([]);
    expect(isFoundIn([null, undefined, 3, 'Cafe\u0301'], 'CAFÉ')).toBe(true);
    store.close();
  });

  it('knows which articles it brought, and which of them are in the trash', () => {
    const { store } = makeStore();
    const canonicalUrl = 'https://paper.example/story';
    const [old] = store.addArticles([makeArticle('old', { canonicalUrl }), makeArticle('known')], 'skip');
    const articles = [makeArticle('new'), makeArticle('thrown'), makeArticle('old, told anew', { canonicalUrl }), makeArticle('known')];
    const results = write(store, [], { articles, places: articles.map((_, index) => ({ number: index + 1, source: `/in/${index}` })) });
    store.trash(results.slice(1, 2).map(({ id }) => id));
    expect(new Set(listImportedIds(store.database, ID))).toEqual(new Set([results[0]?.id, old?.id]));
    store.close();
  });

  it('of an article that is deleted for good keeps the file and not the title, in the journal neither', () => {
    const { root, store } = makeStore();
    const articles = [makeArticle('a', { title: 'Secretword' }), makeArticle('b')];
    const [gone] = write(store, [], { articles, places: [{ number: 1, source: '/in/a' }, { number: 2, source: '/in/b' }] });
    store.purge([gone?.id ?? ArticleId.parse('none')]);
    expect(report(store)).toMatchObject([{ source: '/in/a', id: gone?.id, title: null }, { source: '/in/b', title: 'About b' }]);
    expect(readRecordsAbove(store.folder.journal, 0).some(({ json }) => json.includes('Secretword'))).toBe(false);
    expect(verifyLibrary(store.database, store.folder)).toMatchObject(SOUND);
    store.close();
    for (const file of ['', '-wal', '-shm']) fs.rmSync(libraryFolder(root).database + file, { force: true });
    expect(report(reopened(root))).toMatchObject([{ source: '/in/a', title: null }, { title: 'About b' }]);
  });

  it('that database and journal do not agree on is found, and nothing is lost by mending', () => {
    const { root, store } = makeStore();
    write(store, ['rivers'], { entries: [failed(2, '/in/a.pdf'), failed(3, '/in/b.pdf')] });
    const lost = ImportId.parse('lost');
    writeImport(store, { importId: lost, begin: { ...FACTS, id: lost }, articles: [], onDuplicate: 'skip', places: [], entries: [failed(1, '/x')], seconds: 0 });
    store.database.exec("UPDATE import_entries SET source = '/elsewhere' WHERE number = 2; DELETE FROM import_entries WHERE number = 3; DELETE FROM imports WHERE id = 'lost'");
    expect(verifyLibrary(store.database, store.folder).problems.map(({ kind }) => kind)).toEqual(['import-differs', 'import-differs']);
    store.close();
    const mended = repairLibrary(root, { host: 'a test' });
    expect(mended.ok).toBe(true);
    const again = reopened(root);
    expect(report(again).map(({ source }) => source)).toEqual(['/in/rivers.txt', '/elsewhere', '/in/b.pdf']);
    expect(findImport(again.database, lost)?.counts.failed).toBe(1);
  });

  it('of an import that is not there is refused by name', () => {
    const { store } = makeStore();
    const refused = expect.objectContaining({ code: 'not-found' });
    expect(() => forgetImport(store, ID)).toThrow(refused);
    expect(() => setImport(store, ID, { state: 'cancelled', seconds: 0, error: null, undone: null })).toThrow(refused);
    store.close();
  });
});

describe('a disk that fails while an import is written', () => {
  it.each([false, true])('keeps articles and their entries together, or neither (torn: %s)', (tearing) => {
    for (let failing = 1; ; failing += 1) {
      const root = makeScratchFolder();
      const failingDisk = new FailingDisk();
      failingDisk.tearing = tearing;
      const store = openStore(root, failingDisk.disk);
      write(store, ['kept']);
      failingDisk.calls = 0;
      failingDisk.failing = failing;
      const places = [{ number: 2, source: '/in/late.txt' }];
      let threw = false;
      try {
        write(store, [], { begin: undefined, articles: [makeArticle('late', {}, ['picture'])], places, entries: [failed(3, '/in/bad.pdf')], stand: { state: 'finished', seconds: 2, error: null, undone: null } });
      } catch {
        threw = true;
      }
      store.close();
      const again = openStore(root);
      expect(report(again).map(({ source }) => source)).toEqual(threw ? ['/in/kept.txt'] : ['/in/kept.txt', '/in/late.txt', '/in/bad.pdf']);
      expect(findImport(again.database, ID)?.state).toBe(threw ? 'running' : 'finished');
      expect(verifyLibrary(again.database, again.folder)).toEqual({ ok: true, articles: threw ? 1 : 2, problems: [] });
      again.close();
      if (!threw) break;
    }
  });
});
