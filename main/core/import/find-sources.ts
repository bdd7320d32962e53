import fs from 'node:fs/promises';
import path from 'node:path';
import { LIMITS } from '../base/limits.ts';
import { isLibraryDatabase } from '../store/library-folder.ts';
import { pagesOfFolder } from './page-folder.ts';

/** One file of an import, before anybody looked into it. */
export type Source =
  | {
      readonly kind: 'file';
      /** Where to read it. */
      readonly path: string;
      /** How the report names it. */
      readonly source: string;
      /** Files beside it may be loaded from this folder and below, from nowhere else. */
      readonly root: string;
    }
  /** A page of the web that is to be fetched. */
  | { readonly kind: 'address'; readonly source: string; readonly url: string }
  /** A file of a page saved with its folder: it belongs to that page. */
  | { readonly kind: 'companion'; readonly source: string; readonly of: string }
  | { readonly kind: 'failed'; readonly source: string; readonly code: 'file-missing' | 'file-unreadable' | 'unsupported-format' | 'too-large'; readonly message: string };

/** Files that systems leave in folders. They belong to the folder and are no article. */
const SYSTEM_FILES = new Set(['.ds_store', 'thumbs.db', 'desktop.ini', '.localized']);

export function isSystemFile(name: string): boolean {
  return SYSTEM_FILES.has(name.toLowerCase());
}

/**
 * Every file below the given files and folders, each exactly once (also where a file and its folder are given), as
 * they are found. Links inside folders are not followed (they could lead round in circles, or out of what was given),
 * and are named.
 */
export async function* findSources(paths: readonly string[]): AsyncGenerator<Source> {
  const given = new Map<string, string>();
  for (const absolute of new Set(paths.map((name) => path.resolve(name)))) {
    try {
      // What the user named is followed if it is a link.
      const real = await fs.realpath(absolute);
      if (!given.has(real)) given.set(real, absolute);
    } catch (error) {
      yield unreachable(absolute, error);
    }
  }
  for (const [real, absolute] of given) if (!liesBelowAny(real, given)) yield* findBelow(absolute);
}

async function* findBelow(given: string): AsyncGenerator<Source> {
  try {
    const stat = await fs.stat(given);
    if (stat.isDirectory()) yield* walkFolder(given, given, 0);
    else if (stat.isFile()) yield toSource(given, path.dirname(given));
    else yield noFile(given);
  } catch (error) {
    yield unreachable(given, error);
  }
}

function liesBelowAny(real: string, folders: ReadonlyMap<string, string>): boolean {
  const parent = path.dirname(real);
  return parent !== real && (folders.has(parent) || liesBelowAny(parent, folders));
}

async function* walkFolder(folder: string, root: string, depth: number): AsyncGenerator<Source> {
  if (depth > LIMITS.folderDepth) {
    yield { kind: 'failed', source: folder, code: 'too-large', message: `There are more than ${LIMITS.folderDepth} folders inside one another here. Import this folder by itself.` };
    return;
  }
  let entries;
  try {
    entries = await fs.readdir(folder, { withFileTypes: true });
  } catch (error) {
    yield unreachable(folder, error);
    return;
  }
  // In the order of names: the same folder is always read the same way.
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const files = new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name));
  if (files.has('library.db') && files.has('lock.db')) {
    yield { kind: 'failed', source: folder, code: 'unsupported-format', message: 'This is a library of Carrel, which is opened and not imported.' };
    return;
  }
  for (const entry of entries) {
    const source = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      const page = findPageOf(entry.name, files);
      yield* page === undefined ? walkFolder(source, root, depth + 1) : listCompanions(source, path.join(folder, page));
    } else if (entry.isSymbolicLink()) {
      yield { kind: 'failed', source, code: 'unsupported-format', message: 'This is a link to another file or folder, which imports do not follow. Import what it leads to.' };
    } else if (!entry.isFile()) yield noFile(source);
    else if (isSystemFile(entry.name)) yield { kind: 'companion', source, of: folder };
    else yield toSource(source, root);
  }
}

/** The page that a folder of parts belongs to: `Story.html` for `Story_files`. */
function findPageOf(folderName: string, files: ReadonlySet<string>): string | undefined {
  return pagesOfFolder(folderName).find((name) => files.has(name));
}

async function* listCompanions(folder: string, page: string): AsyncGenerator<Source> {
  let entries;
  try {
    entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    yield unreachable(folder, error);
    return;
  }
  for (const entry of entries) {
    if (!entry.isDirectory()) yield { kind: 'companion', source: path.join(entry.parentPath, entry.name), of: page };
  }
}

function toSource(file: string, root: string): Source {
  return isLibraryDatabase(path.basename(file))
    ? { kind: 'failed', source: file, code: 'unsupported-format', message: 'This file is a part of a library of Carrel, which is opened and not imported.' }
    : { kind: 'file', path: file, source: file, root };
}

function noFile(source: string): Source {
  return { kind: 'failed', source, code: 'unsupported-format', message: 'This is a device or a pipe, not a file that holds an article.' };
}

function unreachable(source: string, error: unknown): Source {
  const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  return missing
    ? { kind: 'failed', source, code: 'file-missing', message: 'There is no file or folder of this name. Check the path and try again.' }
    : { kind: 'failed', source, code: 'file-unreadable', message: 'This could not be opened. Check that you may read it and try again.' };
}
