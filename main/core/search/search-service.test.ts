import { describe, expect, it, onTestFinished } from 'vitest';
import type { SearchCalls } from '../workers/search-worker.ts';
import { WorkerLink } from '../workers/worker-link.ts';
import { makeArticle, makeScratchFolder, openStore } from '../store/store-fixtures.ts';
import { SearchService } from './search-service.ts';

function makeService(root: string) {
  const ready: number[] = [];
  const waiting: (() => void)[] = [];
  let started = 0;
  const service = new SearchService({
    startWorker: (onGone) => {
      started += 1;
      return new WorkerLink<SearchCalls>(new URL('../workers/search-worker.ts', import.meta.url), { root }, { onGone });
    },
    onReady: (change) => {
      ready.push(change);
      waiting.splice(0).forEach((resolve) => resolve());
    },
    onUnexpected: (error) => {
      throw error;
    },
  });
  onTestFinished(() => service.close());
  return { service, ready, nextReady: () => new Promise<void>((resolve) => waiting.push(resolve)), started: () => started };
}

const request = (query: string) => ({ query, limit: 10, offset: 0, sort: 'relevance', typing: false }) as const;

describe('the search service', () => {
  it('makes one index for many first searches, and answers from the old one while the next is made', async () => {
    const root = makeScratchFolder();
    const store = openStore(root);
    onTestFinished(() => store.close());
    store.addArticles([makeArticle('lamps')], 'skip');
    const { service, ready, nextReady, started } = makeService(root);
    const first = await Promise.all(Array.from({ length: 5 }, () => service.search(request('lamps'))));
    expect(first.map(({ total }) => total)).toEqual([1, 1, 1, 1, 1]);
    expect(started()).toBe(1);

    store.addArticles([makeArticle('more lamps')], 'skip');
    service.noteChange();
    expect(service.building).toBe(true);
    const next = nextReady();
    expect((await service.search(request('lamps'))).total).toBe(1);
    await next;
    expect((await service.search(request('lamps'))).total).toBe(2);
    expect(service.building).toBe(false);
    expect(ready).toEqual([1, 2]);
  });

  it('starts no worker for a search that comes after it was closed', async () => {
    const { service, started } = makeService(makeScratchFolder());
    await service.close();
    await expect(service.search(request('lamps'))).rejects.toMatchObject({ code: 'closed' });
    expect(started()).toBe(0);
  });

  it('builds nothing as long as nobody searches', async () => {
    const { service, started } = makeService(makeScratchFolder());
    service.noteChange();
    await service.close();
    expect(started()).toBe(0);
  });
});
