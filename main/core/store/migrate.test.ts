import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { countArticles } from './library-stats.ts';
import { listArticles, listIds } from './list-articles.ts';
import { migrate, SCHEMA_VERSION, type Migration } from './migrate.ts';
import { makeScratchFolder, openStore } from './store-fixtures.ts';
import { verifyLibrary } from './verify-library.ts';

const FIRST: Migration = { number: 1, sql: 'CREATE TABLE words (word TEXT); INSERT INTO words VALUES (\'kept\')' };
const SECOND: Migration = { number: 2, sql: 'ALTER TABLE words ADD COLUMN length INTEGER; UPDATE words SET length = length(word)' };
const BROKEN: Migration = { number: 2, sql: 'ALTER TABLE words ADD COLUMN length INTEGER; INSERT INTO nowhere VALUES (1)' };

function makeDatabase(): { file: string; database: DatabaseSync } {
  const file = path.join(makeScratchFolder(), 'library.db');
  const database = new DatabaseSync(file);
  onTestFinished(() => database.close());
  return { file, database };
}

const version = (database: DatabaseSync) => database.prepare('PRAGMA user_version').get()?.['user_version'];

describe('a migration', () => {
  it('makes the schema in a new database', () => {
    const { file, database } = makeDatabase();
    migrate(database, file);
    expect(version(database)).toBe(SCHEMA_VERSION);
    expect(database.prepare('SELECT count(*) AS n FROM articles').get()).toEqual({ n: 0 });
  });

  it('brings an older library on, after a copy of it', () => {
    const { file, database } = makeDatabase();
    migrate(database, file, [FIRST]);
    expect(fs.existsSync(`${file}.before-1`)).toBe(false);
    migrate(database, file, [FIRST, SECOND]);
    expect(database.prepare('SELECT word, length FROM words').get()).toEqual({ word: 'kept', length: 4 });
    const copy = new DatabaseSync(`${file}.before-2`, { readOnly: true });
    expect(copy.prepare('SELECT * FROM words').get()).toEqual({ word: 'kept' });
    copy.close();
  });

  it('that fails leaves the library as it was', () => {
    const { file, database } = makeDatabase();
    migrate(database, file, [FIRST]);
    expect(() => migrate(database, file, [FIRST, BROKEN])).toThrow('nowhere');
    expect(version(database)).toBe(1);
    expect(database.prepare('SELECT * FROM words').get()).toEqual({ word: 'kept' });
  });

  it('does not touch a library that a newer program wrote', () => {
    const { file, database } = makeDatabase();
    migrate(database, file, [FIRST, SECOND]);
    database.exec('PRAGMA user_version = 1000');
    expect(() => migrate(database, file, [FIRST, SECOND])).toThrow(/newer version/);
    expect(version(database)).toBe(1000);
  });

  it.each([1, 2, 4])('keeps all of a library that schema %s made', (schema) => {
    const root = makeScratchFolder();
    fs.cpSync(path.join(import.meta.dirname, 'fixtures', `library-${schema}`), root, { recursive: true });
    const store = openStore(root);
    onTestFinished(() => store.close());
    expect(version(store.database)).toBe(SCHEMA_VERSION);
    expect(fs.existsSync(path.join(root, `library.db.before-${schema + 1}`))).toBe(true);
    expect(countArticles(store.database)).toEqual({ articles: 4, unread: 2, favourites: 1, archived: 1, unfetched: 0, trashed: 1 });
    const { articles } = listArticles(store.database, { in: 'library', sort: 'title', limit: 10, offset: 0 });
    expect(articles.map(({ title, tags, collections }) => ({ title, tags, collections }))).toEqual([
      { title: 'A quiet day in the port', tags: ['port'], collections: ['Coast', 'Work'] },
      { title: 'Ferry to Norra is late', tags: ['port'], collections: ['Coast', 'Work'] },
      { title: 'Gulls learn to read', tags: ['port'], collections: ['Coast', 'Work'] },
      { title: 'The lamp at Harrow Point', tags: ['coast', 'lamps', 'news', 'sea'], collections: ['Coast/North'] },
    ]);
    expect(verifyLibrary(store.database, store.folder)).toEqual({ ok: true, articles: 5, problems: [] });
  });

  it('leaves a copy that holds nothing any more of an article that is deleted for good', () => {
    const root = makeScratchFolder();
    fs.cpSync(path.join(import.meta.dirname, 'fixtures', 'library-1'), root, { recursive: true });
    const store = openStore(root);
    onTestFinished(() => store.close());
    const copies = () => fs.readdirSync(root).filter((name) => name.includes('before'));
    expect(copies()).toEqual(['library.db.before-2']);
    const { ids } = listIds(store.database, { in: 'trash', sort: 'added', limit: 10, offset: 0 });
    expect(store.purge(ids)).toHaveLength(1);
    expect(copies()).toEqual([]);
  });
});
