import type { LibraryHandlers } from '../../contract/contract.ts';
import { LibraryError } from '../../contract/errors.ts';
import type { LibraryParts } from './library-parts.ts';

type WatchedHandlers = Pick<LibraryHandlers, Extract<keyof LibraryHandlers, `watched.${string}`>>;

export function watchedHandlers({ watched, writer }: LibraryParts): WatchedHandlers {
  return {
    'watched.list': async () => ({ folders: await watched.list() }),
    'watched.add': async ({ path }) => {
      await writer.open();
      return watched.add(path);
    },
    // A host that has dialogs answers this itself.
    'watched.choose': () => {
      throw new LibraryError('unknown-method', 'There is no dialog here to choose a folder in.');
    },
    'watched.pause': ({ id }) => watched.pause(id),
    'watched.continue': ({ id }) => watched.continue(id),
    'watched.remove': async ({ id }) => {
      await watched.remove(id);
      return {};
    },
  };
}
