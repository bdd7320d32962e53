import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ArticleId } from '../../contract/ids.ts';
import type { LibraryStore } from '../store/library-store.ts';
import { makeArticle, makeScratchFolder, openStore } from '../store/store-fixtures.ts';
import type { IndexCalls } from '../workers/index-worker.ts';
import type { SearchCalls } from '../workers/search-worker.ts';
import { WorkerLink } from '../workers/worker-link.ts';
import { WorkerPool } from '../workers/worker-pool.ts';
import { SearchService } from './search-service.ts';

const worker = (name: string) => new URL(`../workers/${name}.ts`, import.meta.url);

function makePool(file = worker('index-worker')): WorkerPool<IndexCalls> {
  return new WorkerPool<IndexCalls>({ file, size: 2, timeoutMs: 60_000, limits: {} });
}

function makeService(root: string, access: 'read' | 'write' = 'write', file?: URL, searching = worker('search-worker')) {
  const pool = access === 'write' ? makePool(file) : undefined;
  const ready: number[] = [];
  const troubles: string[] = [];
  const links: WorkerLink<SearchCalls>[] = [];
  const service = new SearchService({
    root,
    startWorker: (onGone) => {
      const link = new WorkerLink<SearchCalls>(searching, { root, access }, { onGone });
      links.push(link);
      return link;
    },
    pool,
    onReady: (change) => ready.push(change),
    onTrouble: (error) => troubles.push(String(error)),
  });
  onTestFinished(() => service.close());
  return { service, ready, troubles, links };
}

function makeStore(): { store: LibraryStore; root: string; tell: (service: SearchService) => Promise<void> } {
  const root = makeScratchFolder();
  const store = openStore(root);
  onTestFinished(() => store.close());
  let told = 0;
  const tell = (service: SearchService) => {
    const { change, ids } = store.touchedSince(told);
    const note = service.noteChange({ since: told, change, touched: ids });
    told = change;
    return note;
  };
  return { store, root, tell };
}

const request = (query: string) => ({ query, limit: 10, offset: 0, sort: 'relevance', typing: false, explain: false }) as const;
const makeMany = (count: number, word: string) => Array.from({ length: count }, (_, index) => makeArticle(`${word} ${index}`));

describe('the search service', () => {
  it('finds at once what was added, and not any more what was removed', async () => {
    const { store, root, tell } = makeStore();
    const { service, links } = makeService(root);
    store.addArticles([makeArticle('lamps')], 'skip');
    const first = await Promise.all(Array.from({ length: 5 }, () => service.search(request('lamps'))));
    expect(first.map(({ total }) => total)).toEqual([1, 1, 1, 1, 1]);

    const [added] = store.addArticles([makeArticle('more lamps')], 'skip');
    void tell(service);
    expect((await service.search(request('lamps'))).total).toBe(2);
    store.trash(added?.list === 'imported' ? [added.id] : []);
    void tell(service);
    expect((await service.matchIds('lamps')).length).toBe(1);
    store.restore(added?.list === 'imported' ? [added.id] : []);
    void tell(service);
    expect((await service.matchIds('lamps')).length).toBe(2);
    expect(links).toHaveLength(1);
  });

  it('has many articles indexed elsewhere, and keeps them for the next opening', async () => {
    const { store, root, tell } = makeStore();
    const { service, ready, troubles } = makeService(root);
    for (let batch = 0; batch < 10; batch += 1) {
      store.addArticles(makeMany(300, `lamp${batch}`), 'skip');
      void tell(service);
    }
    await service.settle();
    expect(await service.search(request('lamp7'))).toMatchObject({ total: 300, indexed: 3_000 });
    expect(service.building).toBe(false);
    expect(ready.at(-1)).toBe(10);
    await service.close();
    const again = makeService(root);
    await again.service.start();
    expect(again.service.building).toBe(false);
    expect((await again.service.search(request('lamp3'))).indexed).toBe(3_000);
    expect([...troubles, ...again.troubles]).toEqual([]);
  });

  it('catches up with what changed while it was not there', async () => {
    const { store, root } = makeStore();
    const [one] = store.addArticles([makeArticle('lamps'), makeArticle('oil')], 'skip');
    const { service } = makeService(root);
    expect((await service.search(request('lamps'))).total).toBe(1);
    await service.close();
    store.purge(one?.list === 'imported' ? [one.id] : []);
    store.addArticles([makeArticle('wick')], 'skip');
    const { service: again } = makeService(root);
    expect((await again.search(request('lamps'))).total).toBe(0);
    expect((await again.search(request('wick'))).total).toBe(1);
  });

  it('goes on when its worker died', async () => {
    const { store, root, tell } = makeStore();
    store.addArticles(makeMany(400, 'lamp'), 'skip');
    const { service, links, troubles } = makeService(root);
    await service.start();
    await links[0]?.end();
    store.addArticles(makeMany(400, 'wick'), 'skip');
    void tell(service);
    await expect.poll(async () => (await service.search(request('wick'))).total, { timeout: 30_000 }).toBe(400);
    expect((await service.search(request('lamp'))).total).toBe(400);
    expect(troubles).toEqual([]);
  });

  it('leaves out the one article with which every job dies, and says which', async () => {
    const { store, root } = makeStore();
    store.addArticles(makeMany(300, 'lamp'), 'skip');
    const [bad] = store.addArticles([makeArticle('poison')], 'skip');
    store.addArticles(makeMany(100, 'wick'), 'skip');
    const { service, troubles } = makeService(root, 'write', worker('fixtures/dying-index-worker'));
    await service.start();
    await service.settle();
    expect((await service.search(request('lamp wick poison'))).total).toBe(400);
    expect(troubles).toEqual([expect.stringContaining(bad?.list === 'imported' ? bad.id : '?')]);
  });

  it('leaves every article to jobs after a worker that died while it added some', async () => {
    const { store, root } = makeStore();
    store.addArticles(makeMany(3, 'lamp'), 'skip');
    const { service, links } = makeService(root, 'write', undefined, worker('fixtures/dying-search-worker'));
    await expect(service.search(request('lamp'))).rejects.toMatchObject({ code: 'reader-crashed' });
    expect((await service.search(request('lamp'))).total).toBe(3);
    expect(links).toHaveLength(2);
  });

  it('reads beside a writer: sees its changes, and leaves its files alone', async () => {
    const { store, root, tell } = makeStore();
    store.addArticles(makeMany(20, 'lamp'), 'skip');
    const writer = makeService(root);
    await writer.service.start();
    await writer.service.settle();
    await writer.service.close();
    const files = () => fs.readdirSync(path.join(root, 'index'));
    const before = files();
    const reader = makeService(root, 'read');
    expect((await reader.service.search(request('lamp'))).total).toBe(20);
    const added = store.addArticles(makeMany(300, 'wick'), 'skip');
    store.trash(added.slice(0, 50).flatMap((one): ArticleId[] => (one.list === 'imported' ? [one.id] : [])));
    expect((await reader.service.search(request('wick'))).total).toBe(250);
    void tell(reader.service);
    await reader.service.close();
    expect(files()).toEqual(before);
  });

  it('starts no worker for a search that comes after it was closed', async () => {
    const { service, links } = makeService(makeScratchFolder());
    await service.close();
    await expect(service.search(request('lamps'))).rejects.toMatchObject({ code: 'closed' });
    expect(links).toEqual([]);
  });

  it('starts no worker for a change that alters nothing of what is found', async () => {
    const { service, links } = makeService(makeScratchFolder());
    await service.noteChange({ since: 3, change: 4, touched: [] });
    expect(links).toEqual([]);
  });
});
