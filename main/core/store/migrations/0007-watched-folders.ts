import type { Migration } from '../migrate.ts';

/**
 * Watched folders, and the files that were taken from them. Files are found by folder and path, the key itself; they do not hang
 * on reports, which may be forgotten, nor on articles, which may be deleted: what was taken stays taken.
 */
export const watchedFolders: Migration = {
  number: 7,
  sql: `
    CREATE TABLE watched_folders (
      n INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      path TEXT NOT NULL,
      added TEXT NOT NULL,
      paused INTEGER NOT NULL,
      last_taken TEXT
    ) STRICT;

    CREATE TABLE watched_files (
      folder INTEGER NOT NULL REFERENCES watched_folders (n) ON DELETE CASCADE,
      path TEXT NOT NULL,
      size_bytes INTEGER NOT NULL,
      modified INTEGER NOT NULL,
      whole INTEGER NOT NULL,
      article TEXT,
      PRIMARY KEY (folder, path)
    ) WITHOUT ROWID, STRICT;
  `,
};
