import type { Migration } from '../migrate.ts';

/** The facts that the user stated, as a JSON array of their names. Nobody asks for articles by them. */
export const corrections: Migration = {
  number: 6,
  sql: "ALTER TABLE articles ADD COLUMN corrected TEXT NOT NULL DEFAULT '[]'",
};
