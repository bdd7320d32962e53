import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ArticleId } from '../../contract/ids.ts';
import { LIMITS } from '../base/limits.ts';
import { decodeJournalFrame } from './journal-record.ts';
import { readJournal } from './journal.ts';
import { readLabels } from './library-labels.ts';
import type { LibraryStore } from './library-store.ts';
import { findArticle } from './list-articles.ts';
import { makeArticle, makeScratchFolder, openStore } from './store-fixtures.ts';
import { verifyLibrary } from './verify-library.ts';

function makeStore(names: readonly string[], root = makeScratchFolder()): { root: string; store: LibraryStore; close: () => void; ids: ArticleId[] } {
  const store = openStore(root);
  let open = true;
  const close = () => {
    if (open) store.close();
    open = false;
  };
  onTestFinished(close);
  return { root, store, close, ids: store.addArticles(names.map((name) => makeArticle(name)), 'skip').map(({ id }) => id) };
}

const tagsOf = (store: LibraryStore, id: ArticleId | undefined) => id && findArticle(store.database, id)?.tags;

describe('a tag or a collection', () => {
  it('is given to those that lack it and taken off those that have it, and both are named exactly', () => {
    const { store, ids } = makeStore(['one', 'two', 'three']);
    const [one, two, three] = ids;
    if (!one || !two || !three) throw new Error('three articles were added');
    const tag = { kind: 'tag', name: 'sea' } as const;
    expect(store.setLabel([two], { ...tag, on: true })).toEqual([two]);
    expect(store.setLabel([three, two, one, one], { ...tag, on: true })).toEqual([three, one]);
    expect(store.setLabel([three, one], { ...tag, on: false })).toEqual([three, one]);
    expect(ids.map((id) => tagsOf(store, id))).toEqual([[], ['sea'], []]);
    expect(store.setLabel([one], { kind: 'collection', name: 'Coast/North', on: true })).toEqual([one]);
    expect(findArticle(store.database, one)?.collections).toEqual(['Coast/North']);
    expect(store.setLabel([one], { kind: 'collection', name: 'Coast', on: false })).toEqual([]);
  });

  it('makes no change where nothing is to be changed', () => {
    const { store, ids } = makeStore(['one']);
    const before = store.lastChange;
    store.setLabel(ids, { kind: 'tag', name: 'sea', on: false });
    store.setState(ids, { read: false });
    expect(store.lastChange).toBe(before);
  });

  it('is in the library that is built again from the journal', () => {
    const { root, store, close, ids } = makeStore(['one', 'two']);
    store.setLabel(ids, { kind: 'tag', name: 'sea', on: true });
    store.setLabel(ids, { kind: 'collection', name: 'Coast', on: true });
    store.setLabel(ids.slice(0, 1), { kind: 'tag', name: 'sea', on: false });
    store.setState(ids.slice(1), { archived: true });
    const before = ids.map((id) => findArticle(store.database, id));
    expect(verifyLibrary(store.database, store.folder).problems).toEqual([]);
    close();
    for (const suffix of ['', '-wal', '-shm']) fs.rmSync(path.join(root, `library.db${suffix}`), { force: true });
    const again = openStore(root);
    onTestFinished(() => again.close());
    expect(ids.map((id) => findArticle(again.database, id))).toEqual(before);
    expect(before.map((article) => article?.tags)).toEqual([[], ['sea']]);
  });

  it('stays on an article whose content is replaced or renewed', () => {
    const { store } = makeStore([]);
    const page = (text: string, tags: string[]) => makeArticle('page', { text, tags, canonicalUrl: 'https://beacon.example/page' });
    const [added] = store.addArticles([page('The first text.', ['stated'])], 'skip');
    if (!added) throw new Error('an article was added');
    store.setLabel([added.id], { kind: 'tag', name: 'mine', on: true });
    store.setLabel([added.id], { kind: 'collection', name: 'Coast', on: true });
    store.addArticles([page('The second text.', ['stated later'])], 'version');
    store.addArticles([page('The third text.', [])], 'replace');
    expect(findArticle(store.database, added.id)).toMatchObject({ excerpt: 'The third text.', tags: ['mine', 'stated', 'stated later'], collections: ['Coast'] });
  });

  it('is refused, for all of them, where one article holds no more', () => {
    const { store } = makeStore([]);
    const many = Array.from({ length: LIMITS.labelsPerArticle }, (_, index) => `tag ${index}`);
    const ids = store.addArticles([makeArticle('full', { tags: many }), makeArticle('free')], 'skip').map(({ id }) => id);
    expect(() => store.setLabel(ids, { kind: 'tag', name: 'one more', on: true })).toThrow(/An article has 200 tags already/);
    expect(tagsOf(store, ids[1])).toEqual([]);
    expect(store.setLabel(ids, { kind: 'tag', name: 'tag 7', on: true })).toEqual(ids.slice(1));
  });

  it('leaves the journal with the last article that was purged', () => {
    const { root, store, ids } = makeStore(['one', 'two']);
    store.setLabel(ids.slice(0, 1), { kind: 'tag', name: 'a private word', on: true });
    store.setLabel(ids, { kind: 'tag', name: 'shared', on: true });
    store.purge(ids.slice(0, 1));
    const journal = [...readJournal(path.join(root, 'journal'))].map((place) => (place.kind === 'record' ? decodeJournalFrame(place.frame) : '')).join('\n');
    expect(journal).not.toContain('a private word');
    expect(journal).toContain('shared');
    expect(verifyLibrary(store.database, store.folder)).toMatchObject({ ok: true, articles: 1 });
  });
});

describe('a change of state', () => {
  it('names only those whose state is another now', () => {
    const { store, ids } = makeStore(['one', 'two']);
    expect(store.setState(ids.slice(0, 1), { read: true })).toEqual(ids.slice(0, 1));
    expect(store.setState(ids, { read: true })).toEqual(ids.slice(1));
    expect(store.setState(ids, { read: true, favourite: false })).toEqual([]);
    expect(store.setState(ids, {})).toEqual([]);
  });
});

describe('the labels of a library', () => {
  it('are counted outside the trash: tags and sites by how frequent they are, collections as a tree', () => {
    const { store } = makeStore([]);
    const labelled = (name: string, tags: string[], collections: string[], site: string | null) => makeArticle(name, { tags, collections, site });
    const ids = store
      .addArticles(
        [
          labelled('one', ['sea', 'gulls'], ['Coast/North', 'Coast/South'], 'The Beacon'),
          labelled('two', ['sea'], ['Coast Guard', 'Work/10'], 'The Beacon'),
          labelled('three', ['ferry'], ['Work/2', 'Work'], 'Norra News'),
          labelled('gone', ['sea', 'ghosts'], ['Coast', 'Attic'], 'Old Paper'),
        ],
        'skip',
      )
      .map(({ id }) => id);
    store.trash(ids.slice(3));
    expect(readLabels(store.database)).toEqual({
      tags: [
        { name: 'sea', count: 2 },
        { name: 'ferry', count: 1 },
        { name: 'gulls', count: 1 },
      ],
      sites: [
        { name: 'The Beacon', count: 2 },
        { name: 'Norra News', count: 1 },
      ],
      collections: [
        { path: 'Coast', count: 1 },
        { path: 'Coast/North', count: 1 },
        { path: 'Coast/South', count: 1 },
        { path: 'Coast Guard', count: 1 },
        { path: 'Work', count: 2 },
        { path: 'Work/2', count: 1 },
        { path: 'Work/10', count: 1 },
      ],
    });
  });
});
