import { z } from 'zod';
import { MOST_IDS } from './articles.ts';
import { query } from './define.ts';
import { ArticleId } from './ids.ts';
import { Day, ResultFilters } from './result-filters.ts';

/** UTF-16 code units of the snippet's `text`, end exclusive. */
export const Mark = z.tuple([z.number().int(), z.number().int()]);
export type Mark = z.infer<typeof Mark>;
export const Snippet = z.object({ field: z.string(), text: z.string(), marks: z.array(Mark) });
export type Snippet = z.infer<typeof Snippet>;

export const SearchHit = z.object({
  id: ArticleId,
  score: z.number(),
  title: z.string(),
  published: z.string().nullable(),
  site: z.string().nullable(),
  /** Of each field that matches; of the text also where it does not: then how it begins, without marks. */
  snippets: z.array(Snippet),
  /** The index terms (stems) that matched. */
  matchedTerms: z.array(z.string()),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const SearchSort = z.enum(['relevance', 'newest', 'oldest']);
export type SearchSort = z.infer<typeof SearchSort>;

/** What results are brought together by. */
export const SearchGroup = z.enum(['none', 'site', 'month']);
export type SearchGroup = z.infer<typeof SearchGroup>;

/** How a query was understood, and where the scores come from. */
export const Explanation = z.object({
  /** The query in words. */
  understood: z.string(),
  /** Its words, phrases and filters, each with the articles that it matches by itself. */
  parts: z.array(z.object({ text: z.string(), matches: z.number().int() })),
  /** By article, what each index term adds to the score by standing in a field, and how often it does; the most first. */
  hits: z.record(ArticleId, z.array(z.object({ term: z.string(), field: z.string(), weight: z.number(), times: z.number().int() }))),
  /** What to ask instead where nothing is found, or a part of the query is found nowhere. */
  suggestions: z.array(z.string()),
  /** The same as queries that find something: `instead`, with a word or a field changed, or `without` what `text` says. */
  tries: z.array(z.object({ kind: z.enum(['instead', 'without']), text: z.string(), query: z.string(), matches: z.number().int() })),
});
export type Explanation = z.infer<typeof Explanation>;

/** Where a query matches one article, in order. */
export const MatchPlaces = z.object({
  title: z.array(Mark),
  byline: z.array(Mark),
  /** In the article's text. */
  body: z.array(Mark),
  /** By mark of `body`, where it stands in the article's document: see read-characters.ts. Null: not in it. */
  inDocument: z.array(Mark.nullable()),
  /** The match of `body` at which most of the query stands together. */
  densest: z.number().int().nonnegative().nullable(),
  /** How many matches there are: more than are named here where they are very many. */
  total: z.number().int().nonnegative(),
});
export type MatchPlaces = z.infer<typeof MatchPlaces>;

/** What matches can be narrowed down by: each value with how many of them have it. */
const Facet = z.array(z.object({ value: z.string(), count: z.number().int().nonnegative() }));

/** How many matches were published when. Bars follow each other without a gap, the oldest first. */
export const Histogram = z.object({
  /** What a bar stands for: days, months, or `years` years. */
  unit: z.enum(['day', 'month', 'year']),
  /** 1 for other units. */
  years: z.number().int().positive(),
  /** `from` and `to`: the first and the last day of the bar. */
  bars: z.array(z.object({ from: Day, to: Day, count: z.number().int().nonnegative() })),
  /** Matches between the same days of which too little is known for any bar: only the year, where bars are months. */
  vague: z.number().int().nonnegative(),
  /** Matches without a date. */
  undated: z.number().int().nonnegative(),
});
export type Histogram = z.infer<typeof Histogram>;

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
      explain: z.boolean().default(false),
      filters: ResultFilters.optional(),
      /** Sites follow each other as their best hits do, months (`1987-02`, or the year alone) from the newest on. */
      group: SearchGroup.default('none'),
    }),
    z.object({
      total: z.number().int(),
      tookMs: z.number(),
      query: z.string(),
      hits: z.array(SearchHit),
      /** Of a grouped answer: the groups of these hits. `start`: their first hit in the whole answer, from 0; `key` is null where nothing is known. */
      groups: z.array(z.object({ key: z.string().nullable(), count: z.number().int(), start: z.number().int() })).optional(),
      /** What was not understood or not covered, in words for the user. */
      notes: z.array(z.string()),
      /** `indexed` of `articles` can be found now; `building`: an index with the newest changes is on its way. */
      coverage: z.object({ indexed: z.number().int(), articles: z.number().int(), building: z.boolean() }),
      explain: Explanation.optional(),
    }),
  ),
  /** What a query says in our language that was written for a news database; null where it was not. */
  'search.translate': query(
    z.object({ query: z.string().max(2_000) }),
    z
      .object({
        from: z.enum(['Factiva', 'Nexis', 'ProQuest']),
        query: z.string(),
        /** What could not be carried over, in words for the user. */
        lost: z.array(z.string()),
      })
      .nullable(),
  ),
  /** Counts over all matches of a query, whatever part of them is shown. The counts of a facet leave out its own filter. */
  'search.facets': query(
    z.object({
      query: z.string().max(2_000),
      /** As you type: as in `search.query`. */
      typing: z.boolean().default(false),
      /** So many values of each facet, and those that are filtered by. */
      limit: z.number().int().min(1).max(200).default(20),
      filters: ResultFilters.optional(),
      /** Also when the matches were published: within the dates that are filtered by, or all of them. */
      histogram: z.boolean().default(false),
    }),
    z.object({
      total: z.number().int(),
      facets: z.object({
        site: Facet,
        tag: Facet,
        /** Each with all that lies below it. */
        collection: Facet,
        language: Facet,
        /** All four: `unread`, `read`, `favourite`, `archived`. */
        state: Facet,
        /** Newest first, where the others have the most frequent first. */
        year: Facet,
        /** `1987-02`, newest first; without the articles of which only the year is known. */
        month: Facet,
      }),
      /** How many matches have none. */
      unknown: z.object({ site: z.number().int(), date: z.number().int(), language: z.number().int() }),
      histogram: Histogram.optional(),
      /** What was not understood or not covered, in words for the user. */
      notes: z.array(z.string()),
    }),
  ),
  /** All matches of a query in one article, not only those of its snippets; the first 5,000 of each field. */
  'search.locate': query(
    z.object({
      id: ArticleId,
      query: z.string().max(2_000),
      /** As you type: as in `search.query`. */
      typing: z.boolean().default(false),
    }),
    MatchPlaces,
  ),
  /** The ids of a part of the answer, in its order: for selections over many pages. */
  'search.ids': query(
    z.object({
      query: z.string().max(2_000),
      limit: z.number().int().min(1).max(MOST_IDS).default(MOST_IDS),
      offset: z.number().int().min(0).default(0),
      sort: SearchSort.default('relevance'),
      typing: z.boolean().default(false),
      filters: ResultFilters.optional(),
      group: SearchGroup.default('none'),
    }),
    /** `scores`: of each id. */
    z.object({ total: z.number().int(), ids: z.array(ArticleId), scores: z.array(z.number()) }),
  ),
  /** Articles that have in common with one what tells it from the others. */
  'search.similar': query(
    z.object({ id: ArticleId, limit: z.number().int().min(1).max(100).default(10) }),
    z.object({
      hits: z.array(SearchHit),
      /** The words that they were found by, the most telling first. */
      terms: z.array(z.string()),
    }),
  ),
};
