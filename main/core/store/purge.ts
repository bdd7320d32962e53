import type { DiskCalls } from '../base/disk-calls.ts';
import { listPartialFiles } from '../base/write-file-durably.ts';
import { listBlobs, removeBlob } from './blobs.ts';
import { idsOf, readChange, type Change, type FactsGroup, type Operation, type SetFacts } from './changes.ts';
import { rewriteJournal } from './journal.ts';
import type { LibraryFolder } from './library-folder.ts';
import { listCopies } from './migrate.ts';
import type { ReadableDatabase, WritableDatabase } from './open-database.ts';

/** Whether articles were purged from the database and their traces elsewhere still have to go. */
export function isPurging(database: ReadableDatabase): boolean {
  return database.prepare("SELECT value FROM meta WHERE key = 'purging'").get()?.['value'] === '1';
}

/**
 * Takes purged articles out of the journal and deletes the files that no article names any more. Can be cut off at
 * any moment and done again.
 */
export function finishPurge(disk: DiskCalls, folder: LibraryFolder, database: WritableDatabase): void {
  const exists = database.prepare('SELECT 1 FROM articles WHERE id = ?');
  rewriteJournal(disk, folder.journal, (json) => {
    const change = readChange(json);
    const kept = change.operations.flatMap((operation) => withoutPurged(operation, (id) => exists.get(id) !== undefined));
    const same = kept.length === change.operations.length && kept.every((operation, index) => operation === change.operations[index]);
    return same ? undefined : JSON.stringify({ ...change, operations: kept } satisfies Change);
  });
  removeUnnamedBlobs(disk, folder, database);
  // What a crash cut off while it was written may hold purged text, too.
  for (const part of [folder.journal, folder.blobs]) for (const partial of listPartialFiles(part)) disk.rmSync(partial, { force: true });
  // The copy from before an upgrade has them, too; the journal holds all the others a second time.
  for (const copy of listCopies(folder.database)) disk.rmSync(copy, { force: true });
  database.exec("UPDATE meta SET value = '0' WHERE key = 'purging'");
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

/** Deletes the files that no article names. Only where no change is under way. */
export function removeUnnamedBlobs(disk: DiskCalls, folder: LibraryFolder, database: ReadableDatabase): void {
  const named = database.prepare('SELECT 1 FROM article_images WHERE sha256 = :sha256 UNION ALL SELECT 1 FROM originals WHERE sha256 = :sha256 LIMIT 1');
  for (const sha256 of listBlobs(folder.blobs)) if (!named.get({ sha256 })) removeBlob(disk, folder.blobs, sha256);
}

/** What an operation says of articles that are still there. Names of labels are the user's words: they go with the last article. */
function withoutPurged(operation: Operation, exists: (id: string) => boolean): Operation[] {
  if ('article' in operation) return exists(operation.article.id) ? [operation] : [];
  if (operation.do === 'set-facts') return factsWithoutPurged(operation, exists);
  if (operation.do !== 'label') return [operation];
  const ids = operation.ids.filter(exists);
  if (ids.length === operation.ids.length) return [operation];
  return ids.length === 0 ? [] : [{ ...operation, ids }];
}

/** What facts were is as much an article's own as what they became. */
function factsWithoutPurged(operation: SetFacts, exists: (id: string) => boolean): Operation[] {
  if (idsOf(operation).every(exists)) return [operation];
  const keep = (groups: readonly FactsGroup[]) => groups.map((group) => ({ ...group, ids: group.ids.filter(exists) })).filter(({ ids }) => ids.length > 0);
  const to = keep(operation.to);
  return to.length === 0 ? [] : [{ ...operation, to, from: keep(operation.from) }];
}
