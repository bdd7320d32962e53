import { z } from 'zod';
import { command, query } from './define.ts';
import { ERROR_CODES } from './errors.ts';
import { ArticleId, ImportId } from './ids.ts';
import { CollectionPath, Tag } from './labels.ts';

export const OnDuplicate = z.enum(['skip', 'replace', 'version']);
export type OnDuplicate = z.infer<typeof OnDuplicate>;

export const ImportOptions = z.object({
  onDuplicate: OnDuplicate.default('skip'),
  tags: z.array(Tag).max(100).default([]),
  collections: z.array(CollectionPath).max(100).default([]),
  /** How a book comes in: as one article, or each of its chapters as an article, in a collection of the book's title. */
  books: z.enum(['whole', 'chapters']).default('whole'),
  /** Forces a reader (`text`, `html`, `markdown`) whatever the content looks like. */
  reader: z.string().optional(),
  /** Reads and reports, stores nothing. */
  dryRun: z.boolean().default(false),
});
export type ImportOptions = z.infer<typeof ImportOptions>;

/** The labels that everything in an import gets. */
export const ImportLabels = ImportOptions.pick({ tags: true, collections: true });
export type ImportLabels = z.infer<typeof ImportLabels>;

/** `source`: the absolute path, the address, or `-`. `item`: the place in a file that holds several. */
const Entry = { source: z.string(), item: z.string().optional() };
export const ImportedEntry = z.object({ id: ArticleId, ...Entry, title: z.string() });
export const DuplicateEntry = z.object({ id: ArticleId, ...Entry, action: z.enum(['skipped', 'replaced', 'versioned']) });
export const FailedEntry = z.object({ ...Entry, code: z.enum(ERROR_CODES), message: z.string() });
/** A file that only belongs to another: an image of a page. */
export const CompanionEntry = z.object({ source: z.string(), of: z.string() });

/** Where one item came out: exactly one of the four. */
export const ImportEntry = z.discriminatedUnion('list', [
  ImportedEntry.extend({ list: z.literal('imported') }),
  DuplicateEntry.extend({ list: z.literal('duplicates') }),
  FailedEntry.extend({ list: z.literal('failed') }),
  CompanionEntry.extend({ list: z.literal('companions') }),
]);
export type ImportEntry = z.infer<typeof ImportEntry>;
export const ImportList = z.enum(['imported', 'duplicates', 'failed', 'companions']);
export type ImportList = z.infer<typeof ImportList>;

export const ImportProgress = z.object({
  id: ImportId,
  /** What the user would call it: a folder's or a file's name. */
  label: z.string(),
  /**
   * `receiving`: an upload still brings files, or folders are still being listed: `found` grows. `running`: all sources
   * are named, items are being read.
   * `finished`: every item is in the report. `cancelled`: stopped by the user; what was imported stays.
   * `failed`: the library could not go on (see `error`); what was imported stays.
   */
  state: z.enum(['receiving', 'running', 'finished', 'cancelled', 'failed']),
  startedAt: z.string(),
  seconds: z.number(),
  /** Items known so far; of a file that holds several, one until it has been read. */
  found: z.number().int(),
  /** Items in one of the four lists. */
  done: z.number().int(),
  counts: z.record(ImportList, z.number().int()),
  error: z.object({ code: z.enum(ERROR_CODES), message: z.string() }).nullable(),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

const Started = z.object({ importId: ImportId });

export const importMethods = {
  /** Files and folders (recursive) by absolute path. */
  'imports.startPaths': command(
    z.object({ paths: z.array(z.string().min(1)).min(1).max(1_000_000), options: ImportOptions.prefault({}) }),
    Started,
    { door: 'local' },
  ),
  /** One item that is not a file: pasted text, or what came on standard input. */
  'imports.startText': command(
    z.object({
      text: z.string().max(10_000_000),
      name: z.string().max(255).default('Pasted text'),
      options: ImportOptions.prefault({}),
    }),
    Started,
  ),
  /** The sample articles that come with the program. */
  'imports.startSamples': command(z.object({}), Started),
  /** Begins an import whose files come through the host's upload door; `imports.closeUpload` says that all are there. */
  'imports.openUpload': command(
    z.object({ label: z.string().max(255).default('Dropped files'), options: ImportOptions.prefault({}) }),
    Started,
  ),
  'imports.closeUpload': command(z.object({ importId: ImportId }), z.object({})),
  'imports.cancel': command(z.object({ importId: ImportId }), z.object({})),
  /** Imports of this run of the program, newest first. */
  'imports.list': query(z.object({}), z.object({ imports: z.array(ImportProgress) })),
  'imports.get': query(z.object({ importId: ImportId }), ImportProgress),
  /** The report, one list at a time. */
  'imports.entries': query(
    z.object({
      importId: ImportId,
      list: ImportList,
      limit: z.number().int().min(1).max(1_000).default(100),
      offset: z.number().int().min(0).default(0),
    }),
    z.object({ total: z.number().int(), entries: z.array(ImportEntry) }),
  ),
};
