import type { Migration } from '../migrate.ts';

const PLACES = {
  unread: 'trashed = 0 AND archived = 0 AND read = 0',
  favourites: 'trashed = 0 AND favourite = 1',
  archive: 'trashed = 0 AND archived = 1',
} as const;

const ORDERS = {
  added: 'added DESC, n DESC',
  published: 'published_key DESC, n DESC',
  title: 'title COLLATE NOCASE, n',
} as const;

/**
 * An index for each place in each order, so that a page deep in a list costs a walk over an index and not over
 * articles; `library` and `trash` have theirs from the first schema. Counts and sites have one of their own.
 */
export const lists: Migration = {
  number: 2,
  sql: `
    ${Object.entries(PLACES)
      .flatMap(([place, where]) => Object.entries(ORDERS).map(([sort, order]) => `CREATE INDEX ${place}_by_${sort} ON articles (${order}) WHERE ${where};`))
      .join('\n    ')}
    CREATE INDEX articles_by_state ON articles (trashed, archived, read, favourite);
    CREATE INDEX articles_by_site ON articles (site, trashed);
    -- Nothing asks for articles by their change, and each change of state had to write it.
    DROP INDEX articles_by_change;
  `,
};
