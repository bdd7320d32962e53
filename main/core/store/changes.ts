import { z } from 'zod';
import { DatePrecision, RelatedLink } from '../../contract/articles.ts';
import { LibraryError } from '../../contract/errors.ts';
import { FactName } from '../../contract/facts.ts';
import { ArticleId, ImportId, SmartId, WatchedFolderId } from '../../contract/ids.ts';
import { DuplicateEntry, ImportLabels, ImportList, ImportOptions, ImportOrigin } from '../../contract/imports.ts';
import { SmartCollection } from '../../contract/smart.ts';

/*
 * What a journal record says, in a form that needs no database to be understood: from the records alone the library
 * can be built again. Fields may be added with a default; none is ever renamed or given another meaning.
 */

/** The item's own bytes, where they are small enough to stand beside the article; larger ones are blobs. */
export const Original = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('utf8'), text: z.string() }),
  z.object({ kind: z.literal('base64'), data: z.string() }),
  z.object({ kind: z.literal('blob') }),
]);
export type Original = z.infer<typeof Original>;

/** An article with everything that belongs to it but its blobs. */
export const StoredArticle = z.object({
  id: ArticleId,
  title: z.string(),
  byline: z.string().nullable(),
  published: z.string().nullable(),
  publishedPrecision: DatePrecision.nullable(),
  site: z.string().nullable(),
  url: z.string().nullable(),
  /** The address by which copies of one article are known; see canonical-address.ts. */
  canonicalUrl: z.string().nullable(),
  language: z.string().nullable(),
  wordCount: z.number().int(),
  excerpt: z.string().nullable(),
  tags: z.array(z.string()),
  collections: z.array(z.string()),
  added: z.string(),
  source: z.object({ kind: z.string(), name: z.string(), sha256: z.string() }),
  related: z.array(RelatedLink),
  guessed: z.record(z.string(), z.number()),
  /** The facts that the user stated. New content brings its own for all others. */
  corrected: z.array(FactName).default([]),
  extra: z.record(z.string(), z.json()).nullable(),
  html: z.string(),
  text: z.string(),
  /** SHA-256 of the folded text; null below fifty words. See text-fingerprint.ts. */
  fingerprint: z.string().nullable(),
  images: z.array(z.object({ sha256: z.string(), mediaType: z.string() })),
  original: Original,
  /** The version of the extractor that made it, so that it can be made again by a better one. */
  extractor: z.number().int(),
});
export type StoredArticle = z.infer<typeof StoredArticle>;

const ids = z.array(ArticleId);

/** Articles on which some facts stand alike. */
export const FactsGroup = z.object({
  ids,
  /** Those that are named here are meant; a date comes with its precision, an address with its canonical form. */
  facts: StoredArticle.pick({ title: true, byline: true, published: true, publishedPrecision: true, site: true, url: true, canonicalUrl: true, language: true }).partial(),
  /** Of them, those that were inferred, and those that the user stated. */
  guessed: z.partialRecord(FactName, z.number()),
  corrected: z.array(FactName),
});
export type FactsGroup = z.infer<typeof FactsGroup>;

/** What an import is, from its beginning on. */
export const StoredImport = z.object({
  id: ImportId,
  label: z.string(),
  origin: ImportOrigin,
  /** ISO 8601 UTC. */
  started: z.string(),
  /** What was given to it; empty where it came as bytes. */
  paths: z.array(z.string()),
  options: ImportOptions,
});
export type StoredImport = z.infer<typeof StoredImport>;

/** How an import stands. `running` that nobody runs was interrupted. `undone`: when, ISO 8601 UTC. */
export const ImportStand = z.object({
  state: z.enum(['running', 'paused', 'finished', 'cancelled', 'failed']),
  seconds: z.number(),
  error: z.object({ code: z.string(), message: z.string() }).nullable().default(null),
  undone: z.string().nullable().default(null),
});
export type ImportStand = z.infer<typeof ImportStand>;

/**
 * One entry of a report; what is there depends on its list. A title is not: it is the article's own, and goes with it
 * when that is deleted for good.
 */
export const StoredEntry = z.object({
  number: z.number().int().positive(),
  list: ImportList,
  source: z.string(),
  item: z.string().optional(),
  /** The article. */
  id: ArticleId.optional(),
  /** Another one, which is still to be fetched from there. */
  unfetched: ArticleId.optional(),
  /** `filled`, of what was imported: the article was there before, to be fetched. */
  action: z.enum([...DuplicateEntry.shape.action.options, 'filled']).optional(),
  /** `skipped`: what labels of the import the article got all the same. */
  labelled: ImportLabels.optional(),
  /** `versioned` and `filled`: the number that the earlier content is kept under. */
  version: z.number().int().optional(),
  code: z.string().optional(),
  message: z.string().optional(),
  of: z.string().optional(),
});
export type StoredEntry = z.infer<typeof StoredEntry>;

/** A folder whose files are imported by themselves. */
export const StoredWatch = z.object({
  id: WatchedFolderId,
  /** Absolute. */
  path: z.string(),
  /** ISO 8601 UTC. */
  added: z.string(),
  paused: z.boolean(),
});
export type StoredWatch = z.infer<typeof StoredWatch>;

/** A file of a watched folder as it was when it was taken: it is taken again only when it is another. */
export const TakenFile = z.object({
  /** Below the folder. */
  path: z.string(),
  sizeBytes: z.number().int(),
  /** When it was written last, in microseconds since 1970. */
  modified: z.number().int(),
  /** Whether all of it is in the report; of a file that holds several items, at first only some are. */
  whole: z.boolean(),
  /** What it became, where it is one article: another text in it is a new version of that. */
  article: ArticleId.optional(),
});
export type TakenFile = z.infer<typeof TakenFile>;

export const Operation = z.discriminatedUnion('do', [
  z.object({ do: z.literal('add'), article: StoredArticle }),
  /** New content under the old id; `keep`: the old content stays as an earlier version. */
  z.object({ do: z.literal('update'), article: StoredArticle, keep: z.boolean() }),
  z.object({
    do: z.literal('set-state'),
    ids,
    read: z.boolean().optional(),
    favourite: z.boolean().optional(),
    archived: z.boolean().optional(),
  }),
  /** A tag or a collection's path, given to articles or taken off them. */
  z.object({ do: z.literal('label'), kind: z.enum(['tag', 'collection']), name: z.string(), ids, on: z.boolean() }),
  /** Facts as they are from now on, and as they were: what takes it back needs nothing else. */
  z.object({ do: z.literal('set-facts'), to: z.array(FactsGroup), from: z.array(FactsGroup) }),
  /** Read again by this version of the extractor, with nothing new. */
  z.object({ do: z.literal('set-extractor'), ids, extractor: z.number().int() }),
  z.object({ do: z.literal('trash'), ids }),
  z.object({ do: z.literal('restore'), ids }),
  z.object({ do: z.literal('purge'), ids }),
  /** A saved search as it is from now on; one that is not there yet is made. */
  z.object({ do: z.literal('save-smart'), smart: SmartCollection }),
  z.object({ do: z.literal('remove-smart'), smart: SmartId }),
  z.object({ do: z.literal('begin-import'), import: StoredImport }),
  /** Entries of a report as they are from now on: one of a number that was there takes its place. */
  z.object({ do: z.literal('report'), import: ImportId, seconds: z.number(), entries: z.array(StoredEntry) }),
  z.object({ do: z.literal('set-import'), import: ImportId, stand: ImportStand }),
  z.object({ do: z.literal('forget-import'), import: ImportId }),
  /** A watched folder as it is from now on; one that is not there yet is added. */
  z.object({ do: z.literal('watch'), folder: StoredWatch }),
  /** With all that is known of its files. */
  z.object({ do: z.literal('unwatch'), folder: WatchedFolderId }),
  /** Files as they are from now on. */
  z.object({ do: z.literal('take-files'), folder: WatchedFolderId, files: z.array(TakenFile) }),
]);
export type Operation = z.infer<typeof Operation>;
export type SetFacts = Extract<Operation, { do: 'set-facts' }>;
export type LabelKind = Extract<Operation, { do: 'label' }>['kind'];

/** One journal record: all of it happened, or nothing. */
export const Change = z.object({
  change: z.number().int().positive(),
  /** ISO 8601 UTC. */
  at: z.string(),
  operations: z.array(Operation),
});
export type Change = z.infer<typeof Change>;

/** The articles that an operation is about. */
export function idsOf(operation: Operation): readonly ArticleId[] {
  if ('article' in operation) return [operation.article.id];
  if ('ids' in operation) return operation.ids;
  return operation.do === 'set-facts' ? operation.to.flatMap(({ ids }) => ids) : [];
}

/**
 * Reads a journal record, whose checksum says that it is as it was written.
 *
 * @throws LibraryError `newer-version` when it says what this program does not know
 */
export function readChange(json: string): Change {
  const { data, error } = Change.safeParse(JSON.parse(json));
  if (error) throw new LibraryError('newer-version', 'The journal of this library was written by a newer version of Carrel. Update Carrel to open it; nothing was changed.', { cause: error });
  return data;
}
