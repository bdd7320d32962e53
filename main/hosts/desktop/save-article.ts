import { randomBytes } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { articleOfWindow } from './app-address.ts';
import { askForTarget, say } from './dialogs.ts';
import { fileNameFor } from './file-name.ts';
import type { LibraryLink } from './library-link.ts';

/** Writes the article that a window shows as Markdown to a place that the user chooses. */
export async function saveArticle(window: BrowserWindow | undefined, library: LibraryLink): Promise<void> {
  const id = window && articleOfWindow(window.webContents.getURL());
  if (!window || id === undefined) return say(window, 'info', 'No article is open.', 'Open the article of which you want a copy, then choose this again.');
  const outcome = await library.askProcess((client) => client['process.articleMarkdown']({ id }));
  if (!outcome.ok) return say(window, 'error', 'The article could not be read.', outcome.error.message);
  const file = await askForTarget(window, fileNameFor(outcome.value.title));
  if (file === undefined) return;
  try {
    await writeWholeFile(file, outcome.value.markdown);
  } catch (error) {
    await say(window, 'error', 'The copy was not saved.', `${describe(error)}\n\n${file}\n\nWhat stood there before is unchanged. Choose another place, or free some space, and try again.`);
  }
}

/** All of it or nothing: a disk that fills up must not cost the file that stood there. */
async function writeWholeFile(file: string, text: string): Promise<void> {
  const partial = path.join(path.dirname(file), `.${randomBytes(6).toString('hex')}.part`);
  try {
    await fs.writeFile(partial, text, { flag: 'wx', flush: true });
    await fs.rename(partial, file);
  } catch (error) {
    await fs.rm(partial, { force: true });
    throw error;
  }
}

function describe(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'The disk is full.';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'You may not write there.';
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'This folder does not exist any more.';
  return error instanceof Error ? error.message : String(error);
}
