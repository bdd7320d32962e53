import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ImportId, WatchedFolderId } from '../../contract/ids.ts';
import { ImportOptions } from '../../contract/imports.ts';
import type { StoredImport, StoredWatch } from './changes.ts';
import type { LibraryStore } from './library-store.ts';
import { findArticle, listArticles } from './list-articles.ts';
import { repairLibrary } from './repair-library.ts';
import { makeArticle, makeScratchFolder, openStore } from './store-fixtures.ts';
import { verifyLibrary } from './verify-library.ts';
import { findTaken, findTakenArticle, listWatched, removeWatch, saveWatch } from './watched-rows.ts';
import { forgetImport, writeImport, type FileToTake } from './write-import.ts';

const FOLDER: StoredWatch = { id: WatchedFolderId.parse('folder-1'), path: '/in/clippings', added: '2026-03-01T08:00:00.000Z', paused: false };
const ID = ImportId.parse('import-1');
const FACTS: StoredImport = { id: ID, label: 'clippings', origin: 'watched', started: '2026-03-01T08:00:00.000Z', paths: [FOLDER.path], options: ImportOptions.parse({}) };

const file = (name: string, more: Partial<FileToTake> = {}): FileToTake => ({ source: `${FOLDER.path}/${name}`, path: name, sizeBytes: 10, modified: 1_000, whole: true, ...more });

/** Imports one file with one article. */
function take(store: LibraryStore, name: string, text: string, more: Partial<FileToTake> = {}) {
  const articles = [makeArticle(name, { text })];
  const places = [{ number: 1, source: `${FOLDER.path}/${name}` }];
  const [result] = writeImport(store, { importId: ID, begin: FACTS, articles, onDuplicate: 'skip', places, entries: [], seconds: 1, taken: { folder: FOLDER.id, files: [file(name, more)] } });
  if (!result) throw new Error('each article has a result');
  return result;
}

function makeStore(): { root: string; store: LibraryStore } {
  const root = makeScratchFolder();
  const store = openStore(root);
  saveWatch(store, FOLDER);
  return { root, store };
}

function reopened(root: string): LibraryStore {
  const store = openStore(root);
  onTestFinished(() => store.close());
  return store;
}

const verify = (store: LibraryStore) => verifyLibrary(store.database, store.folder).problems.map(({ kind }) => kind);

describe('files of a watched folder', () => {
  it('are taken in the change that brings their articles, and stay taken when the database is built again from the journal', () => {
    const { root, store } = makeStore();
    const { id } = take(store, 'sea.txt', 'The sea was high.');
    expect(store.lastChange).toBe(2);
    store.close();
    fs.rmSync(path.join(root, 'library.db'));
    const again = reopened(root);
    expect(listWatched(again.database)).toMatchObject([{ ...FOLDER, taken: 1 }]);
    expect(findTaken(again.database, FOLDER.id, ['sea.txt', 'other.txt'])).toEqual(new Map([['sea.txt', { path: 'sea.txt', sizeBytes: 10, modified: 1_000, whole: true, article: id }]]));
    expect(verify(again)).toEqual([]);
  });

  it('stay taken when their report is forgotten and their articles are deleted for good', () => {
    const { store } = makeStore();
    onTestFinished(() => store.close());
    const { id } = take(store, 'sea.txt', 'The sea was high.');
    forgetImport(store, ID);
    store.trash([id]);
    store.purge([id]);
    expect(findTaken(store.database, FOLDER.id, ['sea.txt']).size).toBe(1);
    expect(findTakenArticle(store.database, FOLDER.id, 'sea.txt')).toBeUndefined();
    expect(verify(store)).toEqual([]);
  });

  it('that are changed become new versions of their articles; the same again is skipped', () => {
    const { store } = makeStore();
    onTestFinished(() => store.close());
    const { id } = take(store, 'sea.txt', 'The sea was high.');
    expect(take(store, 'sea.txt', 'The sea is calm now.', { modified: 2_000 })).toEqual({ list: 'duplicates', id, action: 'versioned' });
    expect(take(store, 'sea.txt', 'The sea is calm now.', { modified: 3_000 })).toEqual({ list: 'duplicates', id, action: 'skipped' });
    expect(findTaken(store.database, FOLDER.id, ['sea.txt']).get('sea.txt')).toMatchObject({ modified: 3_000, article: id });
    expect(findArticle(store.database, id)?.excerpt).toBe('The sea is calm now.');
  });

  it('that were copied and then changed become articles of their own', () => {
    const { store } = makeStore();
    onTestFinished(() => store.close());
    const { id } = take(store, 'letter.txt', 'Dear reader.');
    expect(take(store, 'copy.txt', 'Dear reader.')).toMatchObject({ action: 'skipped', id });
    expect(take(store, 'copy.txt', 'Dear other reader.', { modified: 2_000 }).list).toBe('imported');
    expect(listArticles(store.database, { in: 'library', sort: 'title', limit: 10, offset: 0 }).total).toBe(2);
  });

  it('are counted as taken when all of them is in the report', () => {
    const { store } = makeStore();
    onTestFinished(() => store.close());
    take(store, 'letters.mbox', 'Dear reader.', { whole: false });
    expect(listWatched(store.database)).toMatchObject([{ taken: 0 }]);
    writeImport(store, { importId: ID, articles: [], onDuplicate: 'skip', places: [], entries: [], seconds: 2, taken: { folder: FOLDER.id, files: [file('letters.mbox')] } });
    expect(listWatched(store.database)).toMatchObject([{ taken: 1 }]);
  });

  it('are forgotten with their folder; one that is not watched has none', () => {
    const { root, store } = makeStore();
    take(store, 'sea.txt', 'The sea was high.');
    saveWatch(store, { ...FOLDER, paused: true });
    expect(listWatched(store.database)).toMatchObject([{ paused: true, taken: 1 }]);
    removeWatch(store, FOLDER.id);
    expect(listWatched(store.database)).toEqual([]);
    expect(() => removeWatch(store, FOLDER.id)).toThrow(expect.objectContaining({ code: 'not-found' }));
    take(store, 'sea.txt', 'The sea was high.');
    store.close();
    const again = reopened(root);
    expect(findTaken(again.database, FOLDER.id, ['sea.txt']).size).toBe(0);
    expect(verify(again)).toEqual([]);
  });
});

describe('verify finds, and repair mends,', () => {
  it.each([
    ['a file that the database lost', 'DELETE FROM watched_files'],
    ['a folder that the database lost', 'DELETE FROM watched_folders'],
    ['a file that was changed in the database', 'UPDATE watched_files SET modified = 5'],
    ['a folder that was changed in the database', 'UPDATE watched_folders SET paused = 1'],
  ])('%s', (_, damage) => {
    const { root, store } = makeStore();
    take(store, 'sea.txt', 'The sea was high.');
    store.database.exec(damage);
    store.close();
    const damaged = openStore(root);
    expect(verify(damaged)).toEqual(['watched-differs']);
    damaged.close();
    expect(repairLibrary(root, { host: 'a test' })).toMatchObject({ ok: true, problems: [{ kind: 'watched-differs', repaired: true }] });
    const mended = reopened(root);
    expect(listWatched(mended.database)).toMatchObject([{ id: FOLDER.id, taken: 1 }]);
  });
});
