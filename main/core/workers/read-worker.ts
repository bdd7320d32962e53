import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import type { ArticleId, ImportId } from '../../contract/ids.ts';
import { assert } from '../base/assert.ts';
import { describeDiskError } from '../base/describe-disk-error.ts';
import { playsMediaAt } from '../store/article-media.ts';
import { addProblems, verifyIndex } from '../index/verify-index.ts';
import { findImport, findImportToContinue, findWatchedImport, listImportedIds, listImports, listReportedOf, listSettled, listUnended, readEntries, readReport, selectEntries, type EntryQuery } from '../store/import-rows.ts';
import { libraryFolder } from '../store/library-folder.ts';
import { readLabels, readLabelsOf, type Labels } from '../store/library-labels.ts';
import { countArticles, readStats, type Counts } from '../store/library-stats.ts';
import { findArticle, findArticles, findArticleWithBody, findPosition, listArticles, listIds, type ListQuery, type PositionQuery } from '../store/list-articles.ts';
import { ListMemory } from '../store/list-memory.ts';
import { needsWriter } from '../store/needs-writer.ts';
import { openForReading, type ReadableDatabase } from '../store/open-database.ts';
import { readImage } from '../store/read-image.ts';
import { readOriginal, readOriginalFacts } from '../store/read-original.ts';
import { listSmart } from '../store/smart-collections.ts';
import { summarizeFacts } from '../store/summarize-facts.ts';
import { findLastTry, findWhoWaits, listPageAddresses } from '../store/unfetched.ts';
import { UntilChange } from '../store/until-change.ts';
import { verifyLibrary } from '../store/verify-library.ts';
import { listWatched } from '../store/watched-rows.ts';
import { serveCalls } from './worker-link.ts';

/* A reading connection, so that what a person looks at never waits for a batch that is being written. */
const { root } = z.object({ root: z.string() }).parse(workerData);
const folder = libraryFolder(root);
let opened: ReadableDatabase | undefined;

function database(): ReadableDatabase {
  opened ??= openForReading(folder.database);
  return opened;
}

const lists = new ListMemory();
const counts = new UntilChange<Counts>(1);
const labels = new UntilChange<Labels>(1);
/** The numbers of the entries that somebody pages through. */
const entries = new UntilChange<readonly number[]>(8);

const calls = {
  needsWriter: () => needsWriter(folder),
  open: () => {
    database();
  },
  list: (query: ListQuery) => listArticles(database(), query, lists),
  ids: (query: ListQuery) => listIds(database(), query, lists),
  position: (query: PositionQuery) => findPosition(database(), query),
  labelsOf: (ids: readonly ArticleId[]) => readLabelsOf(database(), ids),
  factsOf: (ids: readonly ArticleId[]) => summarizeFacts(database(), ids),
  some: (ids: readonly ArticleId[]) => findArticles(database(), ids),
  find: (id: ArticleId) => findArticle(database(), id),
  read: (id: ArticleId) => findArticleWithBody(database(), id),
  image: (wanted: { id: ArticleId; sha256: string; from: number }) => readImage(database(), folder, wanted),
  playsMediaAt: (canonicalUrls: readonly string[]) => playsMediaAt(database(), canonicalUrls),
  pageAddresses: (ids: readonly ArticleId[]) => listPageAddresses(database(), ids),
  whoWaits: (address: string) => findWhoWaits(database(), address),
  lastTry: (id: ArticleId) => findLastTry(database(), id),
  original: (id: ArticleId) => readOriginal(database(), folder, id),
  originalFacts: (id: ArticleId) => readOriginalFacts(database(), id),
  counts: () => counts.answer(database(), '', () => countArticles(database())),
  labels: () => labels.answer(database(), '', () => readLabels(database())),
  smart: () => listSmart(database()),
  imports: (page: { limit: number; offset: number }) => listImports(database(), page),
  import: (id: ImportId) => findImport(database(), id),
  importEntries: ({ limit, offset, ...query }: EntryQuery) => {
    const numbers = entries.answer(database(), JSON.stringify(query), () => selectEntries(database(), query));
    return { total: numbers.length, entries: readEntries(database(), query.importId, numbers.slice(offset, offset + limit)) };
  },
  importReport: ({ importId, ...page }: { importId: ImportId; limit: number; offset: number }) => readReport(database(), importId, page),
  importToContinue: (id: ImportId) => findImportToContinue(database(), id),
  settled: (importId: ImportId) => listSettled(database(), importId),
  reportedOf: ({ importId, sources }: { importId: ImportId; sources: readonly string[] }) => listReportedOf(database(), importId, sources),
  watched: () => listWatched(database()),
  watchedImport: (path: string) => findWatchedImport(database(), path),
  unended: () => listUnended(database()),
  importedIds: (importId: ImportId) => listImportedIds(database(), importId),
  stats: () => readStats(database(), folder),
  verify: () => addProblems(verifyLibrary(database(), folder), () => verifyIndex(database(), folder.index)),
  close: () => {
    opened?.close();
    opened = undefined;
  },
};
export type ReadCalls = typeof calls;

assert(parentPort, 'read-worker runs as a worker');
serveCalls(parentPort, calls, describeDiskError);
