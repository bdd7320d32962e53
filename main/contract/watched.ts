import { z } from 'zod';
import { command, query } from './define.ts';
import { ERROR_CODES } from './errors.ts';
import { ImportId, WatchedFolderId } from './ids.ts';

/**
 * `watching`: what lies in it and what comes into it is imported. `paused`: by the user. `gone`: there is no such folder now (a
 * drive that is not connected); it is watched again when it is back. `unreadable`: it is there and cannot be read. `idle`:
 * nobody watches now; a host with a window does, for as long as it runs.
 */
export const WatchedState = z.enum(['watching', 'paused', 'gone', 'unreadable', 'idle']);
export type WatchedState = z.infer<typeof WatchedState>;

/** A folder whose files are imported by themselves. */
export const WatchedFolder = z.object({
  id: WatchedFolderId,
  path: z.string(),
  state: WatchedState,
  /** Files that have come and are not imported yet: they may still be being written. */
  waiting: z.number().int(),
  /** Files that were taken, whatever became of each; its reports say that. */
  taken: z.number().int(),
  /** When the last of them was; ISO 8601 UTC. */
  lastTakenAt: z.string().nullable(),
  /** The newest of its reports, of which there is one for each day on which something came. */
  lastImport: ImportId.nullable(),
  /** Why its last import could not go on. It is tried again by itself. */
  error: z.object({ code: z.enum(ERROR_CODES), message: z.string() }).nullable(),
});
export type WatchedFolder = z.infer<typeof WatchedFolder>;

/** A library watches so many folders. */
export const MOST_WATCHED = 100;

const Named = z.object({ id: WatchedFolderId });

export const watchedMethods = {
  /** In the order in which they were added. */
  'watched.list': query(z.object({}), z.object({ folders: z.array(WatchedFolder) })),
  /** Has a folder watched, by its absolute path; one that is watched already stays as it is. */
  'watched.add': command(z.object({ path: z.string().min(1).max(32_768) }), WatchedFolder, { door: 'local' }),
  /** Lets the user choose a folder in a dialog of the system, which only the desktop has. `folder`: null when they chose none. */
  'watched.choose': command(z.object({}), z.object({ folder: WatchedFolder.nullable() })),
  /** Nothing is taken from it until it is continued. What is being imported of it is finished. */
  'watched.pause': command(Named, WatchedFolder),
  'watched.continue': command(Named, WatchedFolder),
  /** Stops watching a folder and forgets which of its files were taken. Articles and reports stay. */
  'watched.remove': command(Named, z.object({})),
};
