import fs from 'node:fs';
import { LibraryError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/ids.ts';
import { SmartCollection } from '../../contract/smart.ts';
import { realDisk } from '../base/disk-calls.ts';
import { writeFileDurably } from '../base/write-file-durably.ts';
import { readChange, type Operation, type StoredArticle, type StoredEntry } from './changes.ts';
import { followImports, sumOfEntry, type FollowedImport } from './follow-imports.ts';
import { followSmart } from './follow-journal.ts';
import { mendWatched } from './mend-watched.ts';
import { readStoredImport } from './import-rows.ts';
import { decodeJournalFrame, scanJournal } from './journal-record.ts';
import { listJournalFiles, readJournal } from './journal.ts';
import { libraryFolder, type LibraryFolder } from './library-folder.ts';
import { LibraryStore, type StoreOptions } from './library-store.ts';
import { findArticle } from './list-articles.ts';
import { lockLibrary } from './lock-library.ts';
import { listSmart } from './smart-collections.ts';
import { readStoredArticle } from './stored-articles.ts';
import { checkDatabase, listDifferingImports, verifyLibrary, type Problem, type Verification } from './verify-library.ts';

/** So many entries of a report are one change. */
const ENTRIES_AT_ONCE = 10_000;

/**
 * Mends what can be mended from what is whole: a damaged database is set aside (never deleted) and built again from
 * the journal; articles that only one of the two has are given to the other; damaged bytes are cut out of the
 * journal once the database has what they held. Returns every problem that there was, and whether it is gone.
 *
 * @throws LibraryError `no-library`, `locked`, `newer-version`, `disk-full`, `read-only`
 */
export function repairLibrary(root: string, options: StoreOptions): Verification {
  const folder = libraryFolder(root);
  // Opening would make one, and a mistyped folder would be reported as a sound library.
  if (!fs.existsSync(folder.database) && listJournalFiles(folder.journal).length === 0) throw new LibraryError('no-library', 'There is no library in this folder.');
  const rebuilt = openOrRebuild(root, options);
  const before = closing(rebuilt.store, (store) => {
    const found = verifyLibrary(store.database, folder);
    mendArticles(store, folder, found.problems);
    return found;
  });
  if (before.problems.some(({ kind }) => kind === 'journal-damaged')) cutDamage(folder, options);
  const after = closing(new LibraryStore(root, options), (store) => verifyLibrary(store.database, folder));
  const left = new Set(after.problems.map(describe));
  const problems = before.problems.map((found) => ({ ...found, repaired: !left.has(describe(found)) }));
  return { ok: after.ok, articles: after.articles, problems: [...rebuilt.problems, ...problems] };
}

function closing<T>(store: LibraryStore, work: (store: LibraryStore) => T): T {
  try {
    return work(store);
  } finally {
    store.close();
  }
}

function describe({ kind, id, detail }: Problem): string {
  return `${kind} ${id ?? ''} ${detail}`;
}

/** The library with a sound database: the one that is there, or one built from the journal. */
function openOrRebuild(root: string, options: StoreOptions): { store: LibraryStore; problems: Problem[] } {
  try {
    const store = new LibraryStore(root, options);
    if (checkDatabase(store.database).length === 0) return { store, problems: [] };
    store.close();
  } catch (error) {
    if (!(error instanceof LibraryError) || error.code !== 'damaged') throw error;
  }
  const aside = setDatabaseAside(libraryFolder(root), options);
  const detail = `The database was damaged and was built again from the journal; the damaged one is kept as ${aside}.`;
  return { store: new LibraryStore(root, options), problems: [{ kind: 'database-damaged', detail, repaired: true }] };
}

function setDatabaseAside(folder: LibraryFolder, { host, now = () => new Date() }: StoreOptions): string {
  const lock = lockLibrary(folder, host, now());
  try {
    const aside = `${folder.database}.damaged-${now().toISOString().replaceAll(':', '')}`;
    for (const suffix of ['', '-wal', '-shm']) {
      if (fs.existsSync(folder.database + suffix)) fs.renameSync(folder.database + suffix, aside + suffix);
    }
    return aside;
  } finally {
    lock.release();
  }
}

/** Writes anew, as one change, each article that database and journal do not agree on. */
function mendArticles(store: LibraryStore, folder: LibraryFolder, problems: readonly Problem[]): void {
  if (problems.some(({ kind }) => kind === 'smart-differs')) mendSmart(store, folder);
  if (problems.some(({ kind }) => kind === 'import-differs')) mendImports(store, folder);
  if (problems.some(({ kind }) => kind === 'watched-differs')) mendWatched(store, folder);
  const needed = new Set(problems.flatMap(({ kind, id }) => (id !== undefined && (kind === 'article-missing' || kind === 'article-unreadable') ? [id] : [])));
  const journalled = needed.size > 0 ? collectFromJournal(folder, needed) : new Map<string, Operation[]>();
  for (const { kind, id } of problems) {
    if (id === undefined) continue;
    const inDatabase = kind === 'journal-incomplete' || kind === 'article-differs';
    const operations = inDatabase ? describeStored(store, id) : (journalled.get(id) ?? []);
    store.commit((apply) => operations.forEach(apply));
  }
}

/** As the database has them, and those that only the journal has: none is lost. */
function mendSmart(store: LibraryStore, folder: LibraryFolder): void {
  const journalled = new Map<string, string>();
  for (const place of readJournal(folder.journal)) {
    if (place.kind === 'record') for (const operation of readChange(decodeJournalFrame(place.frame)).operations) followSmart(journalled, operation);
  }
  const stored = listSmart(store.database);
  const missing = [...journalled].filter(([id]) => !stored.some((smart) => smart.id === id)).map(([, json]) => SmartCollection.parse(JSON.parse(json)));
  store.commit((apply) => [...stored, ...missing].forEach((smart) => apply({ do: 'save-smart', smart })));
}

/** As the database has them, with all entries that only the journal has: none is lost. */
function mendImports(store: LibraryStore, folder: LibraryFolder): void {
  const differing = new Set(listDifferingImports(store.database, collectImports(folder, sumOfEntry)));
  const journalled = collectImports(folder, (entry) => entry, differing);
  for (const id of differing) {
    const known = [journalled.get(id), readImport(store, id)].filter((one) => one !== undefined);
    const newest = known.at(-1);
    if (!newest) continue;
    const entries = [...new Map(known.flatMap((one) => [...one.entries])).values()];
    store.commit((apply) => apply({ do: 'begin-import', import: newest.facts }));
    for (let start = 0; start < entries.length; start += ENTRIES_AT_ONCE) {
      store.commit((apply) => apply({ do: 'report', import: newest.facts.id, seconds: newest.stand.seconds, entries: entries.slice(start, start + ENTRIES_AT_ONCE) }));
    }
    store.commit((apply) => apply({ do: 'set-import', import: newest.facts.id, stand: newest.stand }));
  }
}

function readImport(store: LibraryStore, id: string): FollowedImport<StoredEntry> | undefined {
  try {
    return readStoredImport(store.database, id, (entry) => entry);
  } catch {
    // Then the journal's word is all there is.
    return undefined;
  }
}

function collectImports<Entry>(folder: LibraryFolder, keep: (entry: StoredEntry) => Entry, only?: ReadonlySet<string>): Map<string, FollowedImport<Entry>> {
  const imports = new Map<string, FollowedImport<Entry>>();
  for (const place of readJournal(folder.journal)) {
    if (place.kind !== 'record') continue;
    for (const operation of readChange(decodeJournalFrame(place.frame)).operations) {
      if (!only || only.has(importOf(operation) ?? '')) followImports(imports, operation, keep);
    }
  }
  return imports;
}

function importOf(operation: Operation): string | undefined {
  if (!('import' in operation)) return undefined;
  return typeof operation.import === 'string' ? operation.import : operation.import.id;
}

/** Operations that make the article as the database has it, state and all. */
function describeStored(store: LibraryStore, id: string): Operation[] {
  const article = readStoredArticle(store.database, id);
  const state = article && findArticle(store.database, article.id)?.state;
  if (!article || !state) return [];
  const { trashed, ...marks } = state;
  const ids = [article.id];
  return [{ do: 'update', article, keep: false }, { do: 'set-state', ids, ...marks }, ...(trashed ? [{ do: 'trash', ids } as const] : [])];
}

/** What makes each named article again, as far as it can still be read in the journal: its newest content and what came after. */
function collectFromJournal(folder: LibraryFolder, ids: ReadonlySet<string>): Map<string, Operation[]> {
  const found = new Map<string, Operation[]>();
  for (const place of readJournal(folder.journal)) {
    if (place.kind !== 'record') continue;
    for (const operation of readChange(decodeJournalFrame(place.frame)).operations) {
      if ('article' in operation) {
        if (ids.has(operation.article.id)) found.set(operation.article.id, startAnew(operation.article, found.get(operation.article.id)));
        continue;
      }
      for (const { id, alone } of parted(operation)) found.get(id)?.push(alone);
    }
  }
  return found;
}

/** An operation on several articles as one on each of them. */
function* parted(operation: Operation): Generator<{ id: ArticleId; alone: Operation }> {
  if ('ids' in operation) for (const id of operation.ids) yield { id, alone: { ...operation, ids: [id] } };
  // What they were is in the article that it is applied to.
  if (operation.do === 'set-facts') for (const group of operation.to) for (const id of group.ids) yield { id, alone: { ...operation, to: [{ ...group, ids: [id] }], from: [] } };
}

/** New content brings its own tags and collections and leaves the trash; what else was marked stays. */
function startAnew(article: StoredArticle, before: readonly Operation[] = []): Operation[] {
  return [{ do: 'update', article, keep: false }, ...before.filter((operation) => operation.do === 'set-state')];
}

function cutDamage(folder: LibraryFolder, { host, disk = realDisk, now = () => new Date() }: StoreOptions): void {
  const lock = lockLibrary(folder, host, now());
  try {
    for (const file of listJournalFiles(folder.journal)) {
      const bytes = fs.readFileSync(file);
      const entries = [...scanJournal(bytes)];
      if (entries.every(({ kind }) => kind === 'record')) continue;
      const whole = entries.filter(({ kind }) => kind === 'record').map(({ offset, end }) => bytes.subarray(offset, end));
      writeFileDurably(disk, file, Buffer.concat(whole));
    }
  } finally {
    lock.release();
  }
}
