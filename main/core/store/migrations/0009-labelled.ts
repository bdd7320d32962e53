import type { Migration } from '../migrate.ts';

/** An entry of a report names the labels that its import gave to an article which it otherwise left as it was. */
export const labelled: Migration = {
  number: 9,
  sql: 'ALTER TABLE import_entries ADD COLUMN labelled TEXT;',
};
