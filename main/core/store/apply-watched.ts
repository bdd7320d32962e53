import type { Operation } from './changes.ts';
import type { WritableDatabase } from './open-database.ts';
import { prepareOnce } from './prepare-once.ts';

export type WatchedOperation = Extract<Operation, { do: 'watch' | 'unwatch' | 'take-files' }>;

/** Applies what a change says of a watched folder. Of files of one that is not there, it does nothing. */
export function applyWatched(database: WritableDatabase, operation: WatchedOperation, at: string): void {
  switch (operation.do) {
    case 'watch': {
      const { id, path, added, paused } = operation.folder;
      database
        .prepare(
          `INSERT INTO watched_folders (id, path, added, paused) VALUES (?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET path = excluded.path, added = excluded.added, paused = excluded.paused`,
        )
        .run(id, path, added, Number(paused));
      return;
    }
    case 'unwatch':
      database.prepare('DELETE FROM watched_folders WHERE id = ?').run(operation.folder);
      return;
    case 'take-files':
      return takeFiles(database, operation, at);
    default:
      operation satisfies never;
  }
}

function takeFiles(database: WritableDatabase, { folder, files }: Extract<WatchedOperation, { do: 'take-files' }>, at: string): void {
  const n = prepareOnce(database, 'SELECT n FROM watched_folders WHERE id = ?').get(folder)?.['n'];
  if (n === undefined) return;
  for (const { path, sizeBytes, modified, whole, article } of files) {
    prepareOnce(database, 'INSERT OR REPLACE INTO watched_files (folder, path, size_bytes, modified, whole, article) VALUES (?, ?, ?, ?, ?, ?)').run(
      Number(n),
      path,
      sizeBytes,
      modified,
      Number(whole),
      article ?? null,
    );
  }
  prepareOnce(database, 'UPDATE watched_folders SET last_taken = ? WHERE n = ?').run(at, Number(n));
}
