import fs from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { LibraryError } from '../../contract/errors.ts';
import { inTransaction } from './in-transaction.ts';
import { articles } from './migrations/0001-articles.ts';
import { lists } from './migrations/0002-lists.ts';
import { languages } from './migrations/0003-languages.ts';
import { smartCollections } from './migrations/0004-smart-collections.ts';
import { imports } from './migrations/0005-imports.ts';
import { corrections } from './migrations/0006-corrections.ts';
import { watchedFolders } from './migrations/0007-watched-folders.ts';
import { unfetched } from './migrations/0008-unfetched.ts';
import { labelled } from './migrations/0009-labelled.ts';

/** One step of the schema. Never edited after a release: later schemas are later steps. */
export interface Migration {
  readonly number: number;
  readonly sql: string;
}

const MIGRATIONS: readonly Migration[] = [articles, lists, languages, smartCollections, imports, corrections, watchedFolders, unfetched, labelled];

/** The schema that this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.at(-1)?.number ?? 0;

/** @throws LibraryError `newer-version` */
export function checkSchemaVersion(database: DatabaseSync): number {
  const row = database.prepare('PRAGMA user_version').get();
  const version = Number(row?.['user_version'] ?? 0);
  if (version > SCHEMA_VERSION) {
    throw new LibraryError('newer-version', 'This library was written by a newer version of Carrel. Update Carrel to open it; nothing was changed.');
  }
  return version;
}

const COPY = '.before-';

/** The copies that migrations left beside a database. */
export function listCopies(file: string): string[] {
  const folder = path.dirname(file);
  const start = path.basename(file) + COPY;
  return fs.readdirSync(folder).filter((name) => name.startsWith(start)).map((name) => path.join(folder, name));
}

/** Whether a writer has yet to bring it up to this program's schema. */
export function hasOlderSchema(database: DatabaseSync): boolean {
  return checkSchemaVersion(database) < SCHEMA_VERSION;
}

/**
 * Brings a database up to this program's schema, each step in a transaction of its own. A library that holds anything
 * is copied first (`library.db.before-N`), so that no step can cost it.
 */
export function migrate(database: DatabaseSync, file: string, migrations: readonly Migration[] = MIGRATIONS): void {
  const version = checkSchemaVersion(database);
  const due = migrations.filter(({ number }) => number > version);
  if (due.length === 0) return;
  if (version > 0) {
    const copy = `${file}${COPY}${due[0]?.number}`;
    fs.rmSync(copy, { force: true });
    database.prepare('VACUUM INTO ?').run(copy);
  }
  for (const { number, sql } of due) {
    inTransaction(database, () => {
      database.exec(sql);
      database.exec(`PRAGMA user_version = ${number}`);
    });
  }
}
