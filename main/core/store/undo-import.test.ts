import fs from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ImportId } from '../../contract/ids.ts';
import { ImportOptions } from '../../contract/imports.ts';
import { LIMITS } from '../base/limits.ts';
import type { StoredImport } from './changes.ts';
import { findImport } from './import-rows.ts';
import { libraryFolder } from './library-folder.ts';
import type { LibraryStore, NewArticle } from './library-store.ts';
import { findArticle, findArticleWithBody, listArticles } from './list-articles.ts';
import { FailingDisk, makeArticle, makeScratchFolder, openStore } from './store-fixtures.ts';
import { undoImport } from './undo-import.ts';
import { verifyLibrary } from './verify-library.ts';
import { writeImport } from './write-import.ts';

const ID = ImportId.parse('import-1');
const canonicalUrl = 'https://paper.example/story';
const options = ImportOptions.parse({ tags: ['batch'] });
const FACTS: StoredImport = { id: ID, label: 'Clippings', origin: 'paths', started: '2026-02-01T08:00:00.000Z', paths: ['/in'], options };

function bring(store: LibraryStore, articles: readonly NewArticle[], onDuplicate: ImportOptions['onDuplicate'] = 'skip') {
  const places = articles.map((_, index) => ({ number: index + 1, source: `/in/${index}` }));
  return writeImport(store, { importId: ID, begin: FACTS, articles, onDuplicate, labels: { tags: options.tags, collections: [] }, places, entries: [], seconds: 1, stand: { state: 'finished', seconds: 1, error: null, undone: null } });
}

const titles = (store: LibraryStore, place: 'library' | 'trash' = 'library') =>
  listArticles(store.database, { limit: 500, offset: 0, sort: 'title', in: place }).articles.map(({ title }) => title);

/** A library that had an article, of which an import brought a new version, and another article. */
function makeChanged(store = openStore(makeScratchFolder())) {
  const [old] = store.addArticles([makeArticle('old', { canonicalUrl, tags: ['mine'] }), makeArticle('known')], 'skip');
  if (!old) throw new Error('an article was added');
  const results = bring(store, [makeArticle('old, told anew', { canonicalUrl, tags: ['batch', 'theirs'] }), makeArticle('new'), makeArticle('known')]);
  return { store, old: old.id, results };
}

describe('an import that is undone', () => {
  it('leaves its articles in the trash and gives others their content back, and says exactly that', () => {
    const { store, old, results } = makeChanged();
    onTestFinished(() => store.close());
    expect(findArticle(store.database, results[2]?.id ?? old)?.tags).toEqual(['batch']);
    expect(results.map((result) => ('action' in result ? result.action : result.list))).toEqual(['versioned', 'imported', 'skipped']);
    expect(titles(store)).toEqual(['About known', 'About new', 'About old, told anew']);
    const undone = undoImport(store, ID);
    expect(undone).toEqual({ trashed: [results[1]?.id], reverted: [old], replaced: [], changed: [], unlabelled: [results[2]?.id] });
    expect([titles(store), titles(store, 'trash')]).toEqual([['About known', 'About old'], ['About new']]);
    expect(findArticle(store.database, old)?.tags).toEqual(['mine', 'theirs']);
    expect(undone.unlabelled.map((id) => findArticle(store.database, id)?.tags)).toEqual([[]]);
    expect(findArticleWithBody(store.database, old)?.text).toContain('The story of old, told in');
    expect(findImport(store.database, ID)).toMatchObject({ state: 'finished', undoneAt: expect.any(String), counts: { imported: 1, duplicates: 2 } });
    expect(verifyLibrary(store.database, store.folder).problems).toEqual([]);
    // What it brought is a version now, and a second undo finds nothing to do.
    expect(store.database.prepare('SELECT count(*) AS n FROM versions').get()).toEqual({ n: 2 });
    expect(undoImport(store, ID)).toEqual({ trashed: [], reverted: [], replaced: [], changed: [], unlabelled: [] });
    // Redo, of what is in the trash.
    expect(store.restore(undone.trashed)).toEqual(undone.trashed);
  });

  it('stays undone in a library that is built again from its journal', () => {
    const root = makeScratchFolder();
    const { store, old } = makeChanged(openStore(root));
    undoImport(store, ID);
    store.close();
    for (const file of ['', '-wal', '-shm']) fs.rmSync(libraryFolder(root).database + file, { force: true });
    const again = openStore(root);
    onTestFinished(() => again.close());
    expect([titles(again), titles(again, 'trash')]).toEqual([['About known', 'About old'], ['About new']]);
    expect(undoImport(again, ID)).toMatchObject({ trashed: [], reverted: [], changed: [] });
    expect(findArticle(again.database, old)?.title).toBe('About old');
    expect(verifyLibrary(again.database, again.folder).problems).toEqual([]);
  });

  it('names what was replaced, and what has changed since, and leaves it alone', () => {
    const { store, old } = makeChanged();
    onTestFinished(() => store.close());
    store.addArticles([makeArticle('old, a third time', { canonicalUrl })], 'skip');
    expect(undoImport(store, ID)).toMatchObject({ reverted: [], changed: [old] });
    expect(titles(store)).toContain('About old, a third time');

    const other = openStore(makeScratchFolder());
    onTestFinished(() => other.close());
    const [first] = other.addArticles([makeArticle('first')], 'skip');
    bring(other, [makeArticle('first', { title: 'Replaced' })], 'replace');
    expect(undoImport(other, ID)).toEqual({ trashed: [], reverted: [], replaced: [first?.id], changed: [], unlabelled: [] });
    expect(titles(other)).toEqual(['Replaced']);
  });

  it('goes back over several versions of one article, and puts those that it brought itself into the trash', () => {
    const store = openStore(makeScratchFolder());
    onTestFinished(() => store.close());
    const own = 'https://paper.example/own';
    const [old] = store.addArticles([makeArticle('v1', { canonicalUrl })], 'skip');
    const versions = [makeArticle('v2', { canonicalUrl }), makeArticle('v3', { canonicalUrl }), makeArticle('own 1', { canonicalUrl: own }), makeArticle('own 2', { canonicalUrl: own })];
    const results = bring(store, versions);
    expect(undoImport(store, ID)).toEqual({ trashed: [results[2]?.id], reverted: [old?.id], replaced: [], changed: [], unlabelled: [] });
    expect([titles(store), titles(store, 'trash')]).toEqual([['About v1'], ['About own 2']]);
  });

  it('does not take an article out of the trash, and touches none that is gone', () => {
    const { store, old, results } = makeChanged();
    onTestFinished(() => store.close());
    store.trash([old]);
    store.purge(results.slice(1, 2).map(({ id }) => id));
    expect(undoImport(store, ID)).toEqual({ trashed: [], reverted: [old], replaced: [], changed: [], unlabelled: [results[2]?.id] });
    expect([titles(store), titles(store, 'trash')]).toEqual([['About known'], ['About old']]);
  });

  it('is refused by name where there is none', () => {
    const store = openStore(makeScratchFolder());
    onTestFinished(() => store.close());
    expect(() => undoImport(store, ID)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

describe('a disk that fails while an import is undone', () => {
  // Each article is larger than half of a change: undoing takes several of them.
  const text = (name: string) => `${name} ${'word '.repeat(LIMITS.batchBytes / 15)}`;
  const articles = (name: string) => [1, 2, 3].map((index) => makeArticle(`${name} ${index}`, { canonicalUrl: `${canonicalUrl}/${index}`, text: text(`${name} ${index}`), html: '' }));

  it('leaves a sound library, in which undoing it again does the rest', { timeout: 120_000 }, () => {
    const changed = makeScratchFolder();
    const before = openStore(changed);
    expect(before.addArticles(articles('old'), 'skip')).toHaveLength(3);
    expect(bring(before, [...articles('new'), makeArticle('own')])).toHaveLength(4);
    before.close();
    for (let failing = 1; ; failing += 1) {
      const root = makeScratchFolder();
      fs.cpSync(changed, root, { recursive: true });
      const failingDisk = new FailingDisk();
      failingDisk.tearing = failing % 2 === 0;
      const store = openStore(root, failingDisk.disk);
      failingDisk.calls = 0;
      failingDisk.failing = failing;
      let threw = false;
      try {
        undoImport(store, ID);
      } catch {
        threw = true;
      }
      store.close();
      const again = openStore(root);
      expect(verifyLibrary(again.database, again.folder).problems).toEqual([]);
      if (threw) expect(findImport(again.database, ID)?.undoneAt).toBeNull();
      const rest = undoImport(again, ID);
      expect(rest.changed).toEqual([]);
      expect(titles(again)).toEqual(['About old 1', 'About old 2', 'About old 3']);
      expect(titles(again, 'trash')).toEqual(['About own']);
      again.close();
      if (!threw) break;
    }
  });
});
