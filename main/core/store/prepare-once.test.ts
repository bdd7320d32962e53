import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { prepareOnce } from './prepare-once.ts';

it('gives each database its own statements, and one for each text', () => {
  const [one, other] = [new DatabaseSync(':memory:'), new DatabaseSync(':memory:')];
  for (const [database, word] of [[one, 'one'], [other, 'other']] as const) database.exec(`CREATE TABLE words (word TEXT); INSERT INTO words VALUES ('${word}')`);
  const sql = 'SELECT word FROM words';
  expect([prepareOnce(one, sql).get()?.['word'], prepareOnce(other, sql).get()?.['word']]).toEqual(['one', 'other']);
  expect(prepareOnce(one, sql)).toBe(prepareOnce(one, sql));
});

it('follows a schema that changes after the statement was prepared', () => {
  const database = new DatabaseSync(':memory:');
  database.exec('CREATE TABLE words (word TEXT)');
  const insert = () => prepareOnce(database, 'INSERT INTO words (word) VALUES (?)').run('a');
  insert();
  database.exec('ALTER TABLE words ADD COLUMN length INTEGER');
  insert();
  expect(database.prepare('SELECT count(*) AS n FROM words').get()).toEqual({ n: 2 });
});
