import fs from 'node:fs';
import { readLastJournalledChange } from './journal.ts';
import type { LibraryFolder } from './library-folder.ts';
import { openForReading } from './open-database.ts';
import { readLastChange } from './store-queries.ts';

/** Whether the journal holds acknowledged changes that the database lacks, as it can after a crash. */
export function needsReplay(folder: LibraryFolder): boolean {
  const journalled = readLastJournalledChange(folder.journal);
  if (journalled === 0) return false;
  if (!fs.existsSync(folder.database)) return true;
  const database = openForReading(folder.database);
  try {
    return readLastChange(database) < journalled;
  } finally {
    database.close();
  }
}
