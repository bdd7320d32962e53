import { dialog, type BrowserWindow, type MessageBoxOptions } from 'electron';

/** Asks for files or one folder in the system's manner. @returns absolute paths; none when the user gave up */
export async function askForSources(window: BrowserWindow | undefined, what: 'files' | 'folder'): Promise<string[]> {
  const properties = what === 'files' ? (['openFile', 'multiSelections'] as const) : (['openDirectory', 'multiSelections'] as const);
  const options = { title: what === 'files' ? 'Import files' : 'Import a folder', buttonLabel: 'Import', properties: [...properties] };
  const { canceled, filePaths } = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
  return canceled ? [] : filePaths;
}

/** Asks for a folder to watch. @returns its absolute path; undefined when the user gave up */
export async function askForFolderToWatch(window: BrowserWindow | undefined): Promise<string | undefined> {
  const options = { title: 'Watch a folder', buttonLabel: 'Watch', properties: ['openDirectory' as const] };
  const { canceled, filePaths } = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
  return canceled ? undefined : filePaths[0];
}

/** Asks where a file is to be written. The system asks again before anything is replaced. */
export async function askForTarget(window: BrowserWindow, suggestedName: string): Promise<string | undefined> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    title: 'Save a copy of this article',
    defaultPath: suggestedName,
    filters: [{ name: 'Markdown', extensions: ['md'] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return canceled || filePath === '' ? undefined : filePath;
}

/** Asks with buttons; the first is the default, the last is what closing the dialog means. @returns the button's place */
export async function ask(window: BrowserWindow | undefined, type: 'warning' | 'error', message: string, detail: string, buttons: readonly string[]): Promise<number> {
  const options: MessageBoxOptions = { type, title: 'Carrel', message, detail, buttons: [...buttons], defaultId: 0, cancelId: buttons.length - 1, noLink: true };
  const { response } = window && !window.isDestroyed() ? await dialog.showMessageBox(window, options) : await dialog.showMessageBox(options);
  return response;
}

/** Says something that needs no choice. */
export async function say(window: BrowserWindow | undefined, type: 'info' | 'warning' | 'error', message: string, detail: string): Promise<void> {
  const options: MessageBoxOptions = { type, title: 'Carrel', message, detail, buttons: ['OK'], noLink: true };
  await (window && !window.isDestroyed() ? dialog.showMessageBox(window, options) : dialog.showMessageBox(options));
}
