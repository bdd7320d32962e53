import fs from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { NO_FILTERS } from '../../contract/result-filters.ts';
import type { SavedSearch } from '../../contract/smart.ts';
import { libraryFolder } from './library-folder.ts';
import { LibraryStore } from './library-store.ts';
import { repairLibrary } from './repair-library.ts';
import { listSmart, lookAtSmart, removeSmart, renameSmart, saveSmart } from './smart-collections.ts';
import { FailingDisk, makeArticle, makeScratchFolder, openStore } from './store-fixtures.ts';
import { verifyLibrary } from './verify-library.ts';

const SEARCH: SavedSearch = { query: '+ice -gulls', sort: 'newest', group: 'month', filters: { ...NO_FILTERS, site: ['The Beacon'], from: '1987-01-01' } };

function makeStore() {
  const root = makeScratchFolder();
  const store = openStore(root);
  return { root, store };
}

const namesOf = (store: LibraryStore) => listSmart(store.database).map(({ name }) => name);

describe('a smart collection', () => {
  it('is kept with all of its search, renamed, changed and removed', () => {
    const { store } = makeStore();
    const smart = saveSmart(store, { name: 'Ice', search: SEARCH });
    expect(listSmart(store.database)).toEqual([smart]);
    expect(smart.search).toEqual(SEARCH);
    renameSmart(store, smart.id, 'Cold');
    saveSmart(store, { id: smart.id, name: 'Cold', search: { ...SEARCH, query: 'snow' } });
    expect(listSmart(store.database)).toEqual([{ ...smart, name: 'Cold', search: { ...SEARCH, query: 'snow' } }]);
    const removed = removeSmart(store, smart.id);
    expect([removed?.name, namesOf(store), removeSmart(store, smart.id)]).toEqual(['Cold', [], null]);
    // Undo.
    if (removed) saveSmart(store, removed);
    expect(listSmart(store.database)).toEqual([removed]);
  });

  it('begins with nothing new, and what was seen is never new again', () => {
    const { root } = makeStore();
    let now = Date.UTC(2026, 0, 1);
    const store = new LibraryStore(`${root}/timed`, { host: 'a test', now: () => new Date((now += 1_000)) });
    onTestFinished(() => store.close());
    store.addArticles([makeArticle('one')], 'skip');
    const smart = saveSmart(store, { name: 'All', search: SEARCH });
    expect(smart.looked).toBe(new Date(store.database.prepare('SELECT added FROM articles').get()?.['added']?.toString() ?? '').toISOString());
    expect(lookAtSmart(store, smart.id, '2026-02-01T00:00:00.000Z').looked).toBe('2026-02-01T00:00:00.000Z');
    expect(lookAtSmart(store, smart.id, '2025-02-01T00:00:00.000Z').looked).toBe('2026-02-01T00:00:00.000Z');
  });

  it('has a name of its own, and can be gone', () => {
    const { store } = makeStore();
    const one = saveSmart(store, { name: 'Ice', search: SEARCH });
    const two = saveSmart(store, { name: 'ice', search: SEARCH });
    const refused = expect.objectContaining({ code: 'invalid-input' });
    expect(() => saveSmart(store, { name: 'Ice', search: SEARCH })).toThrow(refused);
    expect(() => renameSmart(store, two.id, 'Ice')).toThrow(refused);
    removeSmart(store, one.id);
    expect(() => renameSmart(store, one.id, 'Snow')).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(renameSmart(store, two.id, 'Ice').name).toBe('Ice');
  });

  it('is in the journal: a library without its database has it again', () => {
    const { root, store } = makeStore();
    const kept = saveSmart(store, { name: 'Kept', search: SEARCH });
    const gone = saveSmart(store, { name: 'Gone', search: SEARCH });
    lookAtSmart(store, kept.id, '2030-01-01T00:00:00.000Z');
    removeSmart(store, gone.id);
    store.close();
    for (const file of ['', '-wal', '-shm']) fs.rmSync(libraryFolder(root).database + file, { force: true });
    const again = openStore(root);
    onTestFinished(() => again.close());
    expect(listSmart(again.database)).toEqual([{ ...kept, looked: '2030-01-01T00:00:00.000Z' }]);
    expect(verifyLibrary(again.database, again.folder)).toEqual({ ok: true, articles: 0, problems: [] });
  });

  it('outlives the purge of articles', () => {
    const { store } = makeStore();
    const ids = store.addArticles([makeArticle('one')], 'skip').map(({ id }) => id);
    saveSmart(store, { name: 'Kept', search: SEARCH });
    store.purge(ids);
    expect(namesOf(store)).toEqual(['Kept']);
    expect(verifyLibrary(store.database, store.folder).problems).toEqual([]);
  });

  it('that database and journal do not agree on is found, and none is lost by mending', () => {
    const { root, store } = makeStore();
    saveSmart(store, { name: 'Changed', search: SEARCH });
    const lost = saveSmart(store, { name: 'Lost', search: SEARCH });
    store.database.exec("UPDATE smart_collections SET looked = '2031-01-01T00:00:00.000Z' WHERE name = 'Changed'");
    store.database.prepare('DELETE FROM smart_collections WHERE id = ?').run(lost.id);
    expect(verifyLibrary(store.database, store.folder).problems).toMatchObject([{ kind: 'smart-differs' }]);
    store.close();
    const mended = repairLibrary(root, { host: 'a test' });
    expect([mended.ok, mended.problems]).toMatchObject([true, [{ kind: 'smart-differs', repaired: true }]]);
    const again = openStore(root);
    onTestFinished(() => again.close());
    expect(namesOf(again)).toEqual(['Changed', 'Lost']);
  });
});

describe('a disk that fails while a smart collection is written', () => {
  it.each(['save', 'rename', 'look', 'remove'] as const)('leaves all of the change or nothing: %s', (what) => {
    for (const tearing of [false, true]) {
      for (let failing = 1; ; failing += 1) {
        const root = makeScratchFolder();
        const first = openStore(root);
        const smart = saveSmart(first, { name: 'Before', search: SEARCH });
        first.close();
        const failingDisk = new FailingDisk();
        failingDisk.tearing = tearing;
        const store = openStore(root, failingDisk.disk);
        failingDisk.calls = 0;
        failingDisk.failing = failing;
        const before = listSmart(store.database);
        let failed = false;
        try {
          if (what === 'save') saveSmart(store, { name: 'Another', search: SEARCH });
          if (what === 'rename') renameSmart(store, smart.id, 'After');
          if (what === 'look') lookAtSmart(store, smart.id, '2030-01-01T00:00:00.000Z');
          if (what === 'remove') removeSmart(store, smart.id);
        } catch {
          failed = true;
        }
        store.close();
        const again = openStore(root);
        if (failed) expect(listSmart(again.database)).toEqual(before);
        else expect(listSmart(again.database)).not.toEqual(before);
        expect(verifyLibrary(again.database, again.folder).problems).toEqual([]);
        again.close();
        if (!failed) break;
      }
    }
  });
});
