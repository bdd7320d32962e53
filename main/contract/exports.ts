import { z } from 'zod';
import { query } from './define.ts';
import { ArticleId } from './ids.ts';

/** So many articles are written in one call: a list of any length is a few calls and never one large answer. */
export const MOST_EXPORTED = 1_000;

export const exportMethods = {
  /**
   * Articles as lines of a table (RFC 4180, lines end in CRLF), in the order of the ids; those that there are not any more
   * are left out. What a spreadsheet would take for a formula begins with an apostrophe.
   */
  'export.csv': query(
    z.object({
      ids: z.array(ArticleId).min(1).max(MOST_EXPORTED),
      /** Of each id, for articles that were searched for. */
      scores: z.array(z.number().nullable()).max(MOST_EXPORTED).optional(),
      /** The names of the columns before the first line. */
      header: z.boolean().default(false),
    }),
    z.object({ csv: z.string() }),
  ),
};
