import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Article, ArticlePlace } from '../../contract/articles.ts';
import type { ArticleId } from '../../contract/ids.ts';
import type { ImportProgress } from '../../contract/imports.ts';
import type { Library } from '../open-library.ts';
import { makeScratchFolder } from '../store/store-fixtures.ts';
import { article, prose } from './fixtures/hard-pages.ts';
import { importInTest, openToSave, saveInTest } from './fixtures/save-in-test.ts';
import { serveLocal, type Answer, type LocalSite } from './fixtures/serve-local.ts';

const TIMES = { timeout: 60_000 };

async function articlesIn(library: Library, place: ArticlePlace = 'library'): Promise<Article[]> {
  const listed = await library.client['articles.list']({ in: place });
  if (!listed.ok) throw new Error(listed.error.message);
  return listed.value.articles;
}

async function addressesOf(library: Library, ids: ArticleId[]) {
  const found = await library.client['saving.addresses']({ ids });
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}

async function lastTryOf(library: Library, id: ArticleId) {
  const found = await library.client['saving.lastTry']({ id });
  if (!found.ok) throw new Error(found.error.message);
  return found.value.outcome;
}

const idOfImport = (told: readonly ImportProgress[]) => told.at(-1)?.id ?? expect.fail('nothing was told');

/** A site whose pages may be changed while a test runs. */
async function changingSite(pages: Record<string, Answer>): Promise<LocalSite> {
  return serveLocal((request, response) => (pages[request.url ?? ''] ?? ((_, other) => void other.writeHead(404).end()))(request, response));
}

const page = (name: string, more = ''): Answer => (_request, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end(article(name, more));
const send = (to: string): Answer => (_request, response) => void response.writeHead(302, { location: to }).end();

/** A library of this test that keeps some addresses, and asks nobody for their pages yet. */
async function keep(site: LocalSite, paths: readonly string[], options = {}, root?: string) {
  const library = await openToSave([site.host], {}, root);
  const { entries, told } = await saveInTest(library, paths.map((one) => site.url(one).href), { later: true, ...options });
  return { library, entries, importId: idOfImport(told) };
}

describe('an article that is to be fetched', () => {
  it('is its address alone, asks nothing of the net, and is found, listed, counted and checked like others', TIMES, async () => {
    const site = await changingSite({});
    const { library, entries } = await keep(site, ['/caf%C3%A9/lamp%20oil?page=2#part', '/pier'], { tags: ['coast'], collections: ['To read'] });
    expect(site.asked).toEqual([]);
    expect(entries.map(({ list }) => list)).toEqual(['imported', 'imported']);
    const [pier, lamp] = await articlesIn(library, 'unfetched');
    expect(lamp).toMatchObject({ title: '127.0.0.1 › café › lamp%20oil?page=2', url: site.url('/caf%C3%A9/lamp%20oil?page=2').href, wordCount: 0, excerpt: null, tags: ['coast'], collections: ['To read'], source: { kind: 'address' } });
    expect(pier?.title).toBe('127.0.0.1 › pier');
    const read = lamp && (await library.readArticle(lamp.id));
    expect(read).toMatchObject({ text: '', html: '' });
    await library.settle();
    expect(await library.client['search.query']({ query: 'is:unfetched pier' })).toMatchObject({ value: { total: 1 } });
    expect(await library.client['library.counts']({})).toMatchObject({ value: { articles: 2, unread: 2, unfetched: 2 } });
    expect(await library.client['library.verify']({})).toMatchObject({ value: { ok: true, articles: 2 } });
  });

  it('is filled by its page, under the same id, with what was its user’s own, and counts as saved', TIMES, async () => {
    const site = await changingSite({ '/lamp': page('lamp') });
    const { library } = await keep(site, ['/lamp'], { tags: ['coast'] });
    const [kept] = await articlesIn(library);
    if (!kept) return expect.fail('nothing was kept');
    await library.client['articles.setState']({ ids: [kept.id], favourite: true });
    await library.client['articles.setFacts']({ ids: [kept.id], facts: { byline: 'Mira Lund' } });
    const { unfetched } = await addressesOf(library, [kept.id]);
    const { entries } = await saveInTest(library, unfetched, { tags: ['new'] });
    expect(entries).toMatchObject([{ list: 'imported', id: kept.id, source: site.url('/lamp').href }]);
    const [filled, ...others] = await articlesIn(library);
    expect(others).toEqual([]);
    expect(filled).toMatchObject({ id: kept.id, added: kept.added, title: 'About lamp', byline: 'Mira Lund', tags: ['coast', 'new'], state: { favourite: true, read: false }, source: { kind: 'mhtml' } });
    expect(filled?.wordCount).toBeGreaterThan(50);
    expect(await articlesIn(library, 'unfetched')).toEqual([]);
    await library.settle();
    expect(await library.client['search.query']({ query: 'lamp' })).toMatchObject({ value: { total: 1 } });
    expect(await addressesOf(library, [kept.id])).toEqual({ unfetched: [], fetched: [site.url('/lamp').href], without: 0 });
    expect(await library.client['library.verify']({})).toMatchObject({ value: { ok: true } });
  });

  it('is one, whatever leads to its page: a redirect, its address with a mark of whoever sent it, the front of a site, a file', TIMES, async () => {
    const site = await changingSite({ '/s/1': send('/lamp'), '/lamp': page('lamp'), '/pier': page('pier'), '/': page('front'), '/oak': page('oak') });
    const { library } = await keep(site, ['/s/1', '/pier?utm_source=mail', '/', '/oak']);
    const before = (await articlesIn(library)).map(({ id }) => id).toSorted();
    await saveInTest(library, [site.url('/s/1').href, site.url('/pier').href, site.url('/').href]);
    const folder = makeScratchFolder();
    fs.writeFileSync(path.join(folder, 'oak.html'), article('oak', '').replace('</head>', `<link rel="canonical" href="${site.url('/oak').href}"></head>`));
    expect((await importInTest(library, folder)).entries.map(({ list }) => list)).toEqual(['imported']);
    const after = await articlesIn(library);
    expect(after.map(({ id }) => id).toSorted()).toEqual(before);
    expect(after.map(({ title }) => title).toSorted()).toEqual(['About front', 'About lamp', 'About oak', 'About pier']);
  });

  it('waits on where its page is in the library under another address, and says which article that is', TIMES, async () => {
    const site = await changingSite({ '/s/1': send('/lamp'), '/lamp': page('lamp') });
    const { library } = await keep(site, ['/s/1']);
    const [kept] = await articlesIn(library);
    const { entries: saved } = await saveInTest(library, [site.url('/lamp').href]);
    const { entries, told } = await saveInTest(library, [site.url('/s/1').href]);
    expect(entries).toMatchObject([{ list: 'duplicates', action: 'skipped' }]);
    const [lamp] = saved.flatMap((entry) => (entry.list === 'imported' ? [entry.id] : []));
    expect(kept && (await lastTryOf(library, kept.id))).toEqual({ kind: 'elsewhere', importId: idOfImport(told), id: lamp, title: 'About lamp', isPart: false });
    expect(await articlesIn(library, 'unfetched')).toMatchObject([{ title: '127.0.0.1 › s › 1' }]);
  });

  it('waits on where its address leads to a feed, whose entries are saved', TIMES, async () => {
    const feed: Answer = (_request, response) =>
      void response.writeHead(200, { 'content-type': 'application/rss+xml' }).end('<rss version="2.0"><channel><title>Harbour</title><item><link>/lamp</link></item><item><link>/pier</link></item></channel></rss>');
    const site = await changingSite({ '/feed': feed, '/lamp': page('lamp'), '/pier': page('pier') });
    const { library } = await keep(site, ['/feed', '/pier'], { tags: ['coast'], collections: ['To read'] });
    const feeding = (await articlesIn(library)).find(({ title }) => title.endsWith('feed'));
    await saveInTest(library, [site.url('/feed').href]);
    expect((await articlesIn(library)).map(({ title }) => title).toSorted()).toEqual(['127.0.0.1 › feed', 'About lamp', 'About pier']);
    expect(feeding && (await lastTryOf(library, feeding.id))).toMatchObject({ kind: 'elsewhere', isPart: true });
    // Those have what it was sorted under.
    expect((await articlesIn(library)).map(({ tags, collections }) => [tags, collections])).toEqual(Array.from({ length: 3 }, () => [['coast'], ['To read']]));
  });

  it('stays in the trash where it was put there while it was being fetched, and is not asked for once it is there', TIMES, async () => {
    let answer = () => {};
    const held: Answer = (request, response) => {
      answer = () => page('lamp')(request, response);
    };
    const site = await changingSite({ '/s/1': send('/lamp'), '/lamp': held, '/pier': page('pier'), '/oak': page('oak') });
    const { library } = await keep(site, ['/s/1', '/pier']);
    const ids = (await articlesIn(library)).map(({ id }) => id);
    const saving = saveInTest(library, ['/s/1', '/pier'].map((one) => site.url(one).href), { unfetched: true });
    while (!site.asked.some(({ url }) => url === '/lamp')) await new Promise((resolve) => setTimeout(resolve, 20));
    await library.client['articles.remove']({ ids });
    answer();
    const { entries } = await saving;
    expect(entries.map(({ list }) => list)).toContain('imported');
    expect(await articlesIn(library)).toEqual([]);
    expect((await articlesIn(library, 'trash')).map(({ title }) => title)).toContain('About lamp');
    const before = site.asked.length;
    const again = await saveInTest(library, ['/s/1', '/pier'].map((one) => site.url(one).href), { unfetched: true });
    expect(again.entries).toMatchObject([{ list: 'duplicates', action: 'skipped' }, { list: 'duplicates', action: 'skipped' }]);
    expect(site.asked.length).toBe(before);
    // Who saves the page itself wants it.
    const { told } = await saveInTest(library, [site.url('/oak').href], { later: true });
    await library.client['imports.undo']({ importId: idOfImport(told) });
    await saveInTest(library, [site.url('/oak').href]);
    expect(await articlesIn(library)).toMatchObject([{ title: 'About oak' }]);
  });

  it('has nothing to say of another address that it had before', TIMES, async () => {
    const site = await changingSite({});
    const { library } = await keep(site, ['/lamp']);
    const [kept] = await articlesIn(library);
    if (!kept) return expect.fail('nothing was kept');
    await saveInTest(library, [site.url('/lamp').href]);
    expect(await lastTryOf(library, kept.id)).toMatchObject({ kind: 'failed' });
    await library.client['articles.setFacts']({ ids: [kept.id], facts: { url: site.url('/pier').href } });
    expect(await lastTryOf(library, kept.id)).toBeNull();
  });

  it('is not followed by what a site gives in the place of a longer text that the library has, and says so', TIMES, async () => {
    const pages = { '/s/1': send('/lamp'), '/lamp': page('lamp', `<p>${prose('lamp', 400)}</p>`) };
    const site = await changingSite(pages);
    const { library } = await keep(site, ['/s/1']);
    const [kept] = await articlesIn(library);
    await saveInTest(library, [site.url('/lamp').href]);
    pages['/lamp'] = page('lamp');
    await saveInTest(library, [site.url('/s/1').href]);
    expect(kept && (await lastTryOf(library, kept.id))).toMatchObject({ kind: 'failed', code: 'login-needed' });
  });

  it('is filled by the same bytes once more after that was undone, and by no file that says the address alone', TIMES, async () => {
    const text: Answer = (_request, response) => void response.writeHead(200, { 'content-type': 'text/plain' }).end(`The borrowed lamp\n\n${prose('lamp', 60)}`);
    const site = await changingSite({ '/lamp.txt': text });
    const { library } = await keep(site, ['/lamp.txt']);
    for (const onDuplicate of ['skip', 'replace', 'version'] as const) {
      const { entries, told } = await saveInTest(library, [site.url('/lamp.txt').href], { onDuplicate });
      expect(entries).toMatchObject([{ list: 'imported', title: 'The borrowed lamp' }]);
      await library.client['imports.undo']({ importId: idOfImport(told) });
      expect(await articlesIn(library)).toMatchObject([{ source: { kind: 'address' } }]);
    }
    const folder = makeScratchFolder();
    fs.writeFileSync(path.join(folder, 'address.txt'), site.url('/lamp.txt').href);
    expect((await importInTest(library, folder)).entries).toMatchObject([{ list: 'failed', code: 'no-text' }]);
    expect((await importInTest(library, folder, { reader: 'markdown' })).entries).toMatchObject([{ list: 'duplicates', action: 'skipped' }]);
    expect(await articlesIn(library, 'unfetched')).toHaveLength(1);
  });

  it('comes out of the trash when it is kept once more; its former address is free for another', TIMES, async () => {
    const site = await changingSite({});
    const { library, importId } = await keep(site, ['/lamp']);
    await library.client['imports.undo']({ importId });
    expect(await articlesIn(library)).toEqual([]);
    const { entries } = await saveInTest(library, [site.url('/lamp').href], { later: true, tags: ['coast'] });
    expect(entries).toMatchObject([{ list: 'imported' }]);
    const [kept] = await articlesIn(library, 'unfetched');
    expect(kept?.tags).toEqual(['coast']);
    await library.client['articles.setFacts']({ ids: kept ? [kept.id] : [], facts: { url: site.url('/pier').href } });
    await saveInTest(library, [site.url('/lamp').href, site.url('/pier').href], { later: true });
    expect((await articlesIn(library, 'unfetched')).map(({ url }) => url)).toEqual([site.url('/lamp').href, site.url('/pier').href]);
  });

  it('says why its page was not had, until it is', TIMES, async () => {
    const pages: Record<string, Answer> = {};
    const site = await changingSite(pages);
    const { library } = await keep(site, ['/lamp']);
    const [kept] = await articlesIn(library);
    if (!kept) return expect.fail('nothing was kept');
    expect(await lastTryOf(library, kept.id)).toBeNull();
    const { told } = await saveInTest(library, [site.url('/lamp').href]);
    expect(await lastTryOf(library, kept.id)).toMatchObject({ kind: 'failed', code: 'page-missing', importId: idOfImport(told) });
    expect(await articlesIn(library, 'unfetched')).toHaveLength(1);
    await library.client['imports.forget']({ importId: idOfImport(told) });
    expect(await lastTryOf(library, kept.id)).toBeNull();
    pages['/lamp'] = page('lamp');
    await saveInTest(library, [site.url('/lamp').href]);
    expect(await articlesIn(library)).toMatchObject([{ id: kept.id, title: 'About lamp' }]);
  });

  it('is kept once, and never in the place of something that has been fetched, whatever duplicates are to become', TIMES, async () => {
    const site = await changingSite({ '/lamp': page('lamp') });
    const { library } = await keep(site, ['/pier']);
    await saveInTest(library, [site.url('/lamp').href]);
    for (const onDuplicate of ['skip', 'replace', 'version'] as const) {
      const { entries } = await saveInTest(library, [site.url('/lamp').href, site.url('/pier').href], { later: true, onDuplicate });
      expect(entries).toMatchObject([{ list: 'duplicates', action: 'skipped' }, { list: 'duplicates', action: 'skipped' }]);
    }
    expect((await articlesIn(library)).map(({ title }) => title).toSorted()).toEqual(['127.0.0.1 › pier', 'About lamp']);
  });

  it('is what it was again when fetching it is undone, however often; undoing its being kept takes it away only while it is not fetched', TIMES, async () => {
    const site = await changingSite({ '/lamp': page('lamp') });
    const { library, importId } = await keep(site, ['/lamp'], { tags: ['coast'] });
    const [kept] = await articlesIn(library);
    if (!kept) return expect.fail('nothing was kept');
    const { told } = await saveInTest(library, [site.url('/lamp').href], { tags: ['new'] });
    const undo = await library.client['imports.undo']({ importId: idOfImport(told) });
    expect(undo).toMatchObject({ value: { trashed: [], reverted: [kept.id], changed: [] } });
    expect(await articlesIn(library, 'unfetched')).toMatchObject([{ id: kept.id, title: '127.0.0.1 › lamp', tags: ['coast'], state: { trashed: false } }]);
    expect(await library.client['imports.undo']({ importId: idOfImport(told) })).toMatchObject({ value: { trashed: [], reverted: [] } });
    await saveInTest(library, [site.url('/lamp').href]);
    expect(await articlesIn(library)).toMatchObject([{ id: kept.id, title: 'About lamp' }]);
    expect(await library.client['imports.undo']({ importId })).toMatchObject({ value: { trashed: [], changed: [kept.id] } });
    expect(await articlesIn(library)).toMatchObject([{ title: 'About lamp' }]);
    const later = await saveInTest(library, [site.url('/pier').href], { later: true });
    expect(await library.client['imports.undo']({ importId: idOfImport(later.told) })).toMatchObject({ value: { trashed: [expect.any(String)], changed: [] } });
    expect(await articlesIn(library, 'unfetched')).toEqual([]);
  });

  it('is no file that could be read again, and an address that can never be fetched is not kept', TIMES, async () => {
    const site = await changingSite({});
    const { library } = await keep(site, ['/lamp']);
    const ids = (await articlesIn(library)).map(({ id }) => id);
    expect(await library.client['articles.extractAgain']({ ids })).toMatchObject({ value: { left: [{ code: 'file-missing' }] } });
    const bad = ['ftp://paper.example/a', 'http://user:word@paper.example/', 'no address', `https://paper.example/${'a'.repeat(5_000)}`];
    const { entries } = await saveInTest(library, bad, { later: true });
    expect(entries.map((entry) => ('code' in entry ? entry.code : entry.list))).toEqual(bad.map(() => 'bad-address'));
    expect(await articlesIn(library)).toHaveLength(1);
  });

  it('is there, fetched or not, when the database is made anew from the journal', TIMES, async () => {
    const site = await changingSite({ '/lamp': page('lamp') });
    const root = makeScratchFolder();
    const { library } = await keep(site, ['/lamp', '/pier'], { tags: ['coast'] }, root);
    await saveInTest(library, [site.url('/lamp').href]);
    const known = await articlesIn(library);
    const copy = makeScratchFolder();
    for (const part of ['journal', 'blobs']) fs.cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
    const again = await openToSave([site.host], {}, copy);
    const byId = (articles: readonly Article[]) => articles.toSorted((a, b) => (a.id < b.id ? -1 : 1));
    expect(byId(await articlesIn(again))).toEqual(byId(known));
    expect(await articlesIn(again, 'unfetched')).toMatchObject([{ title: '127.0.0.1 › pier' }]);
  });
});
