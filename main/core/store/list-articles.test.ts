import { describe, expect, it, onTestFinished } from 'vitest';
import { ArticlePlace, ArticleSort } from '../../contract/articles.ts';
import { pageOf } from './article-rows.ts';
import { countArticles, readStats } from './library-stats.ts';
import type { LibraryStore } from './library-store.ts';
import { readLabelsOf } from './library-labels.ts';
import { findArticle, findPosition, listArticles, listIds, type ListQuery } from './list-articles.ts';
import { ListMemory } from './list-memory.ts';
import { makeArticle, makeScratchFolder, openStore } from './store-fixtures.ts';

function makeStore(): LibraryStore {
  const store = openStore(makeScratchFolder());
  onTestFinished(() => store.close());
  const dated = (name: string, published: string | null) =>
    makeArticle(name, { title: name, published, publishedPrecision: published === null ? null : 'day', site: 'The Beacon', tags: [name, 'all'], collections: ['Coast/North'] });
  store.addArticles([dated('beta', '2020-05-01'), dated('Alpha', null), dated('gamma', '2021'), dated('delta', '2020-05-01T23:30:00-05:00')], 'skip');
  return store;
}

const titles = (store: LibraryStore, sort: 'added' | 'published' | 'title', offset = 0, limit = 10) =>
  listArticles(store.database, { limit, offset, sort, in: 'library' }).articles.map(({ title }) => title);

describe('the list', () => {
  it('has each order, unknown dates last and times in any zone in their place', () => {
    const store = makeStore();
    expect(titles(store, 'added')).toEqual(['delta', 'gamma', 'Alpha', 'beta']);
    expect(titles(store, 'published')).toEqual(['gamma', 'delta', 'beta', 'Alpha']);
    expect(titles(store, 'title')).toEqual(['Alpha', 'beta', 'delta', 'gamma']);
  });

  it('comes in pages and says how long it is', () => {
    const store = makeStore();
    expect(titles(store, 'title', 1, 2)).toEqual(['beta', 'delta']);
    expect(listArticles(store.database, { limit: 1, offset: 0, sort: 'title', in: 'library' }).total).toBe(4);
  });

  it('can be of the unread, or of given articles only', () => {
    const store = makeStore();
    const { articles } = listArticles(store.database, { limit: 10, offset: 0, sort: 'title', in: 'library' });
    store.setState(articles.slice(0, 3).map(({ id }) => id), { read: true });
    const ask = (query: Partial<Parameters<typeof listArticles>[1]>) => listArticles(store.database, { limit: 10, offset: 0, sort: 'title', in: 'library', ...query });
    expect(ask({ in: 'unread' })).toMatchObject({ total: 1, articles: [{ title: 'gamma' }] });
    expect(ask({ ids: articles.slice(1, 3).map(({ id }) => id) })).toMatchObject({ total: 2, articles: [{ title: 'beta' }, { title: 'delta' }] });
    expect(ask({ ids: [] }).total).toBe(0);
  });

  it('says in which row an article stands, in every order', () => {
    const store = makeStore();
    for (const sort of ['added', 'published', 'title'] as const) {
      const { articles } = listArticles(store.database, { limit: 10, offset: 0, sort, in: 'library' });
      expect(articles.map(({ id }) => findPosition(store.database, { id, sort, in: 'library' }))).toEqual([0, 1, 2, 3]);
    }
    const [, second] = listArticles(store.database, { limit: 10, offset: 0, sort: 'title', in: 'library' }).articles;
    const at = (query: Partial<Parameters<typeof findPosition>[1]>) => second && findPosition(store.database, { id: second.id, sort: 'title', in: 'library', ...query });
    expect(at({ tag: 'beta' })).toBe(0);
    expect(at({ tag: 'gamma' })).toBeNull();
    expect(at({ in: 'trash' })).toBeNull();
  });

  it('says which labels some of its articles have, and how many have each', () => {
    const store = makeStore();
    const ids = listArticles(store.database, { limit: 2, offset: 0, sort: 'title', in: 'library' }).articles.map(({ id }) => id);
    store.setLabel(ids.slice(0, 1), { kind: 'collection', name: 'Coast', on: true });
    expect(readLabelsOf(store.database, ids)).toEqual({
      tags: [{ name: 'all', count: 2 }, { name: 'Alpha', count: 1 }, { name: 'beta', count: 1 }],
      collections: [{ name: 'Coast/North', count: 2 }, { name: 'Coast', count: 1 }],
    });
    expect(readLabelsOf(store.database, [])).toEqual({ tags: [], collections: [] });
  });

  it('gives articles in the contract\'s own form', () => {
    const store = makeStore();
    const [first] = listArticles(store.database, { limit: 1, offset: 0, sort: 'title', in: 'library' }).articles;
    expect(first).toMatchObject({ title: 'Alpha', published: null, tags: ['Alpha', 'all'], collections: ['Coast/North'], state: { read: false, favourite: false, archived: false, trashed: false } });
    expect(first && findArticle(store.database, first.id)).toEqual(first);
  });
});

describe('a place', () => {
  function makePlaces() {
    const store = openStore(makeScratchFolder());
    onTestFinished(() => store.close());
    const names = ['plain', 'read', 'liked', 'archived', 'liked and archived', 'trashed', 'all of it', 'address', 'trashed address'];
    const ids = new Map(store.addArticles(names.map((name) => makeArticle(name, { title: name, published: '2020', ...(name.includes('address') ? { source: { kind: 'address', name: 'address', sha256: name } } : {}) })), 'skip').map(({ id }, index) => [names[index], id]));
    const named = (...wanted: string[]) => wanted.flatMap((name) => ids.get(name) ?? []);
    store.setState(named('read', 'all of it'), { read: true });
    store.setState(named('liked', 'liked and archived', 'all of it'), { favourite: true });
    store.setState(named('archived', 'liked and archived', 'all of it'), { archived: true });
    store.trash(named('trashed', 'all of it', 'trashed address'));
    return store;
  }
  const EXPECTED = {
    library: ['address', 'archived', 'liked', 'liked and archived', 'plain', 'read'],
    unread: ['address', 'liked', 'plain'],
    favourites: ['liked', 'liked and archived'],
    archive: ['archived', 'liked and archived'],
    unfetched: ['address'],
    trash: ['all of it', 'trashed', 'trashed address'],
  } as const;

  it('holds what belongs there, in each order, and is counted as long as it is', () => {
    const store = makePlaces();
    for (const place of ArticlePlace.options) {
      for (const sort of ArticleSort.options) {
        const { total, articles } = listArticles(store.database, { in: place, sort, limit: 10, offset: 0 });
        expect([place, sort, articles.map(({ title }) => title).toSorted()]).toEqual([place, sort, EXPECTED[place]]);
        expect(total).toBe(EXPECTED[place].length);
        expect(listIds(store.database, { in: place, sort, limit: 10, offset: 0 })).toEqual({ total, ids: articles.map(({ id }) => id) });
      }
    }
    expect(countArticles(store.database)).toEqual({ articles: 6, unread: 3, favourites: 2, archived: 2, unfetched: 1, trashed: 3 });
  });

  it('is walked by its own index alone, however deep the page lies', () => {
    const store = makePlaces();
    for (const place of ArticlePlace.options) {
      for (const sort of ArticleSort.options) {
        const { sql, bound } = pageOf('a.n', { in: place }, { sort, limit: 50, offset: 90_000 });
        const plan = store.database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(bound).map(({ detail }) => String(detail));
        const index = ['library', 'trash'].includes(place) ? `articles_by_${sort}` : `${place}_by_${sort}`;
        // One step: nothing is sorted, nothing is looked up for its own sake.
        expect([place, sort, plan]).toEqual([place, sort, [expect.stringMatching(`USING (COVERING )?INDEX ${index}( |$)`)]]);
      }
    }
  });
});

describe('a filter', () => {
  function makeFiltered() {
    const store = openStore(makeScratchFolder());
    onTestFinished(() => store.close());
    const labelled = (title: string, tags: string[], collections: string[], site: string) => makeArticle(title, { title, tags, collections, site });
    store.addArticles(
      [
        labelled('a', ['sea'], ['Ukraine'], 'Beacon'),
        labelled('b', ['sea', 'ice'], ['Ukraine/Kharkiv'], 'Beacon'),
        labelled('c', ['ice'], ['Ukraine, old', 'Ukraine-2', 'Ukraine0'], 'News'),
        labelled('d', ['Sea'], ['Ukraine/Kharkiv/Saltivka', 'Ukraine/Lviv'], 'News'),
      ],
      'skip',
    );
    return store;
  }
  const found = (store: LibraryStore, query: Partial<ListQuery>) => {
    const { total, articles } = listArticles(store.database, { in: 'library', sort: 'title', limit: 10, offset: 0, ...query });
    expect(listIds(store.database, { in: 'library', sort: 'title', limit: 10, offset: 0, ...query })).toEqual({ total, ids: articles.map(({ id }) => id) });
    return `${total}: ${articles.map(({ title }) => title).join(' ')}`;
  };

  it('leaves the articles of one tag, one site, or one collection with all that lies below it', () => {
    const store = makeFiltered();
    expect(found(store, { tag: 'sea' })).toBe('2: a b');
    expect(found(store, { site: 'News' })).toBe('2: c d');
    expect(found(store, { collection: 'Ukraine' })).toBe('3: a b d');
    expect(found(store, { collection: 'Ukraine/Kharkiv' })).toBe('2: b d');
    expect(found(store, { tag: 'no such' })).toBe('0: ');
  });

  it('goes together with others, with a place and with pages', () => {
    const store = makeFiltered();
    expect(found(store, { tag: 'ice', collection: 'Ukraine', site: 'Beacon' })).toBe('1: b');
    expect(found(store, { in: 'archive', tag: 'sea' })).toBe('0: ');
    expect(found(store, { collection: 'Ukraine', limit: 1, offset: 1 })).toBe('3: b');
  });
});

describe('a reader that remembers lists', () => {
  it('sees each change', () => {
    const store = openStore(makeScratchFolder());
    onTestFinished(() => store.close());
    const memory = new ListMemory();
    const [first] = store.addArticles([makeArticle('one', { tags: ['sea'] })], 'skip');
    if (!first) throw new Error('an article was added');
    const totals = () => [{}, { tag: 'sea' }].map((filter) => listArticles(store.database, { in: 'library', sort: 'added', limit: 10, offset: 0, ...filter }, memory).total);
    expect(totals()).toEqual([1, 1]);
    store.addArticles([makeArticle('two', { tags: ['sea'] })], 'skip');
    expect(totals()).toEqual([2, 2]);
    store.setLabel([first.id], { kind: 'tag', name: 'sea', on: false });
    expect(totals()).toEqual([2, 1]);
    store.trash([first.id]);
    expect(totals()).toEqual([1, 1]);
  });
});

describe('the statistics', () => {
  it('leave the trash out', () => {
    const store = makeStore();
    const { articles } = listArticles(store.database, { limit: 1, offset: 0, sort: 'published', in: 'library' });
    store.trash(articles.map(({ id }) => id));
    const stats = readStats(store.database, store.folder);
    expect(stats).toMatchObject({ articles: 3, sites: { 'The Beacon': 3 }, languages: { en: 3 }, published: { first: '2020-05-01', last: '2020-05-02T04:30:00.000Z' } });
    expect(stats.bytes).toBeGreaterThan(10_000);
  });
});
