import { LibraryError } from '../../contract/errors.ts';
import { readLastJournalledChange } from './journal.ts';
import type { LibraryFolder } from './library-folder.ts';
import { hasOlderSchema } from './migrate.ts';
import { openAnySchema } from './open-database.ts';
import { readLastChange } from './store-queries.ts';

/**
 * Whether a writer must open the library before it can be read: the journal holds acknowledged changes that the
 * database lacks, as it can after a crash, or an older program wrote it.
 */
export function needsWriter(folder: LibraryFolder): boolean {
  const journalled = readLastJournalledChange(folder.journal);
  try {
    const database = openAnySchema(folder.database);
    try {
      return hasOlderSchema(database) || readLastChange(database) < journalled;
    } finally {
      database.close();
    }
  } catch (error) {
    // Missing or emptied: the journal has what belongs there.
    if (error instanceof LibraryError && error.code === 'no-library') return journalled > 0;
    throw error;
  }
}
