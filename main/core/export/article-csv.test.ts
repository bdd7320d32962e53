import { expect, it, onTestFinished } from 'vitest';
import { findArticles } from '../store/list-articles.ts';
import { makeArticle, makeScratchFolder, openStore } from '../store/store-fixtures.ts';
import { articlesToCsv, CSV_HEADER } from './article-csv.ts';

function csvOf(content: Parameters<typeof makeArticle>[1], score: number | null = null): string {
  const store = openStore(makeScratchFolder());
  onTestFinished(() => store.close());
  const ids = store.addArticles([makeArticle('one', content)], 'skip').map(({ id }) => id);
  return articlesToCsv(findArticles(store.database, ids).map((article) => ({ article, score }))).replaceAll(ids[0] ?? '', 'ID');
}

it('has a line for each article, and names its columns', () => {
  expect(CSV_HEADER).toBe('title,byline,date,site,url,language,words,tags,collections,id,score\r\n');
  expect(csvOf({ title: 'Ice', byline: 'Ada', published: '1987-02', site: 'The Beacon', url: 'https://example.org/', wordCount: 12, tags: ['sea', 'ice'], collections: ['A/B'] }, 1.5)).toBe(
    'Ice,Ada,1987-02,The Beacon,https://example.org/,en,12,ice; sea,A/B,ID,1.5\r\n',
  );
});

it('puts quotes around what would break a line or a column', () => {
  expect(csvOf({ title: 'He said "no", and\nleft' })).toMatch(/^"He said ""no"", and\nleft",,/);
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1+1'])('takes the power from what a spreadsheet would run: %j', (title) => {
  expect(csvOf({ title, byline: title, tags: [title.trim()] })).toMatch(/^'/);
});

it('writes articles in the order in which they were asked for, and leaves out what there is not', () => {
  const store = openStore(makeScratchFolder());
  onTestFinished(() => store.close());
  const ids = store.addArticles(['a', 'b', 'c'].map((name) => makeArticle(name, { title: name })), 'skip').map(({ id }) => id);
  store.purge(ids.slice(1, 2));
  expect(findArticles(store.database, ids.toReversed()).map(({ title }) => title)).toEqual(['c', 'a']);
});
