import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { ArticleId } from '../../contract/ids.ts';

/** What a start brought with it: by its arguments, by a second start, or by the system. */
export interface HandedOver {
  /** Files and folders to import, absolute. */
  readonly paths: readonly string[];
  /** The article that an address named, if any. */
  readonly article: ArticleId | undefined;
  /** What is neither, as it was written. */
  readonly refused: readonly string[];
}

/** What one start tells the instance that runs already. The system's own list of arguments is reordered by Chromium. */
export const SecondStart = z.object({ arguments: z.array(z.string()), folder: z.string() });
export type SecondStart = z.infer<typeof SecondStart>;

/** The arguments of the user: without Electron itself and, when it was started with a folder, without that. */
export function ownArguments(argv: readonly string[], startedWithFolder: boolean): string[] {
  const given = argv.slice(1);
  if (!startedWithFolder) return given;
  const folder = given.findIndex((one) => !one.startsWith('-'));
  return folder === -1 ? given : given.toSpliced(folder, 1);
}

/** The library that `--library DIR` or `--library=DIR` names, absolute. */
export function libraryArgument(given: readonly string[], folder: string): string | undefined {
  const joined = given.find((one) => one.startsWith('--library='))?.slice('--library='.length);
  const at = given.indexOf('--library');
  const named = joined ?? (at === -1 ? undefined : given[at + 1]);
  return named ? path.resolve(folder, named) : undefined;
}

/**
 * Reads what a start was given. Options are passed over: they are Chromium's or Electron's.
 *
 * @param folder against which relative paths are meant
 */
export function readHandedOver(given: readonly string[], folder: string): HandedOver {
  const values = given.filter((one, index) => one !== '' && !one.startsWith('-') && given[index - 1] !== '--library');
  const paths: string[] = [];
  const refused: string[] = [];
  let article: ArticleId | undefined;
  for (const value of values) {
    const named = articleOfAddress(value);
    const file = pathOf(value, folder);
    if (named !== undefined) article = named;
    else if (file !== undefined) paths.push(file);
    else refused.push(value);
  }
  return { paths, article, refused };
}

/** The article of `carrel://article/ID`; undefined for every other address. */
export function articleOfAddress(address: string): ArticleId | undefined {
  const [, id] = /^carrel:\/\/article\/([^/?#]+)\/?$/i.exec(address) ?? [];
  return ArticleId.safeParse(id).data;
}

/** Addresses of this scheme come from web pages: with dots in it, one would name any file of this machine as a path. */
const OWN_SCHEME = /^carrel:/i;

/** A path that exists: as it stands, or as the `file:` address that some file managers give. */
function pathOf(value: string, folder: string): string | undefined {
  if (OWN_SCHEME.test(value)) return undefined;
  const file = /^file:/i.test(value) ? pathOfAddress(value) : path.resolve(folder, value);
  return file !== undefined && fs.existsSync(file) ? file : undefined;
}

function pathOfAddress(address: string): string | undefined {
  try {
    return fileURLToPath(address);
  } catch {
    // Another machine's file, or no address after all.
    return undefined;
  }
}
