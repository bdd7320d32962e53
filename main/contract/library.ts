import { z } from 'zod';
import { query } from './define.ts';

export const LibraryProblem = z.object({
  kind: z.string(),
  id: z.string().optional(),
  detail: z.string(),
  repaired: z.boolean(),
});
export type LibraryProblem = z.infer<typeof LibraryProblem>;

export const VerifyReport = z.object({
  ok: z.boolean(),
  articles: z.number().int(),
  problems: z.array(LibraryProblem),
});
export type VerifyReport = z.infer<typeof VerifyReport>;

const count = z.number().int().nonnegative();

export const libraryMethods = {
  /** Few numbers, cheap: for headings and empty states. `articles` and `unread` leave the trash out. */
  'library.counts': query(z.object({}), z.object({ articles: count, unread: count, trashed: count })),
  /** Over all articles outside the trash. `bytes`: what the library takes on disk. */
  'library.stats': query(
    z.object({}),
    z.object({
      articles: count,
      words: count,
      bytes: count,
      languages: z.record(z.string(), count),
      sites: z.record(z.string(), count),
      published: z.object({ first: z.string().nullable(), last: z.string().nullable() }),
    }),
  ),
  /** Database, journal, files and index against each other. */
  'library.verify': query(z.object({}), VerifyReport),
};
