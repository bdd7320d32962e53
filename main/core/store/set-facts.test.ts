import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ArticleId } from '../../contract/ids.ts';
import { readIndexArticle, readRowsOfIds } from './index-rows.ts';
import { decodeJournalFrame } from './journal-record.ts';
import { readJournal } from './journal.ts';
import type { LibraryStore, NewArticle } from './library-store.ts';
import { findArticle } from './list-articles.ts';
import { repairLibrary } from './repair-library.ts';
import { setFacts, undoFacts } from './set-facts.ts';
import { FailingDisk, makeArticle, makeScratchFolder, openStore } from './store-fixtures.ts';
import { readStoredArticle } from './stored-articles.ts';
import { summarizeFacts } from './summarize-facts.ts';
import { verifyLibrary } from './verify-library.ts';

const GUESSED: Partial<NewArticle['content']> = {
  byline: 'A. Guess',
  published: '1987-02-26T15:01:00Z',
  publishedPrecision: 'second',
  site: 'Guessed News',
  url: 'http://www.guess.example/a/?utm_source=x',
  canonicalUrl: 'https://guess.example/a',
  guessed: { byline: 0.5, site: 0.7, published: 0.6 },
};

function makeStore(articles: readonly NewArticle[], root = makeScratchFolder()): { root: string; store: LibraryStore; close: () => void; ids: ArticleId[] } {
  const store = openStore(root);
  let open = true;
  const close = () => {
    if (open) store.close();
    open = false;
  };
  onTestFinished(close);
  return { root, store, close, ids: store.addArticles(articles, 'skip').map(({ id }) => id) };
}

const all = (store: LibraryStore, ids: readonly ArticleId[]) => ids.map((id) => readStoredArticle(store.database, id));
const versions = (store: LibraryStore, ids: readonly ArticleId[]) => readRowsOfIds(store.database, ids).map(({ version }) => version);

describe('facts that a person states', () => {
  it('are no guesses any more, and everything else stays', () => {
    const { store, ids } = makeStore([makeArticle('one', GUESSED)]);
    const [before] = all(store, ids);
    const { changed, change } = setFacts(store, ids, { site: 'The Beacon', published: '1987', publishedPrecision: 'year' });
    expect(changed).toEqual(ids);
    expect(change).toBe(store.lastChange);
    expect(all(store, ids)).toEqual([{ ...before, site: 'The Beacon', published: '1987', publishedPrecision: 'year', guessed: { byline: 0.5 }, corrected: ['published', 'site'] }]);
  });

  it('are stated even where they were right, and then nothing is found otherwise', () => {
    const { store, ids } = makeStore([makeArticle('one', GUESSED)]);
    expect(setFacts(store, ids, { byline: 'A. Guess' }).changed).toEqual(ids);
    expect(findArticle(store.database, ids[0]!)).toMatchObject({ byline: 'A. Guess', guessed: { site: 0.7, published: 0.6 }, corrected: ['byline'] });
    expect(versions(store, ids)).toEqual([1]);
    expect(setFacts(store, ids, { byline: 'A. Guess' })).toEqual({ changed: [], change: null });
  });

  it('are set on those that there are, each named once', () => {
    const { store, ids } = makeStore([makeArticle('one'), makeArticle('two', { site: 'The Beacon', corrected: ['site'] })]);
    expect(setFacts(store, [ArticleId.parse('gone'), ...ids, ...ids], { site: 'The Beacon' }).changed).toEqual(ids.slice(0, 1));
  });

  it('are taken back exactly, for each article its own, and that can be taken back too', () => {
    const { store, ids } = makeStore([makeArticle('one', GUESSED), makeArticle('two', { site: 'Two', byline: 'B', corrected: ['byline'] }), makeArticle('three'), makeArticle('four')]);
    const before = all(store, ids);
    const { change } = setFacts(store, ids, { title: 'One title', byline: null, published: null, publishedPrecision: null, site: 'The Beacon', url: 'https://b.example/x', canonicalUrl: 'https://b.example/x', language: 'de' });
    const after = all(store, ids);
    const undone = undoFacts(store, change!);
    expect(undone.changed.toSorted()).toEqual(ids.toSorted());
    expect(all(store, ids)).toEqual(before);
    undoFacts(store, undone.change!);
    expect(all(store, ids)).toEqual(after);
    expect(verifyLibrary(store.database, store.folder).problems).toEqual([]);
  });

  it('that were corrected again since are not taken back', () => {
    const { store, ids } = makeStore([makeArticle('one', { site: 'One' }), makeArticle('two', { site: 'Two' })]);
    const { change } = setFacts(store, ids, { site: 'Wrong' });
    setFacts(store, ids.slice(0, 1), { site: 'Right' });
    expect(undoFacts(store, change!).changed).toEqual(ids.slice(1));
    expect(all(store, ids).map((article) => article?.site)).toEqual(['Right', 'Two']);
    expect(undoFacts(store, change!)).toEqual({ changed: [], change: null });
  });

  it('can be taken back after the library was opened again', () => {
    const { root, store, close, ids } = makeStore([makeArticle('one', GUESSED)]);
    const before = all(store, ids);
    const { change } = setFacts(store, ids, { title: 'Another' });
    close();
    const again = makeStore([], root).store;
    undoFacts(again, change!);
    expect(all(again, ids)).toEqual(before);
    expect(() => undoFacts(again, 1)).toThrow(/did not correct/);
    expect(() => undoFacts(again, 999)).toThrow(/not known/);
  });

  it('stay when the article is replaced or renewed, and what was not stated comes with the new content', () => {
    const { store } = makeStore([]);
    const page = (text: string, changed: Partial<NewArticle['content']>) => makeArticle('page', { text, ...GUESSED, ...changed });
    const [added] = store.addArticles([page('The first text.', {})], 'skip');
    setFacts(store, [added!.id], { site: 'The Beacon', published: '1987', publishedPrecision: 'year' });
    for (const way of ['version', 'replace'] as const) {
      store.addArticles([page(`A text for ${way}.`, { byline: `By ${way}`, site: 'Renewed', published: '2001-01-01', publishedPrecision: 'day', guessed: { byline: 0.9, site: 0.9, published: 0.9 } })], way);
      expect(readStoredArticle(store.database, added!.id)).toMatchObject({
        text: `A text for ${way}.`,
        byline: `By ${way}`,
        site: 'The Beacon',
        published: '1987',
        publishedPrecision: 'year',
        guessed: { byline: 0.9 },
        corrected: ['published', 'site'],
      });
    }
    expect(verifyLibrary(store.database, store.folder).problems).toEqual([]);
  });

  it('are told to the index only where they are what it finds by', () => {
    const { store, ids } = makeStore([makeArticle('one', GUESSED), makeArticle('two', { title: 'The lamp' })]);
    const since = () => store.touchedSince(store.lastChange - 1).ids;
    setFacts(store, ids, { site: 'The Beacon', url: null, canonicalUrl: null });
    expect([since(), versions(store, ids)]).toEqual([[], [1, 1]]);
    const { change } = setFacts(store, ids, { title: 'The lamp' });
    expect([since(), versions(store, ids)]).toEqual([ids, [2, 1]]);
    expect(readIndexArticle(store.database, 1)).toMatchObject({ title: 'The lamp', version: 2 });
    undoFacts(store, change!);
    expect(versions(store, ids)).toEqual([3, 1]);
  });
});

describe('the journal of corrected facts', () => {
  it('builds the library again as it was', () => {
    const { root, store, close, ids } = makeStore([makeArticle('one', GUESSED), makeArticle('two')]);
    setFacts(store, ids, { site: 'The Beacon' });
    undoFacts(store, setFacts(store, ids, { title: 'Another', language: null }).change!);
    setFacts(store, ids.slice(1), { byline: 'Ada' });
    const before = [all(store, ids), versions(store, ids)];
    expect(verifyLibrary(store.database, store.folder).problems).toEqual([]);
    close();
    for (const suffix of ['', '-wal', '-shm']) fs.rmSync(path.join(root, `library.db${suffix}`), { force: true });
    const again = makeStore([], root).store;
    expect([all(again, ids), versions(again, ids)]).toEqual(before);
  });

  it.each(['title', 'guessed', 'corrected', 'canonical_url'])('shows where the database has another %s, and both are brought together', (column) => {
    const { root, store, close, ids } = makeStore([makeArticle('one', GUESSED), makeArticle('two')]);
    setFacts(store, ids, { site: 'The Beacon' });
    const other = { title: "'X'", guessed: `'{"byline":0.9}'`, corrected: `'["byline"]'`, canonical_url: "'https://x.example/'" }[column];
    store.database.exec(`UPDATE articles SET ${column} = ${other} WHERE n = 2`);
    expect(verifyLibrary(store.database, store.folder).problems).toMatchObject([{ kind: 'article-differs', id: ids[1] }]);
    close();
    expect(repairLibrary(root, { host: 'a test' }).ok).toBe(true);
  });

  it('gives an article that the database lost with its facts', () => {
    const { root, store, close, ids } = makeStore([makeArticle('one', GUESSED), makeArticle('two'), makeArticle('three')]);
    setFacts(store, ids, { site: 'The Beacon' });
    const { change } = setFacts(store, ids, { byline: 'Wrong' });
    undoFacts(store, change!);
    const before = all(store, ids);
    store.database.exec('DELETE FROM articles WHERE n IN (1, 3)');
    close();
    expect(repairLibrary(root, { host: 'a test' }).ok).toBe(true);
    expect(all(makeStore([], root).store, ids)).toEqual(before);
  });

  it('holds nothing of an article that is deleted for good, neither what its facts became nor what they were', () => {
    const { root, store, ids } = makeStore([makeArticle('one', { byline: 'Private Name' }), makeArticle('two', { byline: 'Other Name' })]);
    setFacts(store, ids.slice(0, 1), { site: 'Private Source' });
    const { change } = setFacts(store, ids, { byline: 'Shared' });
    store.purge(ids.slice(0, 1));
    const journal = [...readJournal(path.join(root, 'journal'))].map((place) => (place.kind === 'record' ? decodeJournalFrame(place.frame) : '')).join('\n');
    expect(journal).not.toContain('Private');
    expect(undoFacts(store, change!).changed).toEqual(ids.slice(1));
    expect(findArticle(store.database, ids[1]!)?.byline).toBe('Other Name');
    expect(verifyLibrary(store.database, store.folder)).toMatchObject({ ok: true, articles: 1 });
  });

  it('takes all of a correction or nothing, whatever write of it fails', () => {
    const failing = new FailingDisk();
    failing.tearing = true;
    const store = openStore(makeScratchFolder(), failing.disk);
    onTestFinished(() => store.close());
    const ids = store.addArticles([makeArticle('one', GUESSED), makeArticle('two')], 'skip').map(({ id }) => id);
    const before = all(store, ids);
    for (const call of [1, 2]) {
      failing.failing = failing.calls + call;
      expect(() => setFacts(store, ids, { site: 'The Beacon' })).toThrow(expect.objectContaining({ code: 'disk-full' }));
      expect(all(store, ids)).toEqual(before);
    }
    expect(setFacts(store, ids, { site: 'The Beacon' }).changed).toEqual(ids);
    expect(verifyLibrary(store.database, store.folder).problems).toEqual([]);
  });
});

describe('what some articles say of a fact', () => {
  it('is told with how many say it, how many were guessed and how surely', () => {
    const { store, ids } = makeStore([makeArticle('one', GUESSED), makeArticle('two', { ...GUESSED, canonicalUrl: null, guessed: { site: 0.4 } }), makeArticle('three')]);
    setFacts(store, ids.slice(2), { byline: 'Ada' });
    expect(summarizeFacts(store.database, ids)).toMatchObject({
      site: { values: [{ value: 'Guessed News', count: 2 }, { value: null, count: 1 }], distinct: 2, guessed: { count: 2, least: 0.4, most: 0.7 }, corrected: 0 },
      byline: { values: [{ value: 'A. Guess', count: 2 }, { value: 'Ada', count: 1 }], guessed: { count: 1, least: 0.5, most: 0.5 }, corrected: 1 },
      language: { values: [{ value: 'en', count: 3 }], distinct: 1, guessed: null },
      title: { distinct: 3 },
    });
  });
});

it('thousands of articles get facts, and each its own again, as one change', () => {
  const names = Array.from({ length: 3_000 }, (_, index) => `${index}`);
  const { store, ids } = makeStore(names.map((name) => makeArticle(name, { site: `Site ${name}` })));
  const before = store.lastChange;
  const { changed, change } = setFacts(store, ids, { title: 'One for all', site: 'The Beacon' });
  expect(changed).toHaveLength(ids.length);
  expect(undoFacts(store, change!).changed).toHaveLength(ids.length);
  expect(store.lastChange).toBe(before + 2);
  expect(ids.map((id) => findArticle(store.database, id)?.title)).toEqual(names.map((name) => `About ${name}`));
});
