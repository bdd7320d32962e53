import fs from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hashBytes } from './blobs.ts';
import { goBack } from './go-back.ts';
import { libraryFolder } from './library-folder.ts';
import type { LibraryStore, NewArticle } from './library-store.ts';
import { findArticle, findArticleWithBody } from './list-articles.ts';
import { renewArticles } from './renew-articles.ts';
import { setFacts } from './set-facts.ts';
import { FailingDisk, makeArticle, makeScratchFolder, openStore } from './store-fixtures.ts';
import { readStoredArticle } from './stored-articles.ts';
import { verifyLibrary } from './verify-library.ts';

function openHere(root = makeScratchFolder()): LibraryStore {
  const store = openStore(root);
  onTestFinished(() => store.close());
  return store;
}

function add(store: LibraryStore, article: NewArticle) {
  const [added] = store.addArticles([article], 'skip');
  if (added?.list !== 'imported') throw new Error('an article was added');
  return added.id;
}

/** The same article as a better extractor would make it. */
function renewed({ content, blobs }: NewArticle, changed: Partial<NewArticle['content']> = {}): NewArticle {
  return { content: { ...content, extractor: 9, ...changed }, blobs };
}

const BETTER = { text: 'Better told.', html: '<p>Better told.</p>', title: 'Told better', wordCount: 2, tags: ['theirs'] };
const textOf = (store: LibraryStore, id: ReturnType<typeof add>) => findArticleWithBody(store.database, id)?.text;

describe('an article that is read again', () => {
  it('gets the new content, keeps all that is the user\'s own, and has a version to go back to', () => {
    const store = openHere();
    const old = makeArticle('ferry', { tags: ['mine'], collections: ['Sea'] });
    const id = add(store, old);
    store.setState([id], { read: true, favourite: true });
    setFacts(store, [id], { title: 'My title', site: 'The Beacon' });
    const { added } = findArticle(store.database, id) ?? {};
    const answer = renewArticles(store, [{ id, article: renewed(old, BETTER) }]);
    expect(answer).toEqual({ changed: [{ id, version: 2 }], same: [], left: [] });
    const now = findArticle(store.database, id);
    expect(now).toMatchObject({ title: 'My title', site: 'The Beacon', tags: ['mine'], collections: ['Sea'], wordCount: 2, added, state: { read: true, favourite: true, trashed: false } });
    expect(textOf(store, id)).toBe('Better told.');
    expect(verifyLibrary(store.database, store.folder).problems).toEqual([]);

    store.setLabel([id], { kind: 'tag', name: 'later', on: true });
    setFacts(store, [id], { site: 'Another' });
    const back = goBack(store, answer.changed);
    expect(back).toEqual([{ id, version: 3 }]);
    expect(findArticle(store.database, id)).toMatchObject({ title: 'My title', site: 'Another', tags: ['later', 'mine'], state: { read: true } });
    expect(textOf(store, id)).toContain('The story of ferry');
    // And that can be taken back, too.
    goBack(store, back);
    expect(textOf(store, id)).toBe('Better told.');
    expect(verifyLibrary(store.database, store.folder).problems).toEqual([]);
  });

  it('is left as it is where the same comes out, and is known to be of the newer extractor', () => {
    const store = openHere();
    const old = makeArticle('ferry', { extra: { charset: 'utf-8' } });
    const id = add(store, old);
    expect(renewArticles(store, [{ id, article: renewed(old) }])).toEqual({ changed: [], same: [id], left: [] });
    expect(readStoredArticle(store.database, id)?.extractor).toBe(9);
    expect(store.database.prepare('SELECT count(*) AS n FROM versions').get()).toEqual({ n: 0 });
    const { lastChange } = store;
    renewArticles(store, [{ id, article: renewed(old) }]);
    expect(store.lastChange).toBe(lastChange);
  });

  it('is left as it is where pictures from beside its file would be lost, and not where the page named fewer', () => {
    const store = openHere();
    const picture = hashBytes(Buffer.from('net'));
    const old = makeArticle('nets', { html: `<p>Nets</p><img src="images/${picture}">` }, ['net']);
    const id = add(store, old);
    const poorer = renewed({ ...old, blobs: [] }, { html: '<p>Nets</p>', images: [], extra: { missingImages: ['net.png'] } });
    const answer = renewArticles(store, [{ id, article: poorer }]);
    expect(answer).toMatchObject({ changed: [], same: [], left: [{ id, code: 'file-missing', message: expect.stringContaining('files beside') }] });
    expect(findArticleWithBody(store.database, id)?.html).toContain('<img');
    expect(renewArticles(store, [{ id, article: renewed({ ...old, blobs: [] }, { html: '<p>Nets</p>', images: [] }) }]).changed).toHaveLength(1);
  });

  it('stays in the trash, and is named when it is gone or has another source by now', () => {
    const store = openHere();
    const [trashed, gone, other] = [makeArticle('trashed'), makeArticle('gone'), makeArticle('other')];
    const ids = [trashed, gone, other].map((article) => add(store, article));
    const [one, two, three] = ids;
    if (!one || !two || !three) throw new Error('three were added');
    store.trash([one]);
    store.purge([two]);
    const others = renewed(other, { source: { kind: 'text', name: 'x', sha256: hashBytes(Buffer.from('x')) } });
    const answer = renewArticles(store, [{ id: one, article: renewed(trashed, BETTER) }, { id: two, article: renewed(gone, BETTER) }, { id: three, article: others }]);
    expect(answer.changed).toEqual([{ id: one, version: 1 }]);
    expect(answer.left.map(({ id, code }) => [id, code])).toEqual([[two, 'not-found'], [three, 'interrupted']]);
    expect(findArticle(store.database, one)?.state.trashed).toBe(true);
    goBack(store, answer.changed);
    expect(findArticle(store.database, one)?.state.trashed).toBe(true);
  });

  it('is not gone back with once something has changed it again', () => {
    const store = openHere();
    const old = makeArticle('ferry');
    const id = add(store, old);
    const { changed } = renewArticles(store, [{ id, article: renewed(old, BETTER) }]);
    renewArticles(store, [{ id, article: renewed(old, { ...BETTER, text: 'Told best.' }) }]);
    expect(goBack(store, changed)).toEqual([]);
    expect(textOf(store, id)).toBe('Told best.');
  });
});

it('survives in a library that is built again from its journal', () => {
  const root = makeScratchFolder();
  const store = openStore(root);
  const [old, same] = [makeArticle('ferry'), makeArticle('lamp')];
  const [id, unchanged] = [add(store, old), add(store, same)];
  const { changed } = renewArticles(store, [{ id, article: renewed(old, BETTER) }, { id: unchanged, article: renewed(same) }]);
  store.close();
  for (const end of ['', '-wal', '-shm']) fs.rmSync(`${libraryFolder(root).database}${end}`, { force: true });
  const rebuilt = openHere(root);
  expect(textOf(rebuilt, id)).toBe('Better told.');
  expect(readStoredArticle(rebuilt.database, unchanged)?.extractor).toBe(9);
  goBack(rebuilt, changed);
  expect(textOf(rebuilt, id)).toContain('The story of ferry');
  expect(verifyLibrary(rebuilt.database, rebuilt.folder).problems).toEqual([]);
});

it('cut off by a disk that fails at any of its calls, changes all of the articles or none', () => {
  const old = [makeArticle('ferry'), makeArticle('lamp')];
  for (let failing = 1; ; failing += 1) {
    const root = makeScratchFolder();
    const disk = new FailingDisk();
    const store = openStore(root, disk.disk);
    const ids = old.map((article) => add(store, article));
    disk.calls = 0;
    disk.failing = failing;
    const news = ids.map((id, index) => ({ id, article: renewed(old[index] ?? makeArticle('none'), { ...BETTER, html: `<p>Better</p><img src="images/${hashBytes(Buffer.from('net'))}">`, images: [{ sha256: hashBytes(Buffer.from('net')), mediaType: 'image/png' }] }) }));
    const withBlobs = news.map(({ id, article }) => ({ id, article: { ...article, blobs: [{ sha256: hashBytes(Buffer.from('net')), bytes: Buffer.from('net') }] } }));
    let failed = false;
    try {
      renewArticles(store, withBlobs);
    } catch {
      failed = true;
    }
    store.close();
    const again = openStore(root);
    const texts = new Set(ids.map((id) => textOf(again, id)?.startsWith('Better')));
    expect(texts).toEqual(new Set([!failed]));
    expect(verifyLibrary(again.database, again.folder).problems).toEqual([]);
    again.close();
    if (!failed) {
      expect(failing).toBeGreaterThan(3);
      return;
    }
  }
});
