import { z } from 'zod';
import { command, query } from './define.ts';
import { FactName, FactsChange, FactSummary } from './facts.ts';
import { ArticleId } from './ids.ts';
import { CollectionPath, Tag } from './labels.ts';

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
  /** The facts that a person stated: no file and no better reading of it changes them. */
  corrected: z.array(FactName),
  /** What the file said that has no field here. */
  extra: z.record(z.string(), z.json()).nullable(),
});
export type Article = z.infer<typeof Article>;

/** The kind of the source of an article that is to be fetched: its address is all that there is of it. */
export const UNFETCHED = 'address';

/** Whether an article's page is yet to be fetched. It has no text until then. */
export function isUnfetched({ source }: Pick<Article, 'source'>): boolean {
  return source.kind === UNFETCHED;
}

export const ArticleSort = z.enum(['added', 'published', 'title']);
export type ArticleSort = z.infer<typeof ArticleSort>;

/**
 * Where a list looks. `library`: everything outside the trash. `unread`: not read, not archived, not in the trash.
 * `favourites` and `archive`: outside the trash. `unfetched`: to be fetched, outside the trash.
 */
export const ArticlePlace = z.enum(['library', 'unread', 'favourites', 'archive', 'unfetched', 'trash']);
export type ArticlePlace = z.infer<typeof ArticlePlace>;

/** Longer than any name that is stored. */
const filter = z.string().min(1).max(1_000).optional();

/** Which articles, in which order: newest first for `added` and `published` (unknown dates last), alphabetical for `title`. */
const Selection = z.object({
  in: ArticlePlace.default('library'),
  sort: ArticleSort.default('added'),
  /** Only the articles with this tag. */
  tag: filter,
  /** Only the articles of this collection and of those below it. */
  collection: filter,
  /** Only the articles of this site. */
  site: filter,
  /** A search query: only the articles that match it. */
  where: z.string().max(2_000).optional(),
});

/** So many articles can be chosen in one call. */
export const MOST_IDS = 100_000;

export const Ids = z.object({ ids: z.array(ArticleId).min(1).max(MOST_IDS) });
/** The ids whose articles are another than before: the opposite call for them undoes this one exactly. */
const Changed = z.object({ changed: z.array(ArticleId) });

const named = z.array(z.object({ name: z.string(), count: z.number().int().positive() }));

/** `change`: what `articles.undoFacts` takes back; null where nothing was changed. */
const FactsChanged = Changed.extend({ change: z.number().int().positive().nullable() });

export const articleMethods = {
  'articles.list': query(
    Selection.extend({
      limit: z.number().int().min(1).max(500).default(50),
      offset: z.number().int().min(0).default(0),
    }),
    z.object({ total: z.number().int(), articles: z.array(Article) }),
  ),
  /** The same list, ids only: for selections over many pages. */
  'articles.ids': query(
    Selection.extend({
      limit: z.number().int().min(1).max(MOST_IDS).default(MOST_IDS),
      offset: z.number().int().min(0).default(0),
    }),
    z.object({ total: z.number().int(), ids: z.array(ArticleId) }),
  ),
  /** The row in which an article stands in a list, counted from 0; null when it is not in it. */
  'articles.position': query(Selection.extend({ id: ArticleId }), z.object({ position: z.number().int().nonnegative().nullable() })),
  /** The tags and collections of some articles, each with how many of them have it, the most frequent first. */
  'articles.labels': query(Ids, z.object({ tags: named, collections: named })),
  /** What some articles say of each fact that can be corrected: whether they agree, and how sure it is. */
  'articles.facts': query(Ids, z.record(FactName, FactSummary)),
  'articles.get': query(z.object({ id: ArticleId }), Article),
  'articles.setState': command(
    Ids.extend({
      read: z.boolean().optional(),
      favourite: z.boolean().optional(),
      archived: z.boolean().optional(),
    }),
    Changed,
  ),
  /** Gives a tag to articles, or takes it off. */
  'articles.setTag': command(Ids.extend({ tag: Tag, on: z.boolean() }), Changed),
  /** Puts articles into a collection, or takes them out of it; those below it are others. */
  'articles.setCollection': command(Ids.extend({ path: CollectionPath, on: z.boolean() }), Changed),
  /**
   * Corrects facts of articles, the same for all of them. From then on they are stated, by the user: they count as
   * certain, and new content of an article leaves them as they are. Also says so of a fact that was right already.
   */
  'articles.setFacts': command(Ids.extend({ facts: FactsChange }), FactsChanged),
  /**
   * Takes a correction back: each article gets its own facts again, inferred or stated as they were. Those on which a
   * fact was corrected again since are left alone. What this did can be taken back, too.
   */
  'articles.undoFacts': command(z.object({ change: z.number().int().positive() }), FactsChanged),
  /** To the trash: out of lists and search, nothing deleted. Ids already there are not named again. */
  'articles.remove': command(Ids, z.object({ removed: z.array(ArticleId) })),
  'articles.restore': command(Ids, z.object({ restored: z.array(ArticleId) })),
  /** Deletes for good, out of the journal too. There is no way back. */
  'articles.purge': command(Ids, z.object({ removed: z.array(ArticleId) })),
};
