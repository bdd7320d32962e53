import type { BrowserWindow } from 'electron';
import type { Outcome } from '../../contract/define.ts';
import { askForFolderToWatch } from './dialogs.ts';
import type { LibraryLink } from './library-link.ts';

/** `watched.choose`: the user names a folder in the system's dialog. The window that asks for it never names one. */
export async function chooseWatchedFolder(window: BrowserWindow | undefined, library: LibraryLink): Promise<Outcome<unknown>> {
  const path = await askForFolderToWatch(window);
  if (path === undefined) return { ok: true, value: { folder: null } };
  const outcome = await library.callOwn('watched.add', { path });
  return outcome.ok ? { ok: true, value: { folder: outcome.value } } : outcome;
}
