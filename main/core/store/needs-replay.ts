import { LibraryError } from '../../contract/errors.ts';
import { readLastJournalledChange } from './journal.ts';
import type { LibraryFolder } from './library-folder.ts';
import { openForReading } from './open-database.ts';
import { readLastChange } from './store-queries.ts';

/** Whether the journal holds acknowledged changes that the database lacks, as it can after a crash. */
export function needsReplay(folder: LibraryFolder): boolean {
  const journalled = readLastJournalledChange(folder.journal);
  if (journalled === 0) return false;
  try {
    const database = openForReading(folder.database);
    try {
      return readLastChange(database) < journalled;
    } finally {
      database.close();
    }
  } catch (error) {
    // Missing or emptied: the journal has what belongs there.
    if (error instanceof LibraryError && error.code === 'no-library') return true;
    throw error;
  }
}
