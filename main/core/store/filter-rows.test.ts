import { describe, expect, it } from 'vitest';
import type { Filter } from './article-filter.ts';
import { selectFilterRows } from './filter-rows.ts';
import type { LibraryStore } from './library-store.ts';
import { listArticles } from './list-articles.ts';
import { makeArticle, makeScratchFolder, openStore } from './store-fixtures.ts';

function makeStore(articles: readonly [string, Parameters<typeof makeArticle>[1]?, string[]?][]): LibraryStore {
  const store = openStore(makeScratchFolder());
  store.addArticles(articles.map(([name, changed, images]) => makeArticle(name, { title: name, ...changed }, images ?? [])), 'skip');
  return store;
}

function find(store: LibraryStore, filter: Filter): string[] {
  const title = store.database.prepare('SELECT title FROM articles WHERE n = ?');
  const rows = selectFilterRows(store.database, filter);
  expect(new Set(rows).size).toBe(rows.length);
  return rows.map((n) => String(title.get(n)?.['title'])).toSorted();
}

const DATES = ['1987', '1987-02', '1987-02-26', '1987-02-26T15:01', '1987-02-26T15:01:00Z', '1987-03-01', '1987-02-28T23:30:00-05:00', '1988'];
const day = (date: string) => `${date}T00:00:00.000Z`;

describe('a date filter', () => {
  it.each([
    ['a year', '1987-01-01', '1988-01-01', DATES.slice(0, 7)],
    ['a month, which the year is not wholly in', '1987-02-01', '1987-03-01', DATES.slice(1, 5)],
    ['a day', '1987-02-26', '1987-02-27', DATES.slice(2, 5)],
    ['the day in UTC', '1987-03-01', '1987-03-02', DATES.slice(5, 7)],
    ['what is open at its end', '1987-03-01', null, DATES.slice(5)],
    ['what is open at its beginning', null, '1987-03-01', DATES.slice(1, 5)],
    ['all dates, but not the unknown one', null, null, DATES],
  ])('holds %s', (_, from, before, expected) => {
    const store = makeStore([['unknown'], ...DATES.map((published): [string, object] => [published, { published }])]);
    expect(find(store, { name: 'date', from: from && day(from), before: before && day(before) })).toEqual(expected.toSorted());
    store.close();
  });

  it('can begin and end within a day', () => {
    const store = makeStore(DATES.map((published) => [published, { published }]));
    expect(find(store, { name: 'date', from: '1987-02-26T15:01:00.000Z', before: '1987-02-26T15:01:00.001Z' })).toEqual(['1987-02-26T15:01:00Z']);
    expect(find(store, { name: 'date', from: '1987-02-26T00:00:00.001Z', before: '1987-02-28T00:00:00.000Z' })).toEqual(['1987-02-26T15:01', '1987-02-26T15:01:00Z']);
    store.close();
  });

  it('can ask when articles were added', () => {
    const store = makeStore([['one']]);
    const added = String(store.database.prepare('SELECT added FROM articles').get()?.['added']);
    expect(find(store, { name: 'added', from: added, before: null })).toEqual(['one']);
    expect(find(store, { name: 'added', from: null, before: added })).toEqual([]);
    store.close();
  });
});

describe('a filter', () => {
  const makeVaried = () => {
    const store = makeStore([
      ['plain', { url: null, language: null, wordCount: 10 }],
      ['tagged', { tags: ['ÉTÉ', 'two words'], wordCount: 100, language: 'de-AT' }],
      ['sited', { site: 'The Beacon', url: 'https://user:secret@News.Example.org:8080/a?b=://c.example/', wordCount: 500, language: 'de', source: { kind: 'address', name: 'address', sha256: 'of the address' } }],
      ['hosted', { url: 'https://xn--bcher-kva.example/read', byline: 'Zoë Müller and Ada King', language: 'den' }],
      ['elsewhere', { url: 'https://counterexample.org/news.example.org/', collections: ['Coast'], published: '1999', language: 'en-GB' }, ['image']],
      ['gone', { tags: ['été'], site: 'The Beacon', byline: 'Zoë Müller', language: 'de', published: '1999', collections: ['Coast'], url: 'https://example.org/' }, ['image']],
    ]);
    store.trash(idsOf(store, 'gone'));
    store.setState(idsOf(store, 'plain'), { read: true, favourite: true });
    store.setState(idsOf(store, 'sited'), { archived: true });
    return store;
  };

  it.each<[Filter, string[]]>([
    [{ name: 'tag', value: 'été' }, ['tagged']],
    [{ name: 'tag', value: 'Two Words' }, ['tagged']],
    [{ name: 'tag', value: 'two' }, []],
    [{ name: 'site', value: 'the beacon' }, ['sited']],
    [{ name: 'site', value: 'beacon' }, []],
    [{ name: 'site', value: 'example.org' }, ['sited']],
    [{ name: 'site', value: 'news.example.org' }, ['sited']],
    [{ name: 'site', value: 'c.example' }, []],
    [{ name: 'site', value: 'Bücher.example' }, ['hosted']],
    [{ name: 'site', value: 'example' }, ['hosted']],
    [{ name: 'site', value: 'secret' }, []],
    [{ name: 'site', value: '%' }, []],
    [{ name: 'by', value: 'MÜLLER' }, ['hosted']],
    [{ name: 'by', value: 'king' }, ['hosted']],
    [{ name: 'lang', value: 'DE' }, ['sited', 'tagged']],
    [{ name: 'lang', value: 'de-at' }, ['tagged']],
    [{ name: 'is', value: 'read' }, ['plain']],
    [{ name: 'is', value: 'unread' }, ['elsewhere', 'hosted', 'sited', 'tagged']],
    [{ name: 'is', value: 'favourite' }, ['plain']],
    [{ name: 'is', value: 'archived' }, ['sited']],
    [{ name: 'is', value: 'unfetched' }, ['sited']],
    [{ name: 'has', value: 'image' }, ['elsewhere']],
    [{ name: 'has', value: 'author' }, ['hosted']],
    [{ name: 'has', value: 'date' }, ['elsewhere']],
    [{ name: 'has', value: 'address' }, ['elsewhere', 'hosted', 'sited']],
    [{ name: 'has', value: 'tag' }, ['tagged']],
    [{ name: 'has', value: 'collection' }, ['elsewhere']],
    [{ name: 'words', least: 100, most: null }, ['sited', 'tagged']],
    [{ name: 'words', least: 100, most: 499 }, ['tagged']],
    [{ name: 'words', least: 10, most: 10 }, ['plain']],
  ])('%j lets through %j', (filter, expected) => {
    const store = makeVaried();
    expect(find(store, filter)).toEqual(expected);
    store.close();
  });
});

function idsOf(store: LibraryStore, title: string) {
  return listArticles(store.database, { limit: 10, offset: 0, sort: 'title', in: 'library' }).articles.filter((article) => article.title === title).map(({ id }) => id);
}
