import fs from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { LibraryError } from '../../contract/errors.ts';
import { describeDiskError } from '../base/describe-disk-error.ts';
import { checkSchemaVersion, hasOlderSchema, migrate } from './migrate.ts';

declare const access: unique symbol;
/** A database that may only be read. Queries take this, so they run on either kind. */
export type ReadableDatabase = DatabaseSync & { readonly [access]?: 'read' | 'write' };
/** The one connection that writes. What changes data takes this. */
export type WritableDatabase = DatabaseSync & { readonly [access]?: 'write' };

/** Another connection may hold the database for the length of a commit or a checkpoint, no longer. */
const BUSY_TIMEOUT_MS = 10_000;

/**
 * Opens, and where it is missing or older, makes the schema.
 *
 * @throws LibraryError `damaged`, `newer-version`, `read-only`, `disk-full`
 */
export function openForWriting(file: string): WritableDatabase {
  return opening(() => {
    const database = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
    return closingOnError(database, () => {
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16000; PRAGMA foreign_keys = ON');
      migrate(database, file);
    });
  });
}

/**
 * Opens beside a writer or alone; also where nothing may be written.
 *
 * @throws LibraryError `no-library`, `damaged`, `newer-version`; `read-only` where an older schema must first be
 * brought up to date by a writer
 */
export function openForReading(file: string): ReadableDatabase {
  const database = openAnySchema(file);
  return closingOnError(database, () => {
    if (hasOlderSchema(database)) throw new LibraryError('read-only', OLDER);
  });
}

const OLDER =
  'This library was written by an older version of Carrel and has to be brought up to date once before it can be read. That was not possible: its folder cannot be written, or an older Carrel has it open.';

/**
 * Opens for reading whatever schema an older program wrote. Only for who looks whether it is one: queries need ours.
 *
 * @throws LibraryError `no-library`, `damaged`, `newer-version`
 */
export function openAnySchema(file: string): ReadableDatabase {
  if (!fs.existsSync(file)) throw new LibraryError('no-library', 'There is no library in this folder yet. Import something first.');
  return opening(() => {
    try {
      return openReader(file);
    } catch (error) {
      // A write-ahead log needs a file that can be created beside it. Without one (a folder that is read-only, a
      // library that was closed) the database file is all there is and can be taken as unchanging.
      if (fs.existsSync(`${file}-wal`)) throw error;
      return openReader(new URL(`${pathToFileURL(file).href}?immutable=1`));
    }
  });
}

function openReader(file: string | URL): ReadableDatabase {
  const database = new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
  return closingOnError(database, () => {
    database.exec('PRAGMA cache_size = -8000');
    if (checkSchemaVersion(database) === 0) throw new LibraryError('no-library', 'There is no library in this folder yet. Import something first.');
  });
}

function closingOnError(database: DatabaseSync, prepare: () => void): DatabaseSync {
  try {
    prepare();
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function opening<T>(open: () => T): T {
  try {
    return open();
  } catch (error) {
    throw describeDiskError(error);
  }
}
