import type { Migration } from '../migrate.ts';

/** Saved searches. `search` is JSON; `looked` the moment up to which the user has seen what they found. */
export const smartCollections: Migration = {
  number: 4,
  sql: 'CREATE TABLE smart_collections (id TEXT PRIMARY KEY, name TEXT NOT NULL, search TEXT NOT NULL, looked TEXT NOT NULL) WITHOUT ROWID, STRICT;',
};
