import { LibraryError } from '../../contract/errors.ts';

// SQLite's primary result codes, https://www.sqlite.org/rescode.html
const SQLITE_PERM = 3;
const SQLITE_BUSY = 5;
const SQLITE_READONLY = 8;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_CANTOPEN = 14;
const SQLITE_NOTADB = 26;

const DISK_FULL = 'The disk is full. Nothing that was already in the library is lost; free some space and try again.';
const READ_ONLY = 'The library folder cannot be written to. Check its permissions, or choose another folder.';
const DAMAGED =
  'The library\'s database is damaged. The articles are safe in the journal beside it: "carrel verify --repair" rebuilds the database from there.';

/** What a failed disk or database call means for the user; an error that is none of these comes back unchanged. */
export function describeDiskError(error: unknown): unknown {
  if (error instanceof LibraryError || !(error instanceof Error)) return error;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return new LibraryError('disk-full', DISK_FULL, { cause: error });
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return new LibraryError('read-only', READ_ONLY, { cause: error });
  if (code === 'EIO') {
    return new LibraryError('damaged', 'The disk reports a fault while writing. Copy the library folder to another disk.', { cause: error });
  }
  if (code !== 'ERR_SQLITE_ERROR' || !('errcode' in error) || typeof error.errcode !== 'number') return error;
  return describeSqliteError(error.errcode & 0xff, error);
}

function describeSqliteError(primary: number, cause: Error): unknown {
  switch (primary) {
    case SQLITE_FULL:
      return new LibraryError('disk-full', DISK_FULL, { cause });
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
      return new LibraryError('read-only', READ_ONLY, { cause });
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_IOERR:
      return new LibraryError('damaged', DAMAGED, { cause });
    case SQLITE_BUSY:
      return new LibraryError('locked', 'Another program is using the library. Close it and try again.', { cause });
    default:
      return cause;
  }
}

/** Does what touches the disk or the database. @throws what `describeDiskError` makes of its error */
export function describing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw describeDiskError(error);
  }
}
