import { z } from 'zod';
import { command, query } from './define.ts';
import { ArticleId } from './ids.ts';

export const DatePrecision = z.enum(['year', 'month', 'day', 'minute', 'second']);
export type DatePrecision = z.infer<typeof DatePrecision>;

/** A link that the article's publisher set beside the text ("RELATED: ..."); the address is often not in the file. */
export const RelatedLink = z.object({ title: z.string(), url: z.string().nullable() });
export type RelatedLink = z.infer<typeof RelatedLink>;

export const ArticleState = z.object({
  read: z.boolean(),
  favourite: z.boolean(),
  archived: z.boolean(),
  trashed: z.boolean(),
});
export type ArticleState = z.infer<typeof ArticleState>;

/** An article without its body. What is unknown is null, never invented. */
export const Article = z.object({
  id: ArticleId,
  title: z.string().min(1),
  byline: z.string().nullable(),
  /** ISO 8601, as precise as known: `1987`, `1987-02`, `1987-02-26`, `1987-02-26T15:01:00Z`. */
  published: z.string().nullable(),
  publishedPrecision: DatePrecision.nullable(),
  site: z.string().nullable(),
  url: z.string().nullable(),
  /** BCP 47. */
  language: z.string().nullable(),
  wordCount: z.number().int().nonnegative(),
  excerpt: z.string().nullable(),
  tags: z.array(z.string()),
  /** Paths such as `Ukraine/Kharkiv`. */
  collections: z.array(z.string()),
  state: ArticleState,
  /** ISO 8601 UTC. */
  added: z.string(),
  source: z.object({ kind: z.string(), name: z.string(), sha256: z.string() }),
  related: z.array(RelatedLink),
  /** For each field that was inferred and not stated, a confidence from 0 to 1. */
  guessed: z.record(z.string(), z.number().min(0).max(1)),
  /** What the file said that has no field here. */
  extra: z.record(z.string(), z.json()).nullable(),
});
export type Article = z.infer<typeof Article>;

export const ArticleSort = z.enum(['added', 'published', 'title']);
export type ArticleSort = z.infer<typeof ArticleSort>;

const Ids = z.object({ ids: z.array(ArticleId).min(1).max(10_000) });

export const articleMethods = {
  /** Newest first for `added` and `published` (unknown dates last), alphabetical for `title`. */
  'articles.list': query(
    z.object({
      limit: z.number().int().min(1).max(500).default(50),
      offset: z.number().int().min(0).default(0),
      sort: ArticleSort.default('added'),
      in: z.enum(['library', 'unread', 'trash']).default('library'),
      /** A search query: only the articles that match it. */
      where: z.string().max(2_000).optional(),
    }),
    z.object({ total: z.number().int(), articles: z.array(Article) }),
  ),
  'articles.get': query(z.object({ id: ArticleId }), Article),
  'articles.setState': command(
    Ids.extend({
      read: z.boolean().optional(),
      favourite: z.boolean().optional(),
      archived: z.boolean().optional(),
    }),
    z.object({ changed: z.array(ArticleId) }),
  ),
  /** To the trash: out of lists and search, nothing deleted. Ids already there are not named again. */
  'articles.remove': command(Ids, z.object({ removed: z.array(ArticleId) })),
  'articles.restore': command(Ids, z.object({ restored: z.array(ArticleId) })),
  /** Deletes for good, out of the journal too. There is no way back. */
  'articles.purge': command(Ids, z.object({ removed: z.array(ArticleId) })),
};
