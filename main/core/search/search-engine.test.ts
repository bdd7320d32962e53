import { describe, expect, it, onTestFinished } from 'vitest';
import { ArticleId } from '../../contract/ids.ts';
import { NO_FILTERS } from '../../contract/result-filters.ts';
import { readDocument } from '../index/read-document.ts';
import { SearchIndex } from '../index/search-index.ts';
import type { LibraryStore } from '../store/library-store.ts';
import { makeArticle, makeScratchFolder, openStore } from '../store/store-fixtures.ts';
import { SearchEngine, type SearchRequest } from './search-engine.ts';

type Content = Parameters<typeof makeArticle>[1];

/** An engine over articles that are named by their titles. */
function makeEngine(articles: Readonly<Record<string, Content>>): { engine: SearchEngine; store: LibraryStore; idOf: (title: string) => ArticleId } {
  const store = openStore(makeScratchFolder());
  onTestFinished(() => store.close());
  store.addArticles(Object.entries(articles).map(([title, content]) => makeArticle(title, { title, ...content })), 'skip');
  const index = new SearchIndex();
  const rows = store.database.prepare('SELECT n FROM articles').all().map(({ n }) => Number(n));
  index.add(rows.flatMap((n) => readDocument(store.database, n) ?? []));
  const idOf = (title: string) => ArticleId.parse(store.database.prepare('SELECT id FROM articles WHERE title = ?').get(title)?.['id']);
  return { engine: new SearchEngine(index, store.database), store, idOf };
}

const search = (engine: SearchEngine, query: string, changed: Partial<SearchRequest> = {}) =>
  engine.search({ query, limit: 20, offset: 0, sort: 'relevance', typing: false, explain: false, ...changed });
const explain = (engine: SearchEngine, query: string) => search(engine, query, { explain: true }).explain;

const KEEPERS: Readonly<Record<string, Content>> = {
  'The lamp': { text: 'The keeper of the lamp burned lamp oil. Keepers of lamps do.', byline: 'Ada Lampkin' },
  Trouble: { text: 'No oil for the lamp, said the keeper.', language: 'en', site: 'The Beacon', published: '1987-02-26' },
  Lampe: { text: 'Die Lampen der Häuser und die Lampe im Haus.', language: 'de', site: 'Der Leuchtturm', published: '1987' },
  'Nothing of note': { text: 'Gulls, bread and a quiet day.', tags: ['quiet'] },
};

describe('what a hit shows', () => {
  const marked = (engine: SearchEngine, query: string, changed?: Partial<SearchRequest>) =>
    search(engine, query, changed).hits.map(({ title, snippets, matchedTerms }) => ({
      title,
      marks: snippets.map(({ field, text, marks }) => [field, ...marks.map(([start, end]) => text.slice(start, end))]),
      matchedTerms,
    }));

  it('is the passage of each field that matches, and the terms that do', () => {
    const { engine } = makeEngine(KEEPERS);
    expect(marked(engine, 'lampkin oil~1 gu*', { sort: 'oldest' })).toEqual([
      { title: 'Trouble', marks: [['body', 'oil']], matchedTerms: ['oil'] },
      { title: 'Nothing of note', marks: [['body', 'Gulls']], matchedTerms: ['gull'] },
      { title: 'The lamp', marks: [['body', 'oil'], ['byline', 'Lampkin']], matchedTerms: ['oil', 'lampkin'] },
    ]);
  });

  it('marks a phrase where the whole of it stands, and the beginning of a word while typing', () => {
    const { engine } = makeEngine(KEEPERS);
    expect(marked(engine, '"keeper of the lamp"')).toEqual([{ title: 'The lamp', marks: [['body', 'keeper', 'of', 'the', 'lamp']], matchedTerms: ['keeper', 'of', 'the', 'lamp'] }]);
    expect(marked(engine, 'bre', { typing: true })).toEqual([{ title: 'Nothing of note', marks: [['body', 'bread']], matchedTerms: ['bread'] }]);
  });

  it('follows the rules of the article\'s language', () => {
    const { engine } = makeEngine(KEEPERS);
    expect(marked(engine, 'häusern')).toEqual([{ title: 'Lampe', marks: [['body', 'Häuser', 'Haus']], matchedTerms: ['haus'] }]);
  });
});

describe('an explanation', () => {
  it('counts what each part matches by itself', () => {
    const { engine } = makeEngine(KEEPERS);
    expect(explain(engine, '+lamp -oil tag:quiet "the keeper"')?.parts).toEqual([
      { text: '“lamp”', matches: 3 },
      { text: '“oil”', matches: 2 },
      { text: 'tagged “quiet”', matches: 1 },
      { text: 'the phrase “the keeper”', matches: 2 },
    ]);
  });

  it('takes each score apart into what the terms add by standing in a field', () => {
    const { engine } = makeEngine(KEEPERS);
    const { hits, explain: explained } = search(engine, 'lamp^3 title:lamp oil k*', { explain: true });
    expect(hits.length).toBe(3);
    for (const { id, score } of hits) {
      const weights = explained?.hits[id] ?? [];
      expect(weights.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(score, 9);
    }
    expect(Object.keys(explained?.hits ?? {}).toSorted()).toEqual(hits.map(({ id }) => String(id)).toSorted());
  });

  it('names the nearest word for one that no article has', () => {
    const { engine } = makeEngine(KEEPERS);
    expect(explain(engine, 'keepper')?.suggestions).toEqual(['No article has “keepper”. Did you mean “keeper” (2 articles)?']);
    // The stem is "burn": a pattern with more letters than that finds nothing.
    expect(explain(engine, 'lamp burned*')?.suggestions).toEqual(['No article has “burned*”. Did you mean “burn*” (1 article)?']);
    expect(explain(engine, '"lmap oil"')?.suggestions).toEqual(['No article has “lmap”. Did you mean “lamp” (3 articles)?']);
  });

  it('says which condition to drop where nothing meets all of them', () => {
    const { engine } = makeEngine(KEEPERS);
    expect(explain(engine, '+lamp +gulls')?.suggestions).toEqual(['Without asking for “gulls”, there would be 3 articles.', 'Without asking for “lamp”, there would be 1 article.']);
    expect(explain(engine, 'bread AND NOT quiet')?.suggestions).toEqual(['Without leaving out “quiet”, there would be 1 article.']);
    expect(explain(engine, 'oil tag:quiet')?.suggestions).toEqual(['Without asking for articles tagged “quiet”, there would be 2 articles.']);
  });

  it('says in which field a word is that was looked for in another', () => {
    const { engine } = makeEngine(KEEPERS);
    expect(explain(engine, 'title:oil')?.suggestions).toEqual(['No article has “oil” in the title, but 2 articles in the body.']);
  });
});

describe('what can be asked instead', () => {
  const tries = (query: string, changed: Partial<SearchRequest> = {}) => search(makeEngine(KEEPERS).engine, query, { explain: true, ...changed }).explain?.tries;

  it('is the query with all its unknown words mended, where that finds something', () => {
    expect(tries('+lamp "the keepper"')).toEqual([{ kind: 'instead', text: '+lamp "the keeper"', query: '+lamp "the keeper"', matches: 3 }]);
    expect(tries('title:lmap AND oil AND -bread')?.[0]).toMatchObject({ query: 'title:lamp AND oil AND -bread' });
    expect(tries('lamp AND *keepers*')?.[0]).toMatchObject({ query: 'lamp AND *keeper*' });
    expect(tries('lamp oil')).toEqual([]);
  });

  it('is the query with another field', () => {
    expect(tries('+title:oil')).toEqual([{ kind: 'instead', text: '+body:oil', query: '+body:oil', matches: 2 }]);
  });

  it('is the query without one condition, or without all that no article meets', () => {
    expect(tries('lamp AND gulls')).toEqual([
      { kind: 'without', text: '“gulls”', query: 'lamp', matches: 3 },
      { kind: 'without', text: '“lamp”', query: 'gulls', matches: 1 },
    ]);
    expect(tries('+lamp +xylophonists tag:nowhere')?.[0]).toEqual({ kind: 'without', text: '“xylophonists”, articles tagged “nowhere”', query: '+lamp', matches: 3 });
    expect(tries('bread NOT quiet')).toEqual([{ kind: 'without', text: '“quiet”', query: 'bread', matches: 1 }]);
  });

  it('finds what it promises, while the query is still being typed, too', () => {
    const { engine } = makeEngine(KEEPERS);
    for (const query of ['+lamp +gul', 'lamp AND (oil gas) AND NOT keeper', 'oil tag:quiet', '+"no oil" +is:favourite', '-lamp +bread +oil']) {
      const offered = search(engine, query, { explain: true, typing: true }).explain?.tries ?? [];
      expect(offered.length).toBeGreaterThan(0);
      for (const { query: other, matches } of offered) expect(search(engine, other).total).toBe(matches);
    }
  });
});

describe('facets', () => {
  it('count all matches, within the query\'s filters', () => {
    const { engine } = makeEngine(KEEPERS);
    const { total, facets, unknown } = engine.facets({ query: 'lamp', typing: false, limit: 20 });
    expect(total).toBe(3);
    expect(facets.site).toEqual([{ value: 'Der Leuchtturm', count: 1 }, { value: 'The Beacon', count: 1 }]);
    expect([facets.year, facets.month]).toEqual([[{ value: '1987', count: 2 }], [{ value: '1987-02', count: 1 }]]);
    expect(unknown).toEqual({ site: 1, date: 1, language: 0 });
    expect(engine.facets({ query: 'lamp lang:de', typing: false, limit: 20 })).toMatchObject({ total: 1, facets: { language: [{ value: 'de', count: 1 }] } });
  });
});

describe('filters', () => {
  const filters = { ...NO_FILTERS, site: ['The Beacon', 'Der Leuchtturm'] };

  it('take articles out of the answer and change no score', () => {
    const { engine } = makeEngine(KEEPERS);
    const all = search(engine, 'lamp oil');
    const narrowed = search(engine, 'lamp oil', { filters });
    expect(narrowed.total).toBe(2);
    expect(narrowed.hits.map(({ id, score }) => [id, score])).toEqual(all.hits.filter(({ site }) => site !== null).map(({ id, score }) => [id, score]));
  });

  it('hold for ids and facets, too, and find by themselves where no word is asked for', () => {
    const { engine, idOf } = makeEngine(KEEPERS);
    const ids = engine.ids({ query: 'lamp', typing: false, sort: 'oldest', offset: 1, limit: 10, filters });
    expect([ids.total, ids.ids]).toEqual([2, [idOf('Trouble')]]);
    expect(ids.scores).toEqual(search(engine, 'lamp', { filters, sort: 'oldest' }).hits.slice(1).map(({ score }) => score));
    expect(engine.facets({ query: '', typing: false, limit: 20, filters }).total).toBe(2);
    expect(search(engine, '', { filters }).total).toBe(2);
  });
});

describe('a grouped answer', () => {
  const ARTICLES: Readonly<Record<string, Content>> = {
    0: { text: 'ice', published: '1987', site: 'A' },
    1: { text: 'ice ice', published: '1987-02', site: 'B' },
    2: { text: 'ice ice ice', published: '1987-02-26', site: 'A' },
    3: { text: 'ice ice ice ice', published: '1988-01-01', site: 'B' },
    4: { text: 'ice ice ice ice ice' },
  };
  const titles = (engine: SearchEngine, changed: Partial<SearchRequest>) => search(engine, 'ice', changed).hits.map(({ title }) => title).join('');

  it('has the months from the newest on, and sites in the order of their best hits', () => {
    const { engine } = makeEngine(ARTICLES);
    const months = search(engine, 'ice', { group: 'month', sort: 'oldest' });
    expect(months.groups).toEqual([
      { key: '1988-01', count: 1, start: 0 },
      { key: '1987-02', count: 2, start: 1 },
      { key: '1987', count: 1, start: 3 },
      { key: null, count: 1, start: 4 },
    ]);
    expect(months.hits.map(({ title }) => title).join('')).toBe('31204');
    expect(search(engine, 'ice', { group: 'site', sort: 'newest' }).groups).toEqual([
      { key: 'B', count: 2, start: 0 },
      { key: 'A', count: 2, start: 2 },
      { key: null, count: 1, start: 4 },
    ]);
    expect(titles(engine, { group: 'site', sort: 'newest' })).toBe('31204');
  });

  it('is the same in pages, with the groups of each page, and for ids', () => {
    const { engine, idOf } = makeEngine(ARTICLES);
    const page = search(engine, 'ice', { group: 'month', offset: 2, limit: 2 });
    expect(page.groups).toEqual([{ key: '1987-02', count: 2, start: 1 }, { key: '1987', count: 1, start: 3 }]);
    const whole = search(engine, 'ice', { group: 'month' }).hits.map(({ title }) => title);
    expect(page.hits.map(({ title }) => title)).toEqual(whole.slice(2, 4));
    const { ids } = engine.ids({ query: 'ice', typing: false, sort: 'relevance', offset: 0, limit: 10, group: 'month' });
    expect(ids).toEqual(whole.map((title) => idOf(title)));
  });
});

describe('a saved search', () => {
  it('counts what it finds, and what of that was added since it was looked at', () => {
    const { engine, store, idOf } = makeEngine(KEEPERS);
    const request = { query: 'lamp', filters: NO_FILTERS, looked: '1970-01-01T00:00:00.000Z' };
    const before = engine.countSaved(request);
    expect(before).toMatchObject({ total: 3, fresh: 3 });
    expect(engine.countSaved({ ...request, looked: before.upTo })).toEqual({ ...before, fresh: 0 });
    expect(engine.countSaved({ ...request, filters: { ...NO_FILTERS, language: ['de'] } })).toMatchObject({ total: 1, fresh: 1 });
    // The answer is kept until the library changes.
    store.setState([idOf('The lamp')], { read: true });
    expect(engine.countSaved({ ...request, filters: { ...NO_FILTERS, state: ['unread'] } }).total).toBe(2);
  });
});

describe('similar articles', () => {
  const ABOUT: Readonly<Record<string, Content>> = {
    'Whale oil': { text: 'The lighthouse of Norra burned whale oil in its lamp from 1887 on. The lighthouse keeper was alone.' },
    'Another one': { text: 'A keeper of another lighthouse, with another lamp, burned oil since 1887.' },
    Bread: { text: 'A baker baked bread, and it was from the oven that the smell came.' },
    Bakers: { text: 'The bread of the baker in the square.' },
    Ferry: { text: 'The ferry was late.' },
  };

  it('are those that have an article\'s telling words, without itself', () => {
    const { engine, idOf } = makeEngine(ABOUT);
    const { hits, terms } = engine.similar({ id: idOf('Whale oil'), limit: 10 });
    expect(hits.map(({ title }) => title)).toEqual(['Another one']);
    expect(terms[0]).toBe('lighthouse');
    // No numbers, no stop words, nothing that stands there only.
    expect(terms.toSorted()).toEqual(['burned', 'keeper', 'lamp', 'lighthouse', 'oil']);
    expect(hits[0]?.snippets.flatMap(({ text, marks }) => marks.map(([start, end]) => text.slice(start, end)))).toContain('lighthouse');
  });

  it('are as many as were asked for, the most alike first', () => {
    const { engine, idOf } = makeEngine({ ...ABOUT, 'Bread and baker': { text: 'Baker and bread, bread and baker.' } });
    expect(engine.similar({ id: idOf('Bakers'), limit: 1 }).hits.map(({ title }) => title)).toEqual(['Bread and baker']);
  });

  it('cannot be had of an article that is not there', () => {
    const { engine, store, idOf } = makeEngine(ABOUT);
    const id = idOf('Bread');
    store.trash([id]);
    expect(() => engine.similar({ id, limit: 10 })).toThrow(expect.objectContaining({ code: 'not-found' }));
  });
});

describe('all matches of an article', () => {
  const located = (engine: SearchEngine, id: ArticleId, query: string, text: string, typing = false) => {
    const { body, ...others } = engine.locate({ id, query, typing });
    return { ...others, body: body.map(([start, end]) => text.slice(start, end)) };
  };

  it('are what snippets mark, in all fields, and a phrase is one', () => {
    const { engine, idOf } = makeEngine(KEEPERS);
    const text = 'The keeper of the lamp burned lamp oil. Keepers of lamps do.';
    expect(located(engine, idOf('The lamp'), '"keeper of the lamp" lamps lampkin~1', text)).toEqual({
      title: [[4, 8]],
      byline: [[4, 11]],
      body: ['keeper of the lamp', 'lamp', 'lamps'],
      inDocument: [[3, 18], [24, 28], [41, 46]],
      densest: 0,
      total: 5,
    });
    expect(located(engine, idOf('The lamp'), 'title:lamp', text)).toMatchObject({ title: [[4, 8]], body: [], densest: null, total: 1 });
    expect(located(engine, idOf('The lamp'), 'bur', text, true)).toMatchObject({ body: ['burned'], total: 1 });
  });

  it('are none for filters and for what is not searched for', () => {
    const { engine, idOf } = makeEngine(KEEPERS);
    expect(located(engine, idOf('Trouble'), 'site:beacon -keeper', '')).toMatchObject({ body: [], total: 0, densest: null });
  });

  it('begin where most of the query stands together', () => {
    const { engine, idOf } = makeEngine({ Long: { text: `lamp ${'x '.repeat(300)}lamp oil ${'x '.repeat(300)}lamp`, html: '<p>lamp</p>' } });
    expect(engine.locate({ id: idOf('Long'), query: 'lamp oil', typing: false })).toMatchObject({ densest: 1, total: 4 });
  });

  it('are named up to a bound, and counted beyond it', () => {
    const text = 'lamp '.repeat(6_000).trim();
    const { engine, idOf } = makeEngine({ Many: { text, html: `<p>${text}</p>` } });
    const { body, inDocument, total } = engine.locate({ id: idOf('Many'), query: 'lamp', typing: false });
    expect([body.length, inDocument.length, inDocument.at(-1), total]).toEqual([5_000, 5_000, [19_996, 20_000], 6_000]);
  });

  it('are looked for in no article that is not there', () => {
    const { engine } = makeEngine(KEEPERS);
    expect(() => engine.locate({ id: ArticleId.parse('nobody'), query: 'lamp', typing: false })).toThrow('There is no article');
  });
});

describe('a question that would keep the engine busy', () => {
  it('is answered with a note, and refused where no note could be given', () => {
    const { engine } = makeEngine({ Repetition: { text: 'lamp oil '.repeat(1_000) } });
    const busy = Array.from({ length: 60 }, (_, n) => `(lamp NEAR/9 oil NEAR/${n + 2} lamp)`).join(' OR ');
    expect(search(engine, busy)).toMatchObject({ total: 0, hits: [], notes: [expect.stringContaining('asks for too much')] });
    expect(() => engine.matchIds(busy)).toThrow('asks for too much');
    expect(() => engine.ids({ query: busy, typing: false, sort: 'relevance', offset: 0, limit: 10 })).toThrow('asks for too much');
    expect(search(engine, 'lamp').total).toBe(1);
  });
});
