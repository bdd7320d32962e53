import fs from 'node:fs/promises';
import path from 'node:path';
import { LibraryError } from '../../contract/errors.ts';

interface Known<Watch> {
  readonly libraryRoot: string;
  readonly others: readonly Watch[];
}

/**
 * Whether a folder can be watched. Returns the watched folder that it is already, if it is one.
 *
 * @throws LibraryError `file-missing`, `file-unreadable`; `invalid-input` where it is no folder, or where its files would be
 * taken twice or are the library's own
 */
export async function checkPlace<Watch extends { readonly path: string }>(place: string, { libraryRoot, others }: Known<Watch>): Promise<Watch | undefined> {
  if (!path.isAbsolute(place)) throw new LibraryError('invalid-input', 'A folder to watch is named by its whole path.');
  const real = await reallyAt(place);
  const library = await fs.realpath(libraryRoot);
  if (isWithin(real, library)) throw new LibraryError('invalid-input', 'This is the folder of the library itself, which cannot be watched.');
  for (const other of others) {
    // One that is gone now cannot be compared by anything but its name.
    const otherReal = await fs.realpath(other.path).catch(() => other.path);
    if (otherReal === real) return other;
    if (isWithin(real, otherReal)) throw new LibraryError('invalid-input', `This folder lies in ${other.path}, which is watched with all that is in it.`);
    if (isWithin(otherReal, real)) throw new LibraryError('invalid-input', `${other.path} lies in this folder and is watched already. Stop watching that one first.`);
  }
  return undefined;
}

async function reallyAt(place: string): Promise<string> {
  try {
    const real = await fs.realpath(place);
    if (!(await fs.stat(real)).isDirectory()) throw new LibraryError('invalid-input', 'This is a file. A folder can be watched.');
    await fs.access(real, fs.constants.R_OK);
    return real;
  } catch (error) {
    if (error instanceof LibraryError) throw error;
    const isMissing = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    throw isMissing
      ? new LibraryError('file-missing', 'There is no folder of this name. Check the path and try again.', { cause: error })
      : new LibraryError('file-unreadable', 'This folder could not be opened. Check that you may read it and try again.', { cause: error });
  }
}

function isWithin(place: string, folder: string): boolean {
  return place === folder || place.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}
