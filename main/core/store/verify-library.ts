import zlib from 'node:zlib';
import { LibraryError } from '../../contract/errors.ts';
import type { LibraryProblem } from '../../contract/library.ts';
import { describeDiskError } from '../base/describe-disk-error.ts';
import { blobPath, hashBlob, hashBytes, readBlob } from './blobs.ts';
import { idsOf, readChange } from './changes.ts';
import { followWatched, sameWatch, sumOfFile, type FollowedWatch } from './follow-watched.ts';
import { followImports, sameImport, sumOfEntry, type FollowedImport } from './follow-imports.ts';
import { digestOf, factsOf, followOperation, followSmart, sameFacts, sameMarks, type Journalled } from './follow-journal.ts';
import { listImportIds, readStoredImport } from './import-rows.ts';
import { decodeJournalFrame } from './journal-record.ts';
import { readJournal, readRecordsAbove } from './journal.ts';
import type { LibraryFolder } from './library-folder.ts';
import { findArticle } from './list-articles.ts';
import type { ReadableDatabase } from './open-database.ts';
import { listSmart } from './smart-collections.ts';
import { readLastChange } from './store-queries.ts';
import { readStoredArticle } from './stored-articles.ts';
import { readFollowedWatches } from './watched-rows.ts';

export type ProblemKind =
  | 'database-damaged'
  | 'journal-damaged'
  | 'journal-incomplete'
  | 'article-missing'
  | 'article-differs'
  | 'article-unreadable'
  | 'smart-differs'
  | 'import-differs'
  | 'watched-differs'
  | 'image-missing'
  | 'image-damaged'
  | 'original-missing'
  | 'original-damaged'
  | 'index-damaged'
  | 'index-incomplete'
  | 'index-stale';

export interface Problem extends LibraryProblem {
  readonly kind: ProblemKind;
}

export interface Verification {
  readonly ok: boolean;
  readonly articles: number;
  readonly problems: Problem[];
}

/**
 * Holds database, journal and files against each other, without changing anything. Reads all of the library: time
 * and disk traffic grow with its size, memory only with the number of articles.
 */
export function verifyLibrary(database: ReadableDatabase, folder: LibraryFolder): Verification {
  // First, so that changes that a running writer makes meanwhile are above it and are left out.
  const { lastChange, problems } = lookAtDatabase(database);
  const { articles: journal, smart, imports, watched } = replayLightly(folder, lastChange, problems);
  // The tables of a damaged database cannot be walked; repairing builds it anew from the journal.
  if (problems.some(({ kind }) => kind === 'database-damaged')) return { ok: false, articles: journal.size, problems };
  const ids = database.prepare('SELECT id FROM articles WHERE change <= ?').all(lastChange);
  for (const { id } of ids) problems.push(...checkArticle(database, folder, String(id), journal));
  for (const id of journal.keys()) {
    if (!database.prepare('SELECT 1 FROM articles WHERE id = ?').get(id)) {
      problems.push(problem('article-missing', id, 'The journal has this article, the database does not.'));
    }
  }
  if (smartDiffers(database, smart) && readLastChange(database) === lastChange) {
    problems.push(problem('smart-differs', undefined, 'The smart collections in the database are not those in the journal.'));
  }
  const differing = listDifferingImports(database, imports);
  if (readLastChange(database) === lastChange) {
    for (const id of differing) problems.push(problem('import-differs', undefined, `The report of the import ${id} in the database is not the one in the journal.`));
  }
  if (watchedDiffers(database, watched) && readLastChange(database) === lastChange) {
    problems.push(problem('watched-differs', undefined, 'The watched folders in the database, or the files that were taken from them, are not those in the journal.'));
  }
  const articles = Number(database.prepare('SELECT count(*) AS n FROM articles').get()?.['n'] ?? 0);
  const lasting = leaveOutChanging(problems, folder, lastChange);
  return { ok: lasting.length === 0, articles, problems: lasting };
}

/** Where its very first pages are damaged, not even its own check runs: then that is what is found. */
function lookAtDatabase(database: ReadableDatabase): { lastChange: number; problems: Problem[] } {
  try {
    return { lastChange: readLastChange(database), problems: checkDatabase(database) };
  } catch (error) {
    const described = describeDiskError(error);
    if (!(described instanceof LibraryError) || described.code !== 'damaged') throw error;
    return { lastChange: Number.MAX_SAFE_INTEGER, problems: [problem('database-damaged', undefined, described.message)] };
  }
}

/** Without what seems wrong only because a running writer changed the article while it was being looked at. */
function leaveOutChanging(problems: readonly Problem[], folder: LibraryFolder, lastChange: number): Problem[] {
  if (problems.length === 0) return [];
  const operations = readRecordsAbove(folder.journal, lastChange).flatMap(({ json }) => readChange(json).operations);
  const changing = new Set<string>(operations.flatMap(idsOf));
  return problems.filter(({ id }) => id === undefined || !changing.has(id));
}

function problem(kind: ProblemKind, id: string | undefined, detail: string): Problem {
  return { kind, ...(id === undefined ? {} : { id }), detail, repaired: false };
}

/** SQLite's own check of its pages and indexes. */
export function checkDatabase(database: ReadableDatabase): Problem[] {
  const rows = database.prepare('PRAGMA integrity_check(20)').all();
  return rows
    .map((row) => String(row['integrity_check']))
    .filter((message) => message !== 'ok')
    .map((message) => problem('database-damaged', undefined, message));
}

interface Replayed {
  readonly articles: Map<string, Journalled>;
  readonly smart: Map<string, string>;
  readonly imports: Map<string, FollowedImport<number>>;
  readonly watched: Map<string, FollowedWatch<number>>;
}

/** Goes through the journal up to a change, keeping what each article should be. */
function replayLightly(folder: LibraryFolder, lastChange: number, problems: Problem[]): Replayed {
  const articles = new Map<string, Journalled>();
  const smart = new Map<string, string>();
  const imports = new Map<string, FollowedImport<number>>();
  const watched = new Map<string, FollowedWatch<number>>();
  for (const place of readJournal(folder.journal)) {
    // What is cut off at the end was never acknowledged; the next writer removes it.
    if (place.kind === 'torn') continue;
    if (place.kind === 'damage') {
      problems.push(problem('journal-damaged', undefined, `${place.end - place.offset} bytes of ${place.file} cannot be read.`));
      continue;
    }
    if (place.change > lastChange) continue;
    const { at, operations } = readChange(decodeJournalFrame(place.frame));
    for (const operation of operations) {
      followOperation(articles, operation);
      followSmart(smart, operation);
      followImports(imports, operation, sumOfEntry);
      followWatched(watched, operation, at, sumOfFile);
    }
  }
  return { articles, smart, imports, watched };
}

function smartDiffers(database: ReadableDatabase, journalled: ReadonlyMap<string, string>): boolean {
  try {
    const stored = listSmart(database);
    return stored.length !== journalled.size || stored.some((smart) => JSON.stringify(smart) !== journalled.get(smart.id));
  } catch {
    // What cannot be read is not what was written.
    return true;
  }
}

function watchedDiffers(database: ReadableDatabase, journalled: ReadonlyMap<string, FollowedWatch<number>>): boolean {
  try {
    const stored = readFollowedWatches(database, sumOfFile);
    return (
      stored.size !== journalled.size ||
      [...stored].some(([id, watch]) => {
        const said = journalled.get(id);
        return !said || !sameWatch(watch, said);
      })
    );
  } catch {
    // What cannot be read is not what was written.
    return true;
  }
}

/** The ids of imports of which database and journal do not say the same. */
export function listDifferingImports(database: ReadableDatabase, journalled: ReadonlyMap<string, FollowedImport<number>>): string[] {
  const ids = new Set([...journalled.keys(), ...listImportIds(database)]);
  return [...ids].filter((id) => {
    const followed = journalled.get(id);
    const stored = readImportWhole(database, id);
    return !followed || !stored || !sameImport(followed, stored);
  });
}

function readImportWhole(database: ReadableDatabase, id: string): FollowedImport<number> | undefined {
  try {
    return readStoredImport(database, id, sumOfEntry);
  } catch {
    // What cannot be read is not what was written.
    return undefined;
  }
}

function* checkArticle(database: ReadableDatabase, folder: LibraryFolder, id: string, journal: ReadonlyMap<string, Journalled>): Generator<Problem> {
  const stored = readWhole(database, id);
  if (!stored) {
    yield problem('article-unreadable', id, 'The article\'s text in the database cannot be read.');
    return;
  }
  const journalled = journal.get(id);
  const marks = findArticle(database, stored.id);
  if (!journalled || !marks) yield problem('journal-incomplete', id, 'The database has this article, the journal does not.');
  else if (journalled.digest !== digestOf(stored) || !sameFacts(journalled.facts, factsOf(stored))) yield problem('article-differs', id, 'The article in the database is not the one in the journal.');
  else if (!sameMarks(journalled, { ...marks, ...marks.state })) yield problem('article-differs', id, 'State, tags or collections in the database are not those in the journal.');
  for (const { sha256, mediaType } of stored.images) {
    const kind = mediaType.split('/')[0];
    const hash = hashBlob(folder.blobs, sha256);
    if (hash === undefined) yield problem('image-missing', id, `The ${kind} ${sha256} is not in the library folder.`);
    else if (hash !== sha256) yield problem('image-damaged', id, `The ${kind} file ${blobPath(folder.blobs, sha256)} was changed.`);
  }
  yield* checkOriginals(database, folder, id);
}

function readWhole(database: ReadableDatabase, id: string) {
  try {
    return readStoredArticle(database, id);
  } catch {
    // A frame that does not inflate, a column that does not parse: what is wrong in detail helps nobody.
    return undefined;
  }
}

function* checkOriginals(database: ReadableDatabase, folder: LibraryFolder, id: string): Generator<Problem> {
  const rows = database
    .prepare(
      `SELECT s.sha256, o.sha256 IS NOT NULL AS kept, o.bytes FROM sources s JOIN articles a ON a.n = s.article
       LEFT JOIN originals o ON o.sha256 = s.sha256 WHERE a.id = ?`,
    )
    .all(id);
  for (const { sha256, kept, bytes } of rows) {
    const name = String(sha256);
    const original = bytes instanceof Uint8Array ? inflateQuietly(bytes) : readBlob(folder.blobs, name);
    if (!kept || !original) yield problem('original-missing', id, `The file that was imported (${name}) is not in the library.`);
    else if (hashBytes(original) !== name) yield problem('original-damaged', id, `The file that was imported (${name}) was changed in the library.`);
  }
}

function inflateQuietly(bytes: Uint8Array): Uint8Array {
  try {
    return zlib.zstdDecompressSync(bytes);
  } catch {
    // Wrong bytes, which the hash will show.
    return new Uint8Array();
  }
}
