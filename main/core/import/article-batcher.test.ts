import { expect, it } from 'vitest';
import { ArticleId } from '../../contract/ids.ts';
import { LIMITS } from '../base/limits.ts';
import { packArticle, unpackArticle } from '../store/packed-article.ts';
import { makeArticle } from '../store/store-fixtures.ts';
import { ArticleBatcher } from './article-batcher.ts';

it('makes no batch of more than a batch may hold, however much waits while one is stored', async () => {
  const batches: number[] = [];
  const batcher = new ArticleBatcher(async (articles) => {
    batches.push(articles.length);
    await new Promise((resolve) => setTimeout(resolve, 5));
    return articles.map(unpackArticle).map(({ content }) => ({ list: 'imported', id: ArticleId.parse('x'), title: content.title }));
  });
  // It counts with its text, its markup and its own bytes: here all but the markup.
  const text = 'x'.repeat(LIMITS.batchBytes / 12);
  const large = Array.from({ length: 9 }, () => makeArticle('large', { text, html: '' }));
  const small = Array.from({ length: LIMITS.batchItems + 1 }, (_, index) => makeArticle(`${index}`));
  await Promise.all([...large, ...small].map((article) => batcher.add(packArticle(article), { source: '/in' })));
  expect(batches).toEqual([4, 4, LIMITS.batchItems, 2]);
});
