import type { Migration } from '../migrate.ts';

/**
 * Imports and the entries of their reports. Counts stand with the import, because a list of imports shows them all.
 * Paths are a zstd frame of JSON in a row of their own: there may be a million, and the import's row is written with
 * every batch. Entries have no index by article: only deleting for good asks for them, and it reads all of the journal
 * anyway.
 */
export const imports: Migration = {
  number: 5,
  sql: `
    CREATE TABLE imports (
      n INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      label TEXT NOT NULL,
      origin TEXT NOT NULL,
      started TEXT NOT NULL,
      options TEXT NOT NULL,
      state TEXT NOT NULL DEFAULT 'running',
      seconds REAL NOT NULL DEFAULT 0,
      error TEXT,
      undone TEXT,
      last_number INTEGER NOT NULL DEFAULT 0,
      imported INTEGER NOT NULL DEFAULT 0,
      duplicates INTEGER NOT NULL DEFAULT 0,
      failed INTEGER NOT NULL DEFAULT 0,
      companions INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE INDEX imports_by_started ON imports (started DESC, n DESC);

    CREATE TABLE import_paths (
      import INTEGER PRIMARY KEY REFERENCES imports (n) ON DELETE CASCADE,
      paths BLOB NOT NULL
    ) STRICT;

    CREATE TABLE import_entries (
      import INTEGER NOT NULL REFERENCES imports (n) ON DELETE CASCADE,
      number INTEGER NOT NULL,
      list TEXT NOT NULL,
      source TEXT NOT NULL,
      item TEXT,
      article TEXT,
      title TEXT,
      action TEXT,
      version INTEGER,
      code TEXT,
      message TEXT,
      belongs_to TEXT,
      PRIMARY KEY (import, number)
    ) WITHOUT ROWID, STRICT;
    CREATE INDEX import_entries_by_list ON import_entries (import, list, number);
  `,
};
