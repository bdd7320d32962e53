import lunr from 'lunr';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { LibraryStore } from '../store/library-store.ts';
import { makeArticle, makeScratchFolder, openStore } from '../store/store-fixtures.ts';
import { LunrSearch } from './lunr-search.ts';

const TEXTS = [
  'The keeper lit the lamp and the lamp burned all night.',
  'A lamp needs oil, and oil was dear that winter.',
  'The harbour slept. Nobody kept watch.',
  'Oil prices rose; keepers of small lamps complained.',
];

function makeStore(): LibraryStore {
  const store = openStore(makeScratchFolder());
  onTestFinished(() => store.close());
  store.addArticles(TEXTS.map((text, index) => makeArticle(`story ${index}`, { text, published: `200${index}-01-01`, publishedPrecision: 'day' })), 'skip');
  return store;
}

const ask = (search: LunrSearch, query: string, sort: 'relevance' | 'newest' | 'oldest' = 'relevance') =>
  search.search({ query, limit: 10, offset: 0, sort, typing: false });

describe('search', () => {
  it.each(['lamp', 'lamp oil', '+lamp +oil', '+lamp -oil', 'keep*', 'lmap~2', 'title:story', 'lamp^10 harbour', 'lamps', 'the'])(
    'answers %s as lunr does, scores included',
    (query) => {
      const builder = new lunr.Builder();
      builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
      builder.searchPipeline.add(lunr.stemmer);
      builder.ref('ref');
      builder.field('title');
      builder.field('body');
      for (const [index, body] of TEXTS.entries()) builder.add({ ref: `About story ${index}`, title: `About story ${index}`, body });
      const oracle = builder.build().search(query);
      const answer = ask(new LunrSearch(makeStore().database), query);
      expect(answer.total).toBe(oracle.length);
      expect(new Map(answer.hits.map(({ title, score }) => [title, score]))).toEqual(new Map(oracle.map(({ ref, score }) => [ref, score])));
    },
  );

  it('leaves out what went to the trash after the index was made, and has it back when it is restored', () => {
    const store = makeStore();
    const search = new LunrSearch(store.database);
    const [first] = ask(search, 'lamp').hits;
    if (!first) throw new Error('the lamp is found');
    store.trash([first.id]);
    expect(ask(search, 'lamp').total).toBe(2);
    expect(ask(search, 'lamp').hits.map(({ id }) => id)).not.toContain(first.id);
    store.restore([first.id]);
    expect(ask(search, 'lamp').total).toBe(3);
  });

  it('sorts by date', () => {
    const search = new LunrSearch(makeStore().database);
    expect(ask(search, 'oil', 'newest').hits.map(({ title }) => title)).toEqual(['About story 3', 'About story 1']);
    expect(ask(search, 'oil', 'oldest').hits.map(({ title }) => title)).toEqual(['About story 1', 'About story 3']);
  });

  it('gives pages of one order', () => {
    const search = new LunrSearch(makeStore().database);
    const page = (offset: number) => search.search({ query: 'lamp oil', limit: 1, offset, sort: 'relevance', typing: false }).hits[0]?.id;
    expect([page(0), page(1), page(2)]).toEqual(ask(search, 'lamp oil').hits.map(({ id }) => id));
  });

  it('finds words in scripts that lunr alone does not know', () => {
    const store = openStore(makeScratchFolder());
    onTestFinished(() => store.close());
    store.addArticles([makeArticle('r', { text: 'Сегодня в Москве идёт снег.' }), makeArticle('c', { text: '北京今天下雪，道路很滑。' }), makeArticle('f', { text: 'Le café était fermé.' })], 'skip');
    const search = new LunrSearch(store.database);
    expect(ask(search, 'снег').total).toBe(1);
    expect(ask(search, '下雪').total).toBe(1);
    expect(ask(search, 'café').total).toBe(1);
  });

  it('takes no new article for one that was purged since the index was made', () => {
    const store = makeStore();
    const search = new LunrSearch(store.database);
    const [winter] = ask(search, 'winter').hits;
    if (!winter) throw new Error('a story speaks of winter');
    store.purge(search.matchIds('story'));
    store.addArticles(TEXTS.map((_, index) => makeArticle(`new ${index}`)), 'skip');
    expect(ask(search, 'winter').hits).toEqual([]);
  });

  it('is not held up by a word without end', () => {
    const store = makeStore();
    const word = 'ab'.repeat(100_000);
    store.addArticles([makeArticle('long', { text: `A ${word} of a word.` })], 'skip');
    const search = new LunrSearch(store.database);
    const started = performance.now();
    expect(ask(search, '*a*').total).toBe(5);
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(ask(search, word).hits).toMatchObject([{ title: 'About long' }]);
  });
});
