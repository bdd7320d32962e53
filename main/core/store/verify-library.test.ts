import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { ArticleId } from '../../contract/ids.ts';
import { blobPath, hashBytes } from './blobs.ts';
import { listJournalFiles } from './journal.ts';
import { libraryFolder } from './library-folder.ts';
import { findArticle, listIds } from './list-articles.ts';
import { needsWriter } from './needs-writer.ts';
import { repairLibrary } from './repair-library.ts';
import { makeArticle, makeScratchFolder, openStore } from './store-fixtures.ts';
import { verifyLibrary } from './verify-library.ts';

function makeLibrary(): string {
  const root = makeScratchFolder();
  const store = openStore(root);
  for (const name of ['one', 'two', 'three']) store.addArticles([makeArticle(name, {}, [`picture of ${name}`])], 'skip');
  store.close();
  return root;
}

function verify(root: string) {
  const store = openStore(root);
  try {
    return verifyLibrary(store.database, store.folder);
  } finally {
    store.close();
  }
}

function journalFile(root: string): string {
  const [file] = listJournalFiles(libraryFolder(root).journal);
  if (!file) throw new Error('a library has a journal');
  return file;
}

describe('verify finds, and repair mends,', () => {
  it('a bit flipped in the middle of the journal', () => {
    const root = makeLibrary();
    const bytes = fs.readFileSync(journalFile(root));
    bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 0x10;
    fs.writeFileSync(journalFile(root), bytes);
    expect(new Set(verify(root).problems.map(({ kind }) => kind))).toEqual(new Set(['journal-damaged', 'journal-incomplete']));
    const repaired = repairLibrary(root, { host: 'a test' });
    expect(repaired.ok).toBe(true);
    expect(repaired.problems.every((found) => found.repaired)).toBe(true);
    fs.rmSync(path.join(root, 'library.db'));
    expect(verify(root)).toEqual({ ok: true, articles: 3, problems: [] });
  });

  it('a database of noise', () => {
    const root = makeLibrary();
    fs.writeFileSync(path.join(root, 'library.db'), Buffer.alloc(8192, 'noise'));
    const repaired = repairLibrary(root, { host: 'a test' });
    expect(repaired).toMatchObject({ ok: true, articles: 3, problems: [{ kind: 'database-damaged', repaired: true }] });
    expect(fs.readdirSync(root).some((name) => name.startsWith('library.db.damaged-'))).toBe(true);
  });

  it('state and labels that journal and database do not agree on: the database has what the user saw last', () => {
    const root = makeLibrary();
    const store = openStore(root);
    const ids = listIds(store.database, { in: 'library', sort: 'title', limit: 10, offset: 0 }).ids;
    store.setLabel(ids, { kind: 'tag', name: 'sea', on: true });
    store.setState(ids, { read: true });
    store.trash(ids.slice(0, 1));
    store.database.exec("UPDATE article_tags SET tag = 'ice'; UPDATE articles SET favourite = 1");
    const before = ids.map((id) => findArticle(store.database, id));
    store.close();
    expect(verify(root).problems.map(({ kind }) => kind)).toEqual(['article-differs', 'article-differs', 'article-differs']);
    expect(repairLibrary(root, { host: 'a test' }).ok).toBe(true);
    fs.rmSync(path.join(root, 'library.db'));
    const again = openStore(root);
    expect(ids.map((id) => findArticle(again.database, id))).toEqual(before);
    expect(before[0]).toMatchObject({ tags: ['ice'], state: { read: true, favourite: true, trashed: true } });
    again.close();
  });

  it('an article that the database lost, with its state and labels', () => {
    const root = makeLibrary();
    const store = openStore(root);
    const [id] = listIds(store.database, { in: 'library', sort: 'title', limit: 1, offset: 0 }).ids;
    if (!id) throw new Error('there are articles');
    store.setLabel([id], { kind: 'tag', name: 'sea', on: true });
    store.setState([id], { favourite: true });
    store.trash([id]);
    const before = findArticle(store.database, id);
    store.database.prepare('DELETE FROM articles WHERE id = ?').run(id);
    store.close();
    expect(repairLibrary(root, { host: 'a test' }).ok).toBe(true);
    const again = openStore(root);
    expect(findArticle(again.database, id)).toEqual(before);
    again.close();
  });

  it('an article that the database lost', () => {
    const root = makeLibrary();
    const store = openStore(root);
    store.database.exec("DELETE FROM articles WHERE title = 'About two'");
    store.close();
    expect(verify(root).problems).toMatchObject([{ kind: 'article-missing' }]);
    expect(repairLibrary(root, { host: 'a test' })).toMatchObject({ ok: true, articles: 3 });
  });

  it('a body that does not inflate', () => {
    const root = makeLibrary();
    const store = openStore(root);
    store.database.exec("UPDATE bodies SET text = x'28b52ffd00' WHERE article = 2");
    store.close();
    expect(verify(root).problems).toMatchObject([{ kind: 'article-unreadable' }]);
    expect(repairLibrary(root, { host: 'a test' })).toMatchObject({ ok: true, articles: 3 });
  });

  it('a text that is not the journal\'s', () => {
    const root = makeLibrary();
    const store = openStore(root);
    store.database.exec("UPDATE articles SET title = 'Another' WHERE n = 2");
    store.close();
    expect(verify(root).problems).toMatchObject([{ kind: 'article-differs' }]);
    expect(repairLibrary(root, { host: 'a test' })).toMatchObject({ ok: true, articles: 3 });
  });
});

describe('verify beside a writer', () => {
  it.each(Array.from({ length: 12 }, (_, query) => query + 2))('takes no article for damaged that is changed or purged before its query %i', (interruption) => {
    const root = makeLibrary();
    const store = openStore(root);
    const [first, second] = store.database.prepare('SELECT id FROM articles').all().map(({ id }) => ArticleId.parse(id));
    if (!first || !second) throw new Error('three articles were added');
    let queries = 0;
    const interrupted = new Proxy(store.database, {
      get: (database, name) => {
        if (name !== 'prepare') return Reflect.get(database, name);
        return (sql: string) => {
          queries += 1;
          if (queries === interruption) {
            store.trash([first]);
            store.addArticles([makeArticle('two', { title: 'Another title' })], 'replace');
            store.purge([first]);
          }
          return database.prepare(sql);
        };
      },
    });
    expect(verifyLibrary(interrupted, store.folder)).toEqual({ ok: true, articles: 2, problems: [] });
    store.close();
  });
});

it('a reader learns from the journal that an emptied database is to be filled again', () => {
  const root = makeLibrary();
  expect(needsWriter(libraryFolder(root))).toBe(false);
  fs.truncateSync(path.join(root, 'library.db'));
  expect(needsWriter(libraryFolder(root))).toBe(true);
});

it('repair makes no library where there is none', () => {
  const root = makeScratchFolder();
  expect(() => repairLibrary(root, { host: 'a test' })).toThrow(expect.objectContaining({ code: 'no-library' }));
  expect(fs.readdirSync(root)).toEqual([]);
});

describe('verify finds, and repair admits that it cannot mend,', () => {
  it('an image that is gone or changed', () => {
    const root = makeLibrary();
    const { blobs } = libraryFolder(root);
    fs.rmSync(blobPath(blobs, hashBytes(Buffer.from('picture of one'))));
    fs.writeFileSync(blobPath(blobs, hashBytes(Buffer.from('picture of two'))), 'scribble');
    expect(verify(root).problems.map(({ kind }) => kind)).toEqual(['image-missing', 'image-damaged']);
    expect(repairLibrary(root, { host: 'a test' })).toMatchObject({ ok: false, problems: [{ repaired: false }, { repaired: false }] });
  });
});
