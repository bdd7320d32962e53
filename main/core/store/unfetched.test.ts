import { expect, it, onTestFinished } from 'vitest';
import { UNFETCHED } from '../../contract/articles.ts';
import { hashBytes } from './blobs.ts';
import { makeArticle, makeScratchFolder, openStore } from './store-fixtures.ts';
import { findOfAddress, findUnfetched, UNFETCHED_BY_ADDRESS, UNFETCHED_BY_CANONICAL } from './unfetched.ts';

it('whether an article waits for an address is one look into an index, however large the library is', () => {
  const store = openStore(makeScratchFolder());
  onTestFinished(() => store.close());
  store.addArticles(Array.from({ length: 50 }, (_, n) => makeArticle(`lamp${n}`, { url: `https://paper.example/${n}`, canonicalUrl: `https://paper.example/${n}` })), 'skip');
  store.database.exec('ANALYZE');
  const planOf = (sql: string, ...bound: (string | number)[]) => store.database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...bound).map(({ detail }) => String(detail));
  expect(planOf(UNFETCHED_BY_CANONICAL, 'a', 0, 'b')[0]).toMatch(/^SEARCH a USING INDEX articles_by_canonical_url /);
  expect(planOf(UNFETCHED_BY_ADDRESS, 'a', 'b', 0, 'c').slice(0, 2)).toEqual([expect.stringMatching(/^SEARCH s USING PRIMARY KEY \(sha256=\?\)/), expect.stringMatching(/^SEARCH a USING INTEGER PRIMARY KEY/)]);
  expect(findUnfetched(store.database, 'https://paper.example/1')).toBeUndefined();
});

it('an article that was kept under former rules of canonical addresses is found by its address', () => {
  const store = openStore(makeScratchFolder());
  onTestFinished(() => store.close());
  const url = 'https://paper.example/show?share=a8Xk2';
  const source = { kind: UNFETCHED, name: 'address', sha256: hashBytes(Buffer.from(url)) };
  store.addArticles([makeArticle('kept', { url, canonicalUrl: 'https://paper.example/show', source, text: '', html: '', fingerprint: null })], 'skip');
  const id = findUnfetched(store.database, url);
  expect(id).toBeDefined();
  expect(findOfAddress(store.database, { url, canonicalUrl: url, source })).toBe(id);
  expect(findUnfetched(store.database, 'https://paper.example/show?share=b9')).toBeUndefined();
});
