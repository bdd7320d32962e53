import { z } from 'zod';
import { Article, MOST_IDS } from './articles.ts';
import { command, query } from './define.ts';
import { ERROR_CODES } from './errors.ts';
import { ArticleId, ImportId } from './ids.ts';
import { CollectionPath, Tag } from './labels.ts';

export const OnDuplicate = z.enum(['skip', 'replace', 'version']);
export type OnDuplicate = z.infer<typeof OnDuplicate>;

/** How a book comes in: as one article, or each of its chapters as an article, in a collection of the book's title. */
export const BooksAs = z.enum(['whole', 'chapters']);
export type BooksAs = z.infer<typeof BooksAs>;

/** An import of at least so many files is large: it is worth a look before it is begun. */
export const LARGE_IMPORT = 500;

/** So many articles of a dry run are kept to be looked at. */
export const MOST_PREVIEWED = 100;

export const ImportOptions = z.object({
  onDuplicate: OnDuplicate.default('skip'),
  tags: z.array(Tag).max(100).default([]),
  collections: z.array(CollectionPath).max(100).default([]),
  books: BooksAs.default('whole'),
  /** Forces a reader (`text`, `html`, `markdown`) whatever the content looks like. */
  reader: z.string().optional(),
  /** Of pages of the web: keeps the files of their videos and sounds, too. Without it they are links. An article that has some keeps having them. */
  media: z.boolean().default(false),
  /** Of addresses: keeps them alone, as articles that are to be fetched. */
  later: z.boolean().default(false),
  /** Of addresses: fetches only those that an article waits for when their turn comes. One that was put into the trash by then stays there. */
  unfetched: z.boolean().default(false),
  /** Reads and reports, stores nothing. */
  dryRun: z.boolean().default(false),
  /**
   * Of a dry run of paths: only so many files of a large import, spread over those that are soon found, and none of another. `imports.preview`
   * tells what they hold.
   */
  sample: z.number().int().min(1).max(MOST_PREVIEWED).optional(),
});
export type ImportOptions = z.infer<typeof ImportOptions>;

/** The labels that everything in an import gets. */
export const ImportLabels = ImportOptions.pick({ tags: true, collections: true });
export type ImportLabels = z.infer<typeof ImportLabels>;

/** What a window may say of an import of paths: the labels of all that it brings; or that only a `sample` is looked at, and nothing stored. */
export const DroppedOptions = ImportLabels.partial().extend({ sample: ImportOptions.shape.sample });
export type DroppedOptions = z.infer<typeof DroppedOptions>;

/** `source`: the absolute path, the address, or `-`. `item`: the place in a file that holds several. */
const Entry = { source: z.string(), item: z.string().optional() };
/** `title`: null once the article was deleted for good. */
export const ImportedEntry = z.object({ id: ArticleId, ...Entry, title: z.string().nullable() });
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

/** An entry as the report keeps it. `number`: names it in this report for good, whichever list it is in. */
const kept = { number: z.number().int().positive() };
export const ReportEntry = z.discriminatedUnion('list', [
  ImportedEntry.extend({ list: z.literal('imported'), ...kept }),
  /** `labelled`: what labels of the import the article got, though it was left as it was. */
  DuplicateEntry.extend({ list: z.literal('duplicates'), ...kept, labelled: ImportLabels.optional() }),
  /** `unfetched`: the article that waits for what failed here. */
  FailedEntry.extend({ list: z.literal('failed'), ...kept, unfetched: ArticleId.optional() }),
  CompanionEntry.extend({ list: z.literal('companions'), ...kept }),
]);
export type ReportEntry = z.infer<typeof ReportEntry>;

/**
 * `paths`: read where they lie, and there again later. `upload`: came as bytes, which are gone once they were read. `watched`: what came
 * into a watched folder in a day. `addresses`: pages of the web.
 */
export const ImportOrigin = z.enum(['paths', 'upload', 'watched', 'addresses']);
export type ImportOrigin = z.infer<typeof ImportOrigin>;

/** What is being done for one address. `done` of `total`: parts of the page (pictures, styles); of `media`, bytes of one file, of how many or 0 where nobody knows. */
export const SavingStep = z.object({ source: z.string(), stage: z.enum(['waiting', 'page', 'parts', 'media', 'reading']), done: z.number().int(), total: z.number().int() });
export type SavingStep = z.infer<typeof SavingStep>;

export const ImportProgress = z.object({
  id: ImportId,
  /** What the user would call it: a folder's or a file's name. */
  label: z.string(),
  origin: ImportOrigin.default('paths'),
  /**
   * `receiving`: an upload still brings files, or folders are still being listed: `found` grows. `running`: all sources
   * are named, items are being read.
   * `finished`: every item is in the report. `cancelled`: stopped by the user; what was imported stays.
   * `failed`: the library could not go on (see `error`); what was imported stays.
   * `interrupted`: Carrel ended before the import did; what was imported stays. `paused`: nothing is read until it is continued.
   */
  state: z.enum(['receiving', 'running', 'paused', 'finished', 'cancelled', 'failed', 'interrupted']),
  startedAt: z.string(),
  seconds: z.number(),
  /** Items known so far; of a file that holds several, one until it has been read. */
  found: z.number().int(),
  /** Items in one of the four lists. */
  done: z.number().int(),
  counts: z.record(ImportList, z.number().int()),
  error: z.object({ code: z.enum(ERROR_CODES), message: z.string() }).nullable(),
  /** Nothing of it is stored. */
  dryRun: z.boolean().default(false),
  /** Of addresses: only keeps them, to be fetched later. */
  later: z.boolean().default(false),
  /** Of addresses: fetches what was to be fetched. */
  unfetched: z.boolean().default(false),
  /** When all of it was undone; ISO 8601 UTC. */
  undoneAt: z.string().nullable().default(null),
  /** Of an import of addresses that is under way: some of those being fetched now. */
  saving: z.array(SavingStep).default([]),
});
export type ImportProgress = z.infer<typeof ImportProgress>;

/** What taking an import back did, by the articles. */
export const UndoneImport = z.object({
  /** In the trash now; `articles.restore` brings them back. */
  trashed: z.array(ArticleId),
  /** They have the content again that they had before. What the import brought is kept as a version. */
  reverted: z.array(ArticleId),
  /** Their content from before was replaced and is not kept: they were left as they are. */
  replaced: z.array(ArticleId),
  /** They have changed once more since: they were left as they are. */
  changed: z.array(ArticleId),
  /** They were there before, and are without the labels again that it gave them. */
  unlabelled: z.array(ArticleId),
});
export type UndoneImport = z.infer<typeof UndoneImport>;

/** What was read of one file, and how surely: nothing of it is in the library. */
export const PreviewedArticle = Article.pick({ title: true, byline: true, published: true, site: true, language: true, wordCount: true, guessed: true }).extend({
  ...Entry,
  /** The reader that took the file: `html`, `pdf`. */
  kind: z.string(),
});
export type PreviewedArticle = z.infer<typeof PreviewedArticle>;

const Started = z.object({ importId: ImportId });

/** So many lines of a report are written in one call. */
export const MOST_REPORT_LINES = 10_000;

function page(usual: number, most: number) {
  return { limit: z.number().int().min(1).max(most).default(usual), offset: z.number().int().min(0).default(0) };
}

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
  /** What comes from a watched folder is cancelled by pausing the folder, too: what was not imported is taken when it is continued. */
  'imports.cancel': command(z.object({ importId: ImportId }), z.object({})),
  /** Nothing more is read of it, what was read is stored. One that was interrupted is not gone on with by itself any more. */
  'imports.pause': command(z.object({ importId: ImportId }), z.object({})),
  /** Goes on with an import that is paused, or that was when Carrel ended. */
  'imports.continue': command(z.object({ importId: ImportId }), Started),
  /**
   * Goes on with an import that was interrupted, in its own report; what that has is passed over. Only imports of paths and of addresses can be
   * gone on with. Hosts with a window do it by themselves.
   */
  'imports.resume': command(z.object({ importId: ImportId }), Started),
  /**
   * Tries failed entries again, by their numbers, or all of them; each becomes an entry of another list, or fails with the newest
   * reason. Only where the files are named by paths, or pages by addresses.
   */
  'imports.retry': command(
    z.object({ importId: ImportId, entries: z.array(z.number().int().positive()).min(1).max(MOST_IDS).optional() }),
    Started.extend({ retried: z.number().int() }),
  ),
  /** All imports whose reports are kept, newest first. Those of a dry run are kept until Carrel is closed, all others until they are forgotten. */
  'imports.list': query(z.object(page(50, 500)), z.object({ total: z.number().int(), imports: z.array(ImportProgress) })),
  'imports.get': query(z.object({ importId: ImportId }), ImportProgress),
  /**
   * The first articles of a dry run. `found`: the files that were found when it chose among them; not `complete` where there
   * may be more.
   */
  'imports.preview': query(z.object({ importId: ImportId }), z.object({ found: z.number().int(), complete: z.boolean(), articles: z.array(PreviewedArticle) })),
  /** The report, one list at a time. `search`: only entries that have this in source, item, title or message, in whatever case. */
  'imports.entries': query(
    z.object({ importId: ImportId, list: ImportList, search: z.string().max(1_000).default(''), ...page(100, 1_000) }),
    z.object({ total: z.number().int(), entries: z.array(ReportEntry) }),
  ),
  /**
   * A part of the whole report as lines of a table (as of `export.csv`), all lists in the order in which they were
   * reported. `total`: how many lines the whole report has.
   */
  'imports.csv': query(
    z.object({ importId: ImportId, ...page(MOST_REPORT_LINES, MOST_REPORT_LINES), header: z.boolean().default(false) }),
    z.object({ total: z.number().int(), csv: z.string() }),
  ),
  /** The articles that it brought, or brought new content of, and that are outside the trash. */
  'imports.articleIds': query(z.object({ importId: ImportId, ...page(MOST_IDS, MOST_IDS) }), z.object({ total: z.number().int(), ids: z.array(ArticleId) })),
  /** Takes back what an import did. Its report stays and says so. */
  'imports.undo': command(z.object({ importId: ImportId }), UndoneImport),
  /** Takes a report away, and no article. */
  'imports.forget': command(z.object({ importId: ImportId }), z.object({})),
};
