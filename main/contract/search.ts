import { z } from 'zod';
import { query } from './define.ts';
import { ArticleId } from './ids.ts';

/** UTF-16 code units of the snippet's `text`, end exclusive. */
export const Mark = z.tuple([z.number().int(), z.number().int()]);
export const Snippet = z.object({ field: z.string(), text: z.string(), marks: z.array(Mark) });
export type Snippet = z.infer<typeof Snippet>;

export const SearchHit = z.object({
  id: ArticleId,
  score: z.number(),
  title: z.string(),
  published: z.string().nullable(),
  site: z.string().nullable(),
  snippets: z.array(Snippet),
  /** The index terms (stems) that matched. */
  matchedTerms: z.array(z.string()),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchSort = z.enum(['relevance', 'newest', 'oldest']);
export type SearchSort = z.infer<typeof SearchSort>;

export const searchMethods = {
  'search.query': query(
    z.object({
      /** lunr's query language. A half-typed query is never an error. */
      query: z.string().max(2_000),
      limit: z.number().int().min(1).max(200).default(20),
      offset: z.number().int().min(0).default(0),
      sort: SearchSort.default('relevance'),
      /** As you type: the last word also matches as a prefix. */
      typing: z.boolean().default(false),
    }),
    z.object({
      total: z.number().int(),
      tookMs: z.number(),
      query: z.string(),
      hits: z.array(SearchHit),
      /** What was not understood or not covered, in words for the user. */
      notes: z.array(z.string()),
      /** `indexed` of `articles` can be found now; `building`: an index with the newest changes is on its way. */
      coverage: z.object({ indexed: z.number().int(), articles: z.number().int(), building: z.boolean() }),
    }),
  ),
};
