import path from 'node:path';
import { LibraryError } from '../../../contract/errors.ts';
import type { WatchedFolder, WatchedState } from '../../../contract/watched.ts';
import type { Library } from '../../../core/open-library.ts';
import { withLibrary, type CommandContext } from '../context.ts';
import { EXIT } from '../exit-codes.ts';
import { unwrap } from '../output/printer.ts';

/**
 * Names folders that are watched whenever Carrel runs with a window, or takes them off again; without any, lists them. Watching
 * itself needs a host that stays open.
 */
export async function runWatch(context: CommandContext, places: readonly string[], stop: boolean): Promise<number> {
  return withLibrary(context, places.length === 0 ? 'read' : 'write', async (library) => {
    for (const place of places) await (stop ? unwatch(library, place) : watchFolder(library, place));
    const { folders } = unwrap(await library.client['watched.list']({}));
    context.printer.result({ folders }, () => watchedWords(folders));
    return EXIT.done;
  });
}

/** @throws LibraryError where it is no folder that can be watched */
export async function watchFolder({ client }: Library, place: string): Promise<WatchedFolder> {
  return unwrap(await client['watched.add']({ path: path.resolve(place) }));
}

async function unwatch({ client }: Library, place: string): Promise<void> {
  const { folders } = unwrap(await client['watched.list']({}));
  const found = folders.find((folder) => folder.path === path.resolve(place));
  if (!found) throw new LibraryError('not-found', `${path.resolve(place)} is not watched.`);
  unwrap(await client['watched.remove']({ id: found.id }));
}

const STATES: Record<WatchedState, string> = {
  watching: 'watched',
  paused: 'paused',
  gone: 'gone',
  unreadable: 'cannot be read',
  idle: 'watched while Carrel runs with a window',
};

function watchedWords(folders: readonly WatchedFolder[]): string {
  if (folders.length === 0) return 'No folder is watched. "carrel watch FOLDER" names one.';
  return folders.map(({ path: folder, state, taken }) => `${folder}\n  ${STATES[state]}, ${taken} ${taken === 1 ? 'file' : 'files'} taken`).join('\n');
}
