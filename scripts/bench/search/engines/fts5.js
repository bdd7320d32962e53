import fs from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { readCorpus } from '../read-corpus.js';

const FILE = 'fts5.sqlite';
const BATCH = 1_000;

/** @type {import('../engine-types.ts').Engine} */
export const engine = {
  name: `SQLite FTS5 ${process.versions['sqlite'] ?? ''}`.trim(),
  lacks: { fuzzy: 'FTS5 knows no edit distance' },
  notes: ["tokenize='porter unicode61', ordered by bm25. The text is kept beside the index, since snippet() needs it: the index alone is counted by dbstat."],
  async build(corpus, folder) {
    const file = path.join(folder, FILE);
    const database = openDatabase(file);
    database.exec(`CREATE VIRTUAL TABLE articles USING fts5(title, body, tokenize = 'porter unicode61')`);
    const insert = database.prepare('INSERT INTO articles (rowid, title, body) VALUES (?, ?, ?)');
    database.exec('BEGIN');
    for await (const { id, title, text } of readCorpus(corpus)) {
      insert.run(id, title, text);
      if (id % BATCH === 0) database.exec('COMMIT; BEGIN');
    }
    database.exec('COMMIT; PRAGMA wal_checkpoint(TRUNCATE)');
    const sizes = database.prepare(`SELECT sum(pgsize) AS bytes FROM dbstat WHERE name LIKE 'articles_%' AND name <> 'articles_content'`).get();
    database.close();
    return { indexBytes: Number(sizes?.['bytes']), diskBytes: fs.statSync(file).size };
  },
  open: (folder) => serve(openDatabase(path.join(folder, FILE))),
};

/** @param {string} file */
function openDatabase(file) {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32000');
  return database;
}

/** @param {DatabaseSync} database @returns {import('../engine-types.ts').Serving} */
function serve(database) {
  const ids = database.prepare('SELECT rowid AS id FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT ?');
  const snippets = database.prepare(`SELECT rowid AS id, snippet(articles, 1, '[', ']', '…', 32) AS snippet FROM articles WHERE articles MATCH ? ORDER BY rank LIMIT ?`);
  const insert = database.prepare('INSERT INTO articles (rowid, title, body) VALUES (?, ?, ?)');
  const remove = database.prepare('DELETE FROM articles WHERE rowid = ?');
  return {
    find: (query, limit) => ids.all(sayQuery(query), limit).map(({ id }) => Number(id)),
    findWithSnippets: (query, limit) => snippets.all(sayQuery(query), limit).map(({ id, snippet }) => ({ id: Number(id), snippet: String(snippet) })),
    add: ({ id, title, text }) => insert.run(id, title, text),
    remove: ({ id }) => remove.run(id),
    waitForDisk: (wait) => database.exec(`PRAGMA synchronous = ${wait ? 'FULL' : 'OFF'}`),
    close: () => database.close(),
  };
}

/** @param {import('../engine-types.ts').BenchQuery} query */
function sayQuery({ kind, words }) {
  const quoted = words.map((word) => `"${word}"`);
  if (kind === 'and') return quoted.join(' AND ');
  if (kind === 'not') return quoted.join(' NOT ');
  if (kind === 'prefix') return `${quoted[0]} *`;
  if (kind === 'field') return `title : ${quoted[0]}`;
  if (kind === 'near') return `NEAR(${quoted.join(' ')}, 5)`;
  if (kind === 'phrase' || kind === 'common phrase') return `"${words.join(' ')}"`;
  return quoted.join(' OR ');
}
