import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { LibraryError } from '../../contract/errors.ts';
import { realDisk, type DiskCalls } from '../base/disk-calls.ts';
import { hashBytes, listBlobs, writeBlob } from './blobs.ts';
import { listArticles } from './list-articles.ts';
import { JournalWriter, listJournalFiles, readRecordsAbove } from './journal.ts';
import type { LibraryStore, NewArticle } from './library-store.ts';
import { repairLibrary } from './repair-library.ts';
import { FailingDisk, makeArticle, makeScratchFolder, openStore } from './store-fixtures.ts';
import { verifyLibrary } from './verify-library.ts';

const titles = (store: LibraryStore, place: 'library' | 'trash' = 'library') =>
  listArticles(store.database, { limit: 500, offset: 0, sort: 'title', in: place }).articles.map(({ title }) => title);
const ids = (store: LibraryStore) => listArticles(store.database, { limit: 500, offset: 0, sort: 'title', in: 'library' }).articles.map(({ id }) => id);

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof LibraryError) return error.code;
    throw error;
  }
  return 'nothing thrown';
}

describe('the store', () => {
  it('keeps what it acknowledged when it is opened again', () => {
    const root = makeScratchFolder();
    const store = openStore(root);
    const results = store.addArticles([makeArticle('rivers'), makeArticle('stones', {}, ['picture'])], 'skip');
    store.close();
    const again = openStore(root);
    expect(results.map(({ list }) => list)).toEqual(['imported', 'imported']);
    expect(ids(again).toSorted()).toEqual(results.map(({ id }) => id).toSorted());
    expect(verifyLibrary(again.database, again.folder)).toEqual({ ok: true, articles: 2, problems: [] });
    again.close();
  });

  it('builds the database again from the journal alone, changes of state included', () => {
    const root = makeScratchFolder();
    const store = openStore(root);
    store.addArticles([makeArticle('one'), makeArticle('two'), makeArticle('three')], 'skip');
    const [first, second, third] = ids(store);
    if (!first || !second || !third) throw new Error('three articles were added');
    store.trash([first]);
    store.setState([second], { read: true, favourite: true });
    store.purge([third]);
    const before = listArticles(store.database, { limit: 10, offset: 0, sort: 'title', in: 'library' });
    store.close();
    for (const suffix of ['', '-wal', '-shm']) fs.rmSync(path.join(root, `library.db${suffix}`), { force: true });
    const again = openStore(root);
    expect(listArticles(again.database, { limit: 10, offset: 0, sort: 'title', in: 'library' })).toEqual(before);
    expect(titles(again, 'trash')).toEqual(['About one']);
    expect(verifyLibrary(again.database, again.folder).ok).toBe(true);
    again.close();
  });

  it('replays what the journal took just before the database could', () => {
    const root = makeScratchFolder();
    const store = openStore(root);
    store.addArticles([makeArticle('early')], 'skip');
    store.close();
    const database = fs.readFileSync(path.join(root, 'library.db'));
    const later = openStore(root);
    later.addArticles([makeArticle('late')], 'skip');
    later.close();
    fs.writeFileSync(path.join(root, 'library.db'), database);
    const again = openStore(root);
    expect(titles(again)).toEqual(['About early', 'About late']);
    again.close();
  });

  it('cuts off a torn tail and goes on writing', () => {
    const root = makeScratchFolder();
    const store = openStore(root);
    store.addArticles([makeArticle('whole')], 'skip');
    store.close();
    const [file] = listJournalFiles(path.join(root, 'journal'));
    if (!file) throw new Error('there is a journal');
    fs.appendFileSync(file, fs.readFileSync(file).subarray(0, 40));
    const again = openStore(root);
    again.addArticles([makeArticle('after')], 'skip');
    expect(verifyLibrary(again.database, again.folder)).toEqual({ ok: true, articles: 2, problems: [] });
    again.close();
  });

  it('lets in one writer and names it to the second', () => {
    const root = makeScratchFolder();
    const store = openStore(root);
    expect(() => openStore(root)).toThrow(/in use by a test \(process \d+/);
    expect(codeOf(() => openStore(root))).toBe('locked');
    store.close();
    openStore(root).close();
  });

  it('refuses a library that a newer program wrote, and leaves it alone', () => {
    const root = makeScratchFolder();
    const store = openStore(root);
    store.database.exec('PRAGMA user_version = 999');
    store.close();
    expect(codeOf(() => openStore(root))).toBe('newer-version');
  });

  it('removes what a crash left on its way in', () => {
    const root = makeScratchFolder();
    fs.mkdirSync(path.join(root, 'incoming', 'upload'), { recursive: true });
    fs.writeFileSync(path.join(root, 'incoming', 'upload', 'a.txt'), 'half');
    openStore(root).close();
    expect(fs.readdirSync(root)).not.toContain('incoming');
  });

  it('says that there can be no library where a file is', () => {
    const file = path.join(makeScratchFolder(), 'file');
    fs.writeFileSync(file, '');
    expect(codeOf(() => openStore(file))).toBe('no-library');
    expect(codeOf(() => openStore(path.join(file, 'below')))).toBe('no-library');
  });

  it('says that a database of noise is damaged', () => {
    const root = makeScratchFolder();
    fs.writeFileSync(path.join(root, 'library.db'), Buffer.alloc(8192, 'noise'));
    expect(codeOf(() => openStore(root))).toBe('damaged');
  });
});

it('a journal that says what only a newer program knows is refused by name, by the store and by a repair', () => {
  const root = makeScratchFolder();
  const store = openStore(root);
  store.addArticles([makeArticle('one')], 'skip');
  const journal = store.folder.journal;
  store.close();
  const newer = new JournalWriter(realDisk, journal);
  newer.append(2, JSON.stringify({ change: 2, at: '2030-01-01T00:00:00.000Z', operations: [{ do: 'fold', ids: [] }] }));
  newer.close();
  expect(codeOf(() => openStore(root))).toBe('newer-version');
  expect(codeOf(() => repairLibrary(root, { host: 'a test' }))).toBe('newer-version');
});

describe('a full disk', () => {
  // Every single call that writes fails once, whole and torn: nothing acknowledged is lost, nothing half done is kept.
  it.each([
    ['ENOSPC', 'disk-full', false],
    ['ENOSPC', 'disk-full', true],
    ['EROFS', 'read-only', false],
  ])('%s at any write ends as %s with nothing lost (torn: %s)', (errno, code, tearing) => {
    const counted = new FailingDisk();
    const calibration = openStore(makeScratchFolder(), counted.disk);
    calibration.addArticles([makeArticle('kept')], 'skip');
    counted.calls = 0;
    calibration.addArticles([makeArticle('late', {}, ['one', 'two'])], 'skip');
    const writes = counted.calls;
    calibration.close();
    expect(writes).toBeGreaterThan(8);

    for (let failing = 1; failing <= writes; failing += 1) {
      const root = makeScratchFolder();
      const failure = new FailingDisk(errno);
      failure.tearing = tearing;
      const store = openStore(root, failure.disk);
      store.addArticles([makeArticle('kept')], 'skip');
      failure.calls = 0;
      failure.failing = failing;
      expect(codeOf(() => store.addArticles([makeArticle('late', {}, ['one', 'two'])], 'skip'))).toBe(code);
      expect(titles(store)).toEqual(['About kept']);
      // Once there is space again, the same import goes through.
      expect(store.addArticles([makeArticle('late', {}, ['one', 'two'])], 'skip')[0]?.list).toBe('imported');
      store.close();
      const again = openStore(root);
      expect(titles(again)).toEqual(['About kept', 'About late']);
      expect(verifyLibrary(again.database, again.folder)).toEqual({ ok: true, articles: 2, problems: [] });
      again.close();
    }
  });

  it('gives a large file back that was moved to its place, wherever it fails, and names none that is not there', () => {
    const film = Buffer.from('a film');
    const bring = (folder: string): NewArticle => {
      const place = path.join(folder, 'media-1');
      fs.writeFileSync(place, film);
      const article = makeArticle('late', { images: [{ sha256: hashBytes(film), mediaType: 'video/mp4' }] });
      return { ...article, blobs: [{ sha256: hashBytes(film), path: place }] };
    };
    for (let failing = 1; ; failing += 1) {
      const [root, folder] = [makeScratchFolder(), makeScratchFolder()];
      const failure = new FailingDisk();
      const store = openStore(root, failure.disk);
      const article = bring(folder);
      failure.calls = 0;
      failure.failing = failing;
      if (codeOf(() => store.addArticles([article], 'skip')) === 'nothing thrown') {
        store.close();
        expect(failing).toBeGreaterThan(5);
        break;
      }
      expect([...listBlobs(store.folder.blobs)]).toEqual([]);
      expect(fs.readFileSync(path.join(folder, 'media-1'))).toEqual(film);
      expect(store.addArticles([article], 'skip')[0]?.list).toBe('imported');
      expect(verifyLibrary(store.database, store.folder)).toEqual({ ok: true, articles: 1, problems: [] });
      store.close();
    }
  });

  it('lets a large file go that a kill left at its place before any article named it, and no other', () => {
    const root = makeScratchFolder();
    const store = openStore(root);
    store.addArticles([makeArticle('kept', {}, ['picture'])], 'skip');
    const orphan = Buffer.from('a film');
    writeBlob(realDisk, store.folder.blobs, { sha256: hashBytes(orphan), bytes: orphan });
    store.close();
    openStore(root).close();
    expect([...listBlobs(store.folder.blobs)]).toHaveLength(2);
    fs.mkdirSync(path.join(store.folder.incoming, 'save-1'), { recursive: true });
    const again = openStore(root);
    expect([...listBlobs(store.folder.blobs)]).toEqual([hashBytes(Buffer.from('picture'))]);
    expect(verifyLibrary(again.database, again.folder)).toEqual({ ok: true, articles: 1, problems: [] });
    again.close();
  });

  it('in the database takes the journal record back', () => {
    const root = makeScratchFolder();
    const store = openStore(root);
    store.addArticles([makeArticle('kept')], 'skip');
    const pages = Number(store.database.prepare('PRAGMA page_count').get()?.['page_count']);
    store.database.exec(`PRAGMA max_page_count = ${pages}`);
    const long = Array.from({ length: 20_000 }, (_, word) => `word${(word * 7919) % 10_007}`).join(' ');
    expect(codeOf(() => store.addArticles([makeArticle('long', { text: long })], 'skip'))).toBe('disk-full');
    expect(verifyLibrary(store.database, store.folder)).toEqual({ ok: true, articles: 1, problems: [] });
    store.close();
    const again = openStore(root);
    expect(titles(again)).toEqual(['About kept']);
    again.close();
  });

  it('while the library is opened ends in a clear error', () => {
    for (let failing = 1; failing <= 6; failing += 1) {
      const failure = new FailingDisk();
      failure.failing = failing;
      const root = makeScratchFolder();
      expect(['disk-full', 'nothing thrown']).toContain(codeOf(() => openStore(root, failure.disk).close()));
      openStore(root).close();
    }
  });
});

describe('duplicates', () => {
  const longText = Array.from({ length: 60 }, (_, word) => `word${word}`).join(' ');

  it('are the same bytes', () => {
    const store = openStore(makeScratchFolder());
    const [first] = store.addArticles([makeArticle('same')], 'skip');
    expect(store.addArticles([makeArticle('same')], 'skip')).toEqual([{ list: 'duplicates', id: first?.id, action: 'skipped' }]);
    store.close();
  });

  it('are found within one batch', () => {
    const store = openStore(makeScratchFolder());
    const results = store.addArticles([makeArticle('twin'), makeArticle('twin')], 'skip');
    expect(results.map(({ list }) => list)).toEqual(['imported', 'duplicates']);
    store.close();
  });

  it('are the same long text in another file', () => {
    const store = openStore(makeScratchFolder());
    store.addArticles([makeArticle('a', { text: longText, fingerprint: 'f' })], 'skip');
    const other = makeArticle('b', { text: longText.toUpperCase(), fingerprint: 'f' });
    expect(store.addArticles([other], 'skip')[0]?.list).toBe('duplicates');
    store.close();
  });

  it('at the same address with another text become a new version and keep the old one', () => {
    const store = openStore(makeScratchFolder());
    const canonicalUrl = 'https://paper.example/story';
    const [first] = store.addArticles([makeArticle('first', { canonicalUrl, text: longText, fingerprint: 'f1' })], 'skip');
    const second = makeArticle('second', { canonicalUrl, text: `${longText} and more`, fingerprint: 'f2' });
    expect(store.addArticles([second], 'skip')).toEqual([{ list: 'duplicates', id: first?.id, action: 'versioned' }]);
    expect(titles(store)).toEqual(['About second']);
    expect(store.database.prepare('SELECT count(*) AS n FROM versions').get()).toEqual({ n: 1 });
    expect(verifyLibrary(store.database, store.folder).ok).toBe(true);
    store.close();
  });

  it('replace the content and keep the id when asked to', () => {
    const store = openStore(makeScratchFolder());
    const [first] = store.addArticles([makeArticle('same')], 'skip');
    const changed = makeArticle('same', { title: 'A better title' });
    expect(store.addArticles([changed], 'replace')).toEqual([{ list: 'duplicates', id: first?.id, action: 'replaced' }]);
    expect(titles(store)).toEqual(['A better title']);
    store.close();
  });

  it.each(['replace', 'version', 'skip'] as const)('keep the tags and collections that the article has (%s)', (onDuplicate) => {
    const store = openStore(makeScratchFolder());
    const canonicalUrl = 'https://paper.example/story';
    store.addArticles([makeArticle('first', { canonicalUrl, tags: ['mine'], collections: ['Sea'] })], 'skip');
    store.addArticles([makeArticle('second', { canonicalUrl, tags: ['new', 'mine'] })], onDuplicate);
    const { articles } = listArticles(store.database, { limit: 10, offset: 0, sort: 'title', in: 'library' });
    expect(articles).toMatchObject([{ title: 'About second', tags: ['mine', 'new'], collections: ['Sea'] }]);
    expect(verifyLibrary(store.database, store.folder).ok).toBe(true);
    store.close();
  });
});

describe('the trash', () => {
  it('gives back what was put there and names only what changed', () => {
    const store = openStore(makeScratchFolder());
    store.addArticles([makeArticle('leaf')], 'skip');
    const [id] = ids(store);
    if (!id) throw new Error('one article was added');
    expect(store.trash([id, id])).toEqual([id]);
    expect(store.trash([id])).toEqual([]);
    expect(titles(store)).toEqual([]);
    expect(store.restore([id])).toEqual([id]);
    expect(titles(store)).toEqual(['About leaf']);
    store.close();
  });

  it('purges text, journal and images for good, and nothing that another article needs', () => {
    const root = makeScratchFolder();
    const store = openStore(root);
    store.addArticles([makeArticle('secretword', {}, ['only-here', 'shared']), makeArticle('open', {}, ['shared'])], 'skip');
    const secret = ids(store)[1];
    if (!secret) throw new Error('two articles were added');
    expect(titles(store)).toEqual(['About open', 'About secretword']);
    // What is stored is compressed: its traces are the compressed bytes, and what the journal's frames hold.
    const body = Buffer.from(Object(store.database.prepare('SELECT text FROM bodies b JOIN articles a ON a.n = b.article WHERE a.id = ?').get(secret)).text);
    const traces = () => {
      store.database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
      const inDatabase = fs.readFileSync(path.join(root, 'library.db')).includes(body);
      const inJournal = readRecordsAbove(path.join(root, 'journal'), 0).some(({ json }) => json.includes('secretword'));
      return { inDatabase, inJournal };
    };
    expect(traces()).toEqual({ inDatabase: true, inJournal: true });
    store.purge([secret]);
    expect(traces()).toEqual({ inDatabase: false, inJournal: false });
    expect(verifyLibrary(store.database, store.folder)).toEqual({ ok: true, articles: 1, problems: [] });
    store.addArticles([makeArticle('next')], 'skip');
    store.close();
    const files = fs.readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const file of files) expect(fs.readFileSync(path.join(file.parentPath, file.name), 'latin1')).not.toContain('secretword');
    expect(files.filter(({ name }) => name.length === 64)).toHaveLength(1);
    openStore(root).close();
  });

  it('purges what a crash left half written, too', () => {
    const root = makeScratchFolder();
    const store = openStore(root);
    store.addArticles([makeArticle('leaf')], 'skip');
    const partial = path.join(root, 'journal', '000001.cj.0123abcd.part');
    fs.writeFileSync(partial, 'a text that was to be gone');
    store.purge(ids(store));
    expect(fs.existsSync(partial)).toBe(false);
    store.close();
  });

  it('writes to no file that is not its own when a purge could not be ended', () => {
    let full = false;
    const disk: DiskCalls = {
      ...realDisk,
      openSync: (file, flags, mode) => {
        if (full) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
        return fs.openSync(file, flags, mode);
      },
    };
    const root = makeScratchFolder();
    const store = openStore(root, disk);
    store.addArticles([makeArticle('leaf'), makeArticle('branch')], 'skip');
    const [leaf] = ids(store);
    if (!leaf) throw new Error('two articles were added');
    full = true;
    expect(codeOf(() => store.purge([leaf]))).toBe('disk-full');
    // Whoever opens a file now gets the number that the journal's had.
    const other = fs.openSync(path.join(root, 'other'), 'w+');
    full = false;
    expect(codeOf(() => store.addArticles([makeArticle('late')], 'skip'))).toBe('closed');
    store.close();
    fs.closeSync(other);
    expect(fs.statSync(path.join(root, 'other')).size).toBe(0);
    const again = openStore(root);
    expect(verifyLibrary(again.database, again.folder)).toEqual({ ok: true, articles: 1, problems: [] });
    again.close();
  });
});
