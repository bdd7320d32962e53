import { describe, expect, it, onTestFinished } from 'vitest';
import { NO_FILTERS, type ResultFilters } from '../../contract/result-filters.ts';
import { countNarrowed } from './count-narrowed.ts';
import { keepChosen, selectChosenRows } from './result-filter-rows.ts';
import { makeArticle, makeScratchFolder, openStore } from './store-fixtures.ts';

const ARTICLES = [
  { title: 'a', site: 'North', language: 'en', tags: ['sea', 'ice'], collections: ['Coast/North'], published: '1987' },
  { title: 'b', site: 'North', language: 'de', tags: ['sea'], collections: ['Coast'], published: '1987-02' },
  { title: 'c', site: 'South', language: 'en', tags: [], collections: ['Coastal'], published: '1987-02-26' },
  { title: 'd', site: 'north', language: 'en', tags: ['ice'], collections: [], published: '1987-03-01T10:00:00Z' },
  { title: 'e', site: null, language: null, tags: [], collections: ['Coast/North/Far'], published: null },
] as const;

function makeLibrary() {
  const store = openStore(makeScratchFolder());
  onTestFinished(() => store.close());
  const added = store.addArticles(ARTICLES.map((article) => makeArticle(article.title, { ...article, tags: [...article.tags], collections: [...article.collections] })), 'skip').map(({ id }) => id);
  store.setState(added.slice(0, 2), { read: true });
  store.setState(added.slice(2, 3), { favourite: true });
  const rows = store.database.prepare('SELECT n FROM articles').all().map(({ n }) => Number(n));
  const titles = (filters: Partial<ResultFilters>) => {
    const kept = keepChosen(rows, selectChosenRows(store.database, { ...NO_FILTERS, ...filters }));
    return kept.map((n) => String(store.database.prepare('SELECT title FROM articles WHERE n = ?').get(n)?.['title'])).toSorted().join('');
  };
  const count = (filters: Partial<ResultFilters>) => countNarrowed(store.database, rows, { limit: 20, filters: { ...NO_FILTERS, ...filters }, histogram: true });
  return { store, added, titles, count };
}

describe('filters of results', () => {
  it('let through any value of a facet, and only what all facets let through', () => {
    const { titles } = makeLibrary();
    expect(titles({})).toBe('abcde');
    expect(titles({ site: ['North'] })).toBe('ab');
    expect(titles({ site: ['North', 'South'] })).toBe('abc');
    expect(titles({ site: ['North', 'South'], language: ['en'] })).toBe('ac');
    expect(titles({ tag: ['ice'], state: ['unread', 'favourite'] })).toBe('d');
    expect(titles({ state: ['read', 'favourite'] })).toBe('abc');
    expect(titles({ site: ['nobody'] })).toBe('');
  });

  it('take a collection with all that lies below it, and nothing that only begins so', () => {
    const { titles } = makeLibrary();
    expect(titles({ collection: ['Coast'] })).toBe('abe');
    expect(titles({ collection: ['Coast/North', 'Coastal'] })).toBe('ace');
  });

  it('ask all of the time that is known of a date to lie between the days, both included', () => {
    const { titles } = makeLibrary();
    expect(titles({ from: '1987-02-26', to: '1987-03-01' })).toBe('cd');
    expect(titles({ from: '1987-02-01', to: '1987-02-28' })).toBe('bc');
    expect(titles({ from: '1987-01-01', to: '1987-12-31' })).toBe('abcd');
    expect(titles({ to: '9999-12-31' })).toBe('abcd');
  });

  it('leave out what lies in the trash', () => {
    const { store, added, titles } = makeLibrary();
    store.trash(added.slice(0, 1));
    expect(titles({ site: ['North'] })).toBe('b');
  });
});

describe('counts within a choice', () => {
  it('leave out a facet\'s own choice, and name what was chosen though nothing has it', () => {
    const { count } = makeLibrary();
    const { total, facets } = count({ site: ['North', 'nobody'], language: ['en'] });
    expect(total).toBe(1);
    expect(facets.site).toEqual([{ value: 'North', count: 1 }, { value: 'South', count: 1 }, { value: 'north', count: 1 }, { value: 'nobody', count: 0 }]);
    expect(facets.language).toEqual([{ value: 'de', count: 1 }, { value: 'en', count: 1 }]);
    expect(facets.tag).toEqual([{ value: 'ice', count: 1 }, { value: 'sea', count: 1 }]);
  });

  it('are those of years for who has chosen a month', () => {
    const { count } = makeLibrary();
    const { total, facets } = count({ from: '1987-02-01', to: '1987-02-28' });
    expect(total).toBe(2);
    expect(facets.year).toEqual([{ value: '1987', count: 4 }]);
  });
});

describe('the histogram', () => {
  it('has days for a short time, and says what is known too vaguely or not at all', () => {
    const { count } = makeLibrary();
    const { histogram } = count({ from: '1987-02-20', to: '1987-03-02' });
    expect(histogram?.unit).toBe('day');
    expect(histogram?.bars).toHaveLength(11);
    expect(histogram?.bars.filter((bar) => bar.count > 0)).toEqual([{ from: '1987-02-26', to: '1987-02-26', count: 1 }, { from: '1987-03-01', to: '1987-03-01', count: 1 }]);
    expect([histogram?.vague, histogram?.undated]).toEqual([0, 1]);
    expect(count({ from: '1987-02-01', to: '1987-02-28' }).histogram).toMatchObject({ unit: 'day', vague: 1 });
  });

  it('has months for some years, and years for more; bars cover the time without a gap', () => {
    const { count, store } = makeLibrary();
    expect(count({}).histogram).toMatchObject({ unit: 'month', vague: 1, undated: 1 });
    expect(count({}).histogram?.bars.map((bar) => bar.count)).toEqual([0, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    store.addArticles(['2004-05-06', '0001', '9999-12-31', '1987-13-45', 'soon', '2004-12'].map((published) => makeArticle(published, { published })), 'skip');
    const rows = store.database.prepare('SELECT n FROM articles').all().map(({ n }) => Number(n));
    const all = countNarrowed(store.database, rows, { limit: 20, filters: undefined, histogram: true }).histogram;
    expect(all).toMatchObject({ unit: 'year', years: 100, vague: 0 });
    expect(all?.bars.reduce((sum, bar) => sum + bar.count, 0)).toBe(8);
    expect(all?.bars.at(0)).toEqual({ from: '0001-01-01', to: '0099-12-31', count: 1 });
    expect(all?.bars.at(-1)).toEqual({ from: '9900-01-01', to: '9999-12-31', count: 1 });
    for (const [index, bar] of (all?.bars ?? []).entries()) if (index > 0) expect(Date.parse(bar.from) - Date.parse(all?.bars[index - 1]?.to ?? '')).toBe(86_400_000);
  });

  it('is empty where nothing has a date', () => {
    const { store } = makeLibrary();
    expect(countNarrowed(store.database, [5], { limit: 20, filters: undefined, histogram: true }).histogram).toEqual({ unit: 'year', years: 1, bars: [], vague: 0, undated: 1 });
  });
});
