import { LibraryError } from '../../contract/errors.ts';
import type { DiskCalls } from '../base/disk-calls.ts';
import { applyChange } from './apply-change.ts';
import { readChange } from './changes.ts';
import { inTransaction } from './in-transaction.ts';
import { JournalWriter, readRecordsAbove } from './journal.ts';
import type { LibraryFolder } from './library-folder.ts';
import { lockLibrary, type LibraryLock } from './lock-library.ts';
import { openForWriting, type WritableDatabase } from './open-database.ts';
import { readLastChange } from './store-queries.ts';

/** What a writer of a library has open. */
export interface StoreParts {
  readonly lock: LibraryLock;
  readonly database: WritableDatabase;
  readonly journal: JournalWriter;
}

/** Opens or makes a library for its one writer, and brings its database up to its journal. Where that fails, nothing stays open. */
export function openParts(folder: LibraryFolder, disk: DiskCalls, host: string, now: Date): StoreParts {
  makeFolders(folder, disk);
  const closing: (() => void)[] = [];
  try {
    const lock = lockLibrary(folder, host, now);
    closing.push(() => lock.release());
    const database = openForWriting(folder.database);
    closing.push(() => database.close());
    const journal = new JournalWriter(disk, folder.journal);
    closing.push(() => journal.close());
    replay(folder, database);
    return { lock, database, journal };
  } catch (error) {
    for (const close of closing.toReversed()) close();
    throw error;
  }
}

function makeFolders(folder: LibraryFolder, disk: DiskCalls): void {
  try {
    for (const part of [folder.root, folder.journal, folder.blobs]) disk.mkdirSync(part, { recursive: true, mode: 0o700 });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EEXIST' && code !== 'ENOTDIR') throw error;
    throw new LibraryError('no-library', `There can be no library in ${folder.root}: a file of this name is in the way.`, { cause: error });
  }
}

/** Applies what the journal has and the database lacks: changes that were acknowledged just before a crash. */
function replay(folder: LibraryFolder, database: WritableDatabase): void {
  for (const { json } of readRecordsAbove(folder.journal, readLastChange(database))) {
    inTransaction(database, () => applyChange(database, readChange(json)));
  }
}
