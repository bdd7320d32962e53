import type { Dirent, Stats } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { pagesOfFolder } from '../import/page-folder.ts';
import { isPassedOver } from './passed-over.ts';

/** A file or folder in a watched folder. */
export interface FolderEntry {
  readonly name: string;
  readonly stat: Stats;
}

/** So many entries are read, looked at and let go of together: a folder may hold a hundred thousand. */
const ENTRIES_AT_ONCE = 256;

/**
 * The files and folders in a folder that are not passed over, in groups. Links are not followed: they could lead round in circles,
 * or out of what is watched.
 *
 * @throws what the file system says when it cannot be read
 */
export async function* readFolder(folder: string): AsyncGenerator<FolderEntry[]> {
  let names: string[] = [];
  for await (const entry of await fs.opendir(folder, { bufferSize: ENTRIES_AT_ONCE })) {
    if (isPassedOver(entry.name) || isOther(entry)) continue;
    names.push(entry.name);
    if (names.length < ENTRIES_AT_ONCE) continue;
    yield await lookAtAll(folder, names);
    names = [];
  }
  if (names.length > 0) yield await lookAtAll(folder, names);
}

/** Links, devices, pipes. Where the file system does not say what it is, looking at it does. */
function isOther(entry: Dirent): boolean {
  return entry.isSymbolicLink() || entry.isFIFO() || entry.isSocket() || entry.isBlockDevice() || entry.isCharacterDevice();
}

async function lookAtAll(folder: string, names: readonly string[]): Promise<FolderEntry[]> {
  const looked = await Promise.all(names.map(async (name) => ({ name, stat: await lookAt(path.join(folder, name)) })));
  return looked.flatMap(({ name, stat }) => (stat && (stat.isFile() || stat.isDirectory()) ? [{ name, stat }] : []));
}

/** Undefined where there is nothing, or nothing that may be looked at. */
export async function lookAt(place: string): Promise<Stats | undefined> {
  return fs.lstat(place).catch(() => undefined);
}

/** The page that a folder of parts belongs to (`Story.html` for `Story_files`), if it lies beside it. */
export async function findPage(parent: string, folderName: string): Promise<string | undefined> {
  for (const page of pagesOfFolder(folderName)) if ((await lookAt(path.join(parent, page)))?.isFile()) return page;
  return undefined;
}

/** Changes when a page's part comes, goes or grows. A page that is being saved is whole only when its parts are. */
export async function sumOfParts(folder: string): Promise<string> {
  const sum = { files: 0, bytes: 0, newest: 0 };
  try {
    const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
    for (const { parentPath, name } of entries) {
      const stat = await lookAt(path.join(parentPath, name));
      if (!stat) continue;
      sum.files += 1;
      sum.bytes += stat.size;
      sum.newest = Math.max(sum.newest, modifiedAt(stat));
    }
  } catch {
    // Taken away meanwhile, or not to be read: the page is imported without it.
  }
  return `${sum.files} ${sum.bytes} ${sum.newest}`;
}

/** In microseconds since 1970. */
export function modifiedAt(stat: Stats): number {
  return Math.round(stat.mtimeMs * 1_000);
}

/**
 * Where it lies on which disk: another folder of the same name lies elsewhere. A place that became free is soon used again, so
 * the time of its making belongs to it (0 where the file system keeps none).
 */
export function identityOf({ dev, ino, birthtimeMs }: Stats): string {
  return `${dev}:${ino}:${birthtimeMs}`;
}

/** Whether a library of Carrel lies here. */
export async function isLibrary(folder: string): Promise<boolean> {
  return (await lookAt(path.join(folder, 'library.db')))?.isFile() === true && (await lookAt(path.join(folder, 'lock.db')))?.isFile() === true;
}
