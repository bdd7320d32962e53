import type { Migration } from '../migrate.ts';

/**
 * Articles whose pages are to be fetched are a place of their own, in each order. An entry of a report names the article that still waits for what it is about: few do,
 * so that no other entry pays for being asked for by it.
 */
export const unfetched: Migration = {
  number: 8,
  sql: `
    CREATE INDEX unfetched_by_added ON articles (added DESC, n DESC) WHERE trashed = 0 AND source_kind = 'address';
    CREATE INDEX unfetched_by_published ON articles (published_key DESC, n DESC) WHERE trashed = 0 AND source_kind = 'address';
    CREATE INDEX unfetched_by_title ON articles (title COLLATE NOCASE, n) WHERE trashed = 0 AND source_kind = 'address';
    ALTER TABLE import_entries ADD COLUMN unfetched TEXT;
    CREATE INDEX import_entries_by_unfetched ON import_entries (unfetched) WHERE unfetched IS NOT NULL;
  `,
};
