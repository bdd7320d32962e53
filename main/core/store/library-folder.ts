import path from 'node:path';

/** Where the parts of a library lie in its folder. */
export interface LibraryFolder {
  readonly root: string;
  readonly database: string;
  readonly journal: string;
  readonly blobs: string;
  /** Segments of the search index; derived from the rest. */
  readonly index: string;
  /** Files on their way into an import. */
  readonly incoming: string;
  /** Every request to the net; see core/save/ledger.ts. */
  readonly ledger: string;
  readonly lock: string;
  /** Says in words who holds the lock; never decides. */
  readonly lockHolder: string;
}

export function libraryFolder(root: string): LibraryFolder {
  return {
    root,
    database: path.join(root, 'library.db'),
    journal: path.join(root, 'journal'),
    blobs: path.join(root, 'blobs'),
    index: path.join(root, 'index'),
    incoming: path.join(root, 'incoming'),
    ledger: path.join(root, 'ledger.db'),
    lock: path.join(root, 'lock.db'),
    lockHolder: path.join(root, 'lock-holder.json'),
  };
}

/**
 * Whether a file's name is one of a library's SQLite files. Nobody else may open those: when any handle on a file is
 * closed, POSIX frees all of the process's locks on it, and SQLite would keep writing without.
 */
export function isLibraryDatabase(name: string): boolean {
  return /^(?:library|lock|ledger)\.db(?:-wal|-shm|-journal)?$/.test(name);
}
