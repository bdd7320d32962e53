import fs from 'node:fs/promises';
import path from 'node:path';
import { findSources, type Source } from './find-sources.ts';

/** One entry of a report that is to be tried again. */
export interface FailedItem {
  readonly number: number;
  readonly source: string;
  readonly item?: string | undefined;
}

/**
 * The sources of failed items, each once, as the import that they failed in found them. Of an item inside a file, that
 * file.
 *
 * @param given what the import was begun with
 * @param onFolder told of a folder that could not be read, and of the first that is found in it now
 */
export async function* findAgain(items: readonly FailedItem[], given: readonly string[], onFolder: (folder: string, first: string) => void): AsyncGenerator<Source> {
  const done = new Set<string>();
  for (const { source: named } of items) {
    const place = await findPlace(named);
    if (done.has(place)) continue;
    done.add(place);
    if (!given.includes(place) && (await isLink(place))) {
      yield { kind: 'failed', source: named, code: 'unsupported-format', message: LINK };
      continue;
    }
    const root = rootOf(place, given);
    let first = true;
    for await (const source of findSources([place])) {
      if (first && place === named && source.source !== named) onFolder(named, source.source);
      first = false;
      yield source.kind === 'file' && root !== undefined ? { ...source, root } : source;
    }
  }
}

const LINK = 'This is a link to another file or folder, which imports do not follow. Import what it leads to.';

/** Where it lies: itself, or the file that it is a part of. */
async function findPlace(named: string): Promise<string> {
  for (let place = named; place !== path.dirname(place); place = path.dirname(place)) {
    const stat = await fs.stat(place).catch(() => undefined);
    if (stat) return place === named || stat.isFile() ? place : named;
  }
  return named;
}

async function isLink(place: string): Promise<boolean> {
  const stat = await fs.lstat(place).catch(() => undefined);
  return stat?.isSymbolicLink() === true;
}

/** The folder that was given to the import and that this lies in: files beside it may be loaded from there. */
function rootOf(place: string, given: readonly string[]): string | undefined {
  return given.find((folder) => place.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep));
}
