import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';
import { Article } from '../../main/contract/articles.ts';
import { whileMarked, withUnanswered } from './patch-article.ts';

const ARTICLE: Article = Article.parse({
  id: 'article-1',
  title: 'A note on tides',
  byline: null,
  published: null,
  publishedPrecision: null,
  site: null,
  url: null,
  language: null,
  wordCount: 3,
  excerpt: '',
  tags: [],
  collections: [],
  source: { kind: 'text', name: 'note.txt', sha256: '' },
  related: [],
  guessed: {},
  corrected: [],
  extra: null,
  added: '2024-01-01T00:00:00Z',
  state: { read: false, favourite: false, archived: false, trashed: false },
});

describe('a mark on its way to the library', () => {
  it('shows at once in what is here, and in what comes from before it', async () => {
    const client = new QueryClient();
    client.setQueryData(['articles', 'one', ARTICLE.id], ARTICLE);
    const { promise, resolve } = Promise.withResolvers<void>();
    const marking = whileMarked(client, [ARTICLE.id], { favourite: true }, () => promise);
    expect(client.getQueryData(['articles', 'one', ARTICLE.id])).toMatchObject({ state: { favourite: true, read: false } });
    expect(withUnanswered(ARTICLE).state.favourite).toBe(true);
    resolve();
    await marking;
    expect(withUnanswered(ARTICLE).state.favourite).toBe(false);
  });

  it('gives way to the one that was set after it', async () => {
    const client = new QueryClient();
    const { promise, resolve } = Promise.withResolvers<void>();
    const marking = [true, false].map((favourite) => whileMarked(client, [ARTICLE.id], { favourite }, () => promise));
    expect(withUnanswered({ ...ARTICLE, state: { ...ARTICLE.state, favourite: true } }).state.favourite).toBe(false);
    resolve();
    await Promise.all(marking);
  });

  it('is forgotten when the library refuses it', async () => {
    const refused = whileMarked(new QueryClient(), [ARTICLE.id], { read: true }, () => Promise.reject(new Error('refused')));
    await expect(refused).rejects.toThrow('refused');
    expect(withUnanswered(ARTICLE).state.read).toBe(false);
  });
});
