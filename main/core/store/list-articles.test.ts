import { describe, expect, it, onTestFinished } from 'vitest';
import type { LibraryStore } from './library-store.ts';
import { readStats } from './library-stats.ts';
import { findArticle, listArticles } from './list-articles.ts';
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

  it('gives articles in the contract\'s own form', () => {
    const store = makeStore();
    const [first] = listArticles(store.database, { limit: 1, offset: 0, sort: 'title', in: 'library' }).articles;
    expect(first).toMatchObject({ title: 'Alpha', published: null, tags: ['Alpha', 'all'], collections: ['Coast/North'], state: { read: false, favourite: false, archived: false, trashed: false } });
    expect(first && findArticle(store.database, first.id)).toEqual(first);
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
