import { realDisk } from '../base/disk-calls.ts';
import { libraryFolder } from '../store/library-folder.ts';
import type { StoreOptions } from '../store/library-store.ts';
import { lockLibrary } from '../store/lock-library.ts';
import { openForReading } from '../store/open-database.ts';
import type { Problem } from '../store/verify-library.ts';
import { buildFile } from './build-file.ts';
import { IndexKeeper } from './index-keeper.ts';
import { Lexicon } from './lexicon.ts';
import { verifyIndex } from './verify-index.ts';

/**
 * Brings the index of a library that nobody has open up to its store; damaged files and wrong articles alone are made
 * anew. Where there is no index yet, none is made. Returns every problem that there was, and whether it is gone.
 *
 * @throws LibraryError `locked`
 */
export function repairIndex(root: string, { host, disk = realDisk, now = () => new Date() }: StoreOptions): Problem[] {
  const folder = libraryFolder(root);
  const lock = lockLibrary(folder, host, now());
  const database = openForReading(folder.database);
  try {
    const found = verifyIndex(database, folder.index);
    if (found.length === 0) return [];
    const keeper = new IndexKeeper({ folder: folder.index, database, access: 'write', disk });
    try {
      keeper.lookAtEverything();
      const lexicon = new Lexicon();
      for (let job = keeper.nextBuild(); job; job = keeper.nextBuild()) keeper.finishBuild(job.job, buildFile(disk, folder.index, database, lexicon, job.rows));
      keeper.commit();
    } finally {
      keeper.close();
    }
    const left = verifyIndex(database, folder.index);
    const isLeft = new Set(left.map(describe));
    const before = new Set(found.map(describe));
    // While files are damaged, nothing is said of their articles.
    return [...found.map((one) => ({ ...one, repaired: !isLeft.has(describe(one)) })), ...left.filter((one) => !before.has(describe(one)))];
  } finally {
    database.close();
    lock.release();
  }
}

function describe({ kind, id, detail }: Problem): string {
  return `${kind} ${id ?? ''} ${detail}`;
}
