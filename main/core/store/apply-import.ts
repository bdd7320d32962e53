import type { ImportList } from '../../contract/imports.ts';
import type { Operation, StoredEntry, StoredImport } from './changes.ts';
import { compress } from './compress.ts';
import type { WritableDatabase } from './open-database.ts';
import { prepareOnce } from './prepare-once.ts';

export type ImportOperation = Extract<Operation, { do: 'begin-import' | 'report' | 'set-import' | 'forget-import' }>;

/** Applies what a change says of an import. Of one that is not there, it does nothing. */
export function applyImport(database: WritableDatabase, operation: ImportOperation): void {
  switch (operation.do) {
    case 'begin-import':
      return beginImport(database, operation.import);
    case 'report':
      return report(database, operation);
    case 'set-import': {
      const { state, seconds, error, undone } = operation.stand;
      database.prepare('UPDATE imports SET state = ?, seconds = ?, error = ?, undone = ? WHERE id = ?').run(state, seconds, error && JSON.stringify(error), undone, operation.import);
      return;
    }
    case 'forget-import':
      database.prepare('DELETE FROM imports WHERE id = ?').run(operation.import);
      return;
    default:
      operation satisfies never;
  }
}

function beginImport(database: WritableDatabase, { id, label, origin, started, paths, options }: StoredImport): void {
  database
    .prepare(
      `INSERT INTO imports (id, label, origin, started, options) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET label = excluded.label, origin = excluded.origin, started = excluded.started, options = excluded.options`,
    )
    .run(id, label, origin, started, JSON.stringify(options));
  database.prepare('INSERT OR REPLACE INTO import_paths (import, paths) SELECT n, ? FROM imports WHERE id = ?').run(compress(JSON.stringify(paths)), id);
}

const INSERT_ENTRY = `
  INSERT OR REPLACE INTO import_entries (import, number, list, source, item, article, title, action, version, code, message, belongs_to, unfetched, labelled)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;

function report(database: WritableDatabase, { import: id, seconds, entries }: Extract<ImportOperation, { do: 'report' }>): void {
  const row = prepareOnce(database, 'SELECT n, last_number FROM imports WHERE id = ?').get(id);
  if (!row) return;
  const n = Number(row['n']);
  const more: Record<ImportList, number> = { imported: 0, duplicates: 0, failed: 0, companions: 0 };
  let last = Number(row['last_number']);
  for (const entry of entries) {
    // Most entries are new: only of those that are not has a list one less.
    const before = entry.number > last ? undefined : prepareOnce(database, 'SELECT list FROM import_entries WHERE import = ? AND number = ?').get(n, entry.number);
    if (before) more[listOf(before['list'])] -= 1;
    more[entry.list] += 1;
    insertEntry(database, n, entry);
    last = Math.max(last, entry.number);
  }
  prepareOnce(
    database,
    `UPDATE imports SET seconds = ?, last_number = ?, imported = imported + ?, duplicates = duplicates + ?, failed = failed + ?,
       companions = companions + ? WHERE n = ?`,
  ).run(seconds, last, more.imported, more.duplicates, more.failed, more.companions, n);
}

function listOf(column: unknown): ImportList {
  return column === 'imported' || column === 'duplicates' || column === 'companions' ? column : 'failed';
}

function insertEntry(database: WritableDatabase, n: number, { number, list, source, item, id, action, version, code, message, of, unfetched, labelled }: StoredEntry): void {
  const title = id === undefined || list !== 'imported' ? null : prepareOnce(database, 'SELECT title FROM articles WHERE id = ?').get(id)?.['title'];
  const columns = [item, id, typeof title === 'string' ? title : null, action, version, code, message, of, unfetched, labelled && JSON.stringify(labelled)].map((value) => value ?? null);
  prepareOnce(database, INSERT_ENTRY).run(n, number, list, source, ...columns);
}
