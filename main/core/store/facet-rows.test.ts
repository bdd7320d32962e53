import { describe, expect, it, onTestFinished } from 'vitest';
import type { Article } from '../../contract/articles.ts';
import { countFacets, type FacetCount } from './facet-rows.ts';
import type { LibraryStore } from './library-store.ts';
import { listArticles } from './list-articles.ts';
import { makeArticle, makeScratchFolder, openStore } from './store-fixtures.ts';

const SITES = [null, 'The Beacon', 'Æther', 'b.example'];
const DATES = [null, '1987', '1987-02', '1987-02-26', '1987-03-01T10:00:00Z', '1988-12-31', '2025-01'];
const LANGUAGES = ['en', 'de-AT', null];
const TAGS = [[], ['sea'], ['sea', 'two words'], ['ÉTÉ']];
const COLLECTIONS = [[], ['A'], ['A/B', 'A/C'], ['A/B', 'Other'], ['Other/Deep/Deeper']];

function takeTurns<T>(list: readonly T[], turn: number): T {
  return list.slice(turn % list.length)[0] ?? list[0] ?? fail();
}

function fail(): never {
  throw new Error('nothing to take turns with');
}

function makeStore(count: number): LibraryStore {
  const store = openStore(makeScratchFolder());
  onTestFinished(() => store.close());
  const articles = Array.from({ length: count }, (_, index) =>
    makeArticle(`${index}`, {
      title: `${index}`,
      site: SITES[(index * 3 + 1) % SITES.length] ?? null,
      published: DATES[(index * 5) % DATES.length] ?? null,
      language: LANGUAGES[index % LANGUAGES.length] ?? null,
      tags: takeTurns(TAGS, index * 7),
      collections: takeTurns(COLLECTIONS, index >> 1),
    }),
  );
  const ids = store.addArticles(articles, 'skip').map(({ id }) => id);
  store.setState(ids.filter((_, index) => index % 2 === 0), { read: true });
  store.setState(ids.filter((_, index) => index % 3 === 0), { favourite: true });
  store.setState(ids.filter((_, index) => index % 5 === 0), { archived: true });
  store.trash(ids.filter((_, index) => index % 7 === 0));
  return store;
}

/** The row numbers of the articles with every nth title. */
function rowsOf(store: LibraryStore, nth: number): number[] {
  return store.database.prepare('SELECT n FROM articles WHERE CAST(title AS INTEGER) % ? = 0 ORDER BY title').all(nth).map(({ n }) => Number(n));
}

/** The same, one article at a time. */
function countOneByOne(articles: readonly Article[], valuesOf: (article: Article) => readonly (string | null | undefined)[]): FacetCount[] {
  const counts = new Map<string, number>();
  for (const article of articles) for (const value of new Set(valuesOf(article))) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count }));
}

const byCount = (a: FacetCount, b: FacetCount) => b.count - a.count || (a.value < b.value ? -1 : 1);
const byNewest = (a: FacetCount, b: FacetCount) => (a.value > b.value ? -1 : 1);
const monthOf = ({ published }: Article) => published?.slice(0, 7);

describe('the facets of articles', () => {
  // Every tenth is looked up, all are found by walking over the indexes.
  it.each([1, 10])('are what every %s of them count one by one', (nth) => {
    const store = makeStore(200);
    const { articles } = listArticles(store.database, { in: 'library', sort: 'title', limit: 500, offset: 0 });
    const given = articles.filter(({ title }) => Number(title) % nth === 0);
    const answer = countFacets(store.database, rowsOf(store, nth), 100);
    expect(answer.total).toBe(given.length);
    expect(answer.facets).toEqual({
      site: countOneByOne(given, ({ site }) => [site]).toSorted(byCount),
      tag: countOneByOne(given, ({ tags }) => tags).toSorted(byCount),
      collection: countOneByOne(given, ({ collections }) => collections.flatMap((path) => path.split('/').map((__, index, names) => names.slice(0, index + 1).join('/')))).toSorted(byCount),
      language: countOneByOne(given, ({ language }) => [language]).toSorted(byCount),
      state: ['unread', 'read', 'favourite', 'archived'].map((value) => ({
        value,
        count: given.filter(({ state: { read, favourite, archived } }) => ({ unread: !read, read, favourite, archived })[value]).length,
      })),
      year: countOneByOne(given, (article) => [monthOf(article)?.slice(0, 4)]).toSorted(byNewest),
      month: countOneByOne(given, (article) => [monthOf(article)]).filter(({ value }) => value.length > 4).toSorted(byNewest),
    });
    expect(answer.unknown).toEqual({
      site: given.filter(({ site }) => site === null).length,
      date: given.filter(({ published }) => published === null).length,
      language: given.filter(({ language }) => language === null).length,
    });
  });

  it('are the most frequent ones where there are more than asked for, and the newest months', () => {
    const store = makeStore(200);
    const whole = countFacets(store.database, rowsOf(store, 1), 100).facets;
    const { site, month } = countFacets(store.database, rowsOf(store, 1), 2).facets;
    expect([site, month]).toEqual([whole.site.slice(0, 2), whole.month.slice(0, 2)]);
    expect(month.map(({ value }) => value)).toEqual(['2025-01', '1988-12']);
  });

  it('are all empty for no articles', () => {
    const { total, facets, unknown } = countFacets(makeStore(10).database, [], 20);
    expect([total, unknown]).toEqual([0, { site: 0, date: 0, language: 0 }]);
    expect(Object.values(facets).flat().every(({ count }) => count === 0)).toBe(true);
  });
});
