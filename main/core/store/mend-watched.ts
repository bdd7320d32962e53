import { readChange, type TakenFile } from './changes.ts';
import { followWatched, type FollowedWatch } from './follow-watched.ts';
import { decodeJournalFrame } from './journal-record.ts';
import { readJournal } from './journal.ts';
import type { LibraryFolder } from './library-folder.ts';
import type { LibraryStore } from './library-store.ts';
import { readFollowedWatches } from './watched-rows.ts';

/** So many files are one change. */
const FILES_AT_ONCE = 10_000;

/**
 * Writes watched folders anew where database and journal do not agree: as the database has them, with all folders and files that
 * only the journal has. A file that is named once too often is not taken again; one too few would come twice.
 */
export function mendWatched(store: LibraryStore, folder: LibraryFolder): void {
  const journalled = collectFromJournal(folder);
  const stored = readStored(store);
  for (const id of new Set([...journalled.keys(), ...stored.keys()])) {
    const known = [journalled.get(id), stored.get(id)].filter((one) => one !== undefined);
    const newest = known.at(-1);
    if (!newest) continue;
    const files = [...new Map(known.flatMap((one) => [...one.files])).values()];
    store.commit((apply) => apply({ do: 'watch', folder: newest.watch }));
    for (let start = 0; start < files.length; start += FILES_AT_ONCE) {
      store.commit((apply) => apply({ do: 'take-files', folder: newest.watch.id, files: files.slice(start, start + FILES_AT_ONCE) }));
    }
  }
}

function readStored(store: LibraryStore): Map<string, FollowedWatch<TakenFile>> {
  try {
    return readFollowedWatches(store.database, (file) => file);
  } catch {
    // Then the journal's word is all there is.
    return new Map();
  }
}

function collectFromJournal(folder: LibraryFolder): Map<string, FollowedWatch<TakenFile>> {
  const watched = new Map<string, FollowedWatch<TakenFile>>();
  for (const place of readJournal(folder.journal)) {
    if (place.kind !== 'record') continue;
    const { at, operations } = readChange(decodeJournalFrame(place.frame));
    for (const operation of operations) followWatched(watched, operation, at, (file) => file);
  }
  return watched;
}
