import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readCorpus } from './read-corpus.js';

const FILE = 'texts.sqlite';
const BATCH = 1_000;

/**
 * Keeps the articles' texts in a database as a library does: what snippets are made from by an engine that keeps none.
 *
 * @param {string} corpus
 * @param {string} folder
 */
export async function keepTexts(corpus, folder) {
  const database = openTexts(folder);
  database.exec('CREATE TABLE texts (id INTEGER PRIMARY KEY, text TEXT NOT NULL); BEGIN');
  const insert = database.prepare('INSERT INTO texts VALUES (?, ?)');
  for await (const { id, text } of readCorpus(corpus)) {
    insert.run(id, text);
    if (id % BATCH === 0) database.exec('COMMIT; BEGIN');
  }
  database.exec('COMMIT');
  database.close();
}

/** @param {string} folder */
function openTexts(folder) {
  const database = new DatabaseSync(path.join(folder, FILE));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  return database;
}

/** @param {string} folder */
export function readTexts(folder) {
  const database = openTexts(folder);
  const one = database.prepare('SELECT text FROM texts WHERE id = ?');
  return {
    /** @param {number} id @returns {string} empty when there is none */
    get: (id) => String(one.get(id)?.['text'] ?? ''),
    close: () => database.close(),
  };
}
