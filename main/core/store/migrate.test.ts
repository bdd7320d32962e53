import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { migrate, SCHEMA_VERSION, type Migration } from './migrate.ts';
import { makeScratchFolder } from './store-fixtures.ts';

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
    database.exec('PRAGMA user_version = 7');
    expect(() => migrate(database, file, [FIRST, SECOND])).toThrow(/newer version/);
    expect(version(database)).toBe(7);
  });
});
