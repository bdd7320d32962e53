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

const named = z.array(z.object({ name: z.string(), count }));

export const libraryMethods = {
  /** How many articles each place of `articles.list` holds; `articles` is the place `library`. */
  'library.counts': query(z.object({}), z.object({ articles: count, unread: count, favourites: count, archived: count, unfetched: count, trashed: count })),
  /**
   * What the articles outside the trash can be filtered by. Tags and sites: the most frequent first. Collections: as a
   * tree is read, those that hold only others among them; a count covers all that lies below, each article once.
   * `totals`: how many there are of each, also past the limit.
   */
  'library.labels': query(
    z.object({ limit: z.number().int().min(1).max(5_000).default(500) }),
    z.object({
      tags: named,
      sites: named,
      collections: z.array(z.object({ path: z.string(), count })),
      totals: z.object({ tags: count, sites: count, collections: count }),
    }),
  ),
  /** What a person may want to tell when they ask for help. `folder`: where the library lies, as a path. */
  'library.about': query(z.object({}), z.object({ version: z.string(), folder: z.string(), extractor: z.number().int() })),
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
