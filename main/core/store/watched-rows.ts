import { z } from 'zod';
import { LibraryError } from '../../contract/errors.ts';
import { ArticleId, WatchedFolderId } from '../../contract/ids.ts';
import { StoredWatch, type TakenFile } from './changes.ts';
import type { FollowedWatch } from './follow-watched.ts';
import type { LibraryStore } from './library-store.ts';
import type { ReadableDatabase } from './open-database.ts';
import { prepareOnce } from './prepare-once.ts';

const Row = z.object({ n: z.number(), id: WatchedFolderId, path: z.string(), added: z.string(), paused: z.number().transform(Boolean), last_taken: z.string().nullable() });

/** A watched folder with what the library knows of it. */
export interface KeptWatch extends StoredWatch {
  readonly lastTakenAt: string | null;
  /** Files that were taken. */
  readonly taken: number;
}

/** In the order in which they were added. */
export function listWatched(database: ReadableDatabase): KeptWatch[] {
  const rows = z.array(Row).parse(database.prepare('SELECT * FROM watched_folders ORDER BY n').all());
  const counted = database.prepare('SELECT count(*) AS n FROM watched_files WHERE folder = ? AND whole = 1');
  return rows.map(({ n, last_taken: lastTakenAt, ...watch }) => ({ ...watch, lastTakenAt, taken: Number(counted.get(n)?.['n'] ?? 0) }));
}

/** Keeps a watched folder as it is from now on. */
export function saveWatch(store: LibraryStore, watch: StoredWatch): void {
  store.commit((apply) => apply({ do: 'watch', folder: StoredWatch.parse(watch) }));
}

/** @throws LibraryError `not-found` */
export function removeWatch(store: LibraryStore, id: WatchedFolderId): void {
  if (!store.database.prepare('SELECT 1 FROM watched_folders WHERE id = ?').get(id)) throw noWatch();
  store.commit((apply) => apply({ do: 'unwatch', folder: id }));
}

export function noWatch(): LibraryError {
  return new LibraryError('not-found', 'This folder is not watched any more.');
}

const FileRow = z.object({
  path: z.string(),
  size_bytes: z.number(),
  modified: z.number(),
  whole: z.number().transform(Boolean),
  article: ArticleId.nullable(),
});

function toTaken(row: unknown): TakenFile {
  const { path, size_bytes: sizeBytes, modified, whole, article } = FileRow.parse(row);
  return { path, sizeBytes, modified, whole, ...(article === null ? {} : { article }) };
}

/** Of files of a folder, those that were taken, by their paths below it. */
export function findTaken(database: ReadableDatabase, folder: WatchedFolderId, paths: readonly string[]): Map<string, TakenFile> {
  const rows = prepareOnce(
    database,
    `SELECT f.path, f.size_bytes, f.modified, f.whole, f.article FROM watched_files f
     WHERE f.folder = (SELECT n FROM watched_folders WHERE id = ?) AND f.path IN (SELECT value FROM json_each(?))`,
  ).all(folder, JSON.stringify(paths));
  return new Map(rows.map(toTaken).map((file) => [file.path, file]));
}

/** The article that a file became when it was taken before, if it is in the library still. */
export function findTakenArticle(database: ReadableDatabase, folder: WatchedFolderId, path: string): ArticleId | undefined {
  const id = prepareOnce(
    database,
    `SELECT a.id FROM watched_files f JOIN articles a ON a.id = f.article
     WHERE f.folder = (SELECT n FROM watched_folders WHERE id = ?) AND f.path = ?`,
  ).get(folder, path)?.['id'];
  return id === undefined ? undefined : ArticleId.parse(id);
}

/** What the database says of watched folders, in the form in which the journal says it, by their ids. */
export function readFollowedWatches<File>(database: ReadableDatabase, keep: (file: TakenFile) => File): Map<string, FollowedWatch<File>> {
  const rows = z.array(Row).parse(database.prepare('SELECT * FROM watched_folders').all());
  return new Map(
    rows.map(({ n, last_taken: lastTaken, ...watch }) => {
      const files = new Map<string, File>();
      for (const row of database.prepare('SELECT * FROM watched_files WHERE folder = ?').iterate(n)) {
        const file = toTaken(row);
        files.set(file.path, keep(file));
      }
      return [watch.id, { watch, lastTaken, files }];
    }),
  );
}
