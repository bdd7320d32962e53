import type { Stats } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import type { WatchedState } from '../../contract/watched.ts';
import { LIMITS } from '../base/limits.ts';
import type { TakenFile } from '../store/changes.ts';
import { FolderSignals } from './folder-signals.ts';
import { findPage, identityOf, isLibrary, lookAt, modifiedAt, readFolder, sumOfParts, type FolderEntry } from './read-folder.ts';
import { WaitingFiles, type FolderLook, type FoundFile } from './waiting-files.ts';

export interface TreeParts {
  /** The watched folder, as an absolute path. */
  readonly root: string;
  readonly settleMs: number;
  readonly mostWaiting: number;
  readonly mostTaken: number;
  /** Of files, those that were taken, by their paths below the folder. */
  readonly takenOf: (paths: readonly string[]) => ReadonlyMap<string, TakenFile>;
  /** Something changed in it: it is time for a look. */
  readonly onSignal: () => void;
}

/** What a look at a watched folder found. */
export interface Look {
  readonly state: Extract<WatchedState, 'watching' | 'gone' | 'unreadable'>;
  /** Files that are to be imported now: they are new or changed, and nobody writes them any more. */
  readonly ready: FoundFile[];
  /** How many others have come. */
  readonly waiting: number;
  /** Whether all of the folder was looked at. */
  readonly whole: boolean;
  /** Whether the system tells of changes everywhere in it. */
  readonly hears: boolean;
}

interface Place {
  /** Below the root, which is the empty one itself. */
  readonly folder: string;
  readonly identity: string;
  readonly depth: number;
}

const ROOT = '';

/**
 * One watched folder with all that lies below it: what is in it that was not taken yet. Memory is bounded by the number of
 * folders, and by the files that may wait; not by the number of files.
 */
export class WatchedTree {
  readonly #parts: TreeParts;
  readonly #signals: FolderSignals;
  readonly #waiting: WaitingFiles;
  /** Folders that something changed in since they were looked at. */
  readonly #changed = new Set<string>();
  /** There was no room for all files that wait. */
  #overflown = false;

  constructor(parts: TreeParts) {
    this.#parts = parts;
    this.#waiting = new WaitingFiles(parts.settleMs, parts.mostWaiting);
    this.#signals = new FolderSignals(parts.root, (folder) => {
      this.#changed.add(folder);
      parts.onSignal();
    });
  }

  /** Looks at all of it, or only where something changed or waits. One look at a time. */
  async look(whole: boolean): Promise<Look> {
    try {
      const stat = await fs.stat(this.#parts.root);
      if (!stat.isDirectory()) return this.#lost('gone');
      const root = { folder: ROOT, identity: identityOf(stat), depth: 0 };
      // A drive that was taken out and put in again is another folder of the same name.
      const all = whole || !this.#signals.knows(ROOT, root.identity) || (this.#overflown && this.#waiting.size <= this.#parts.mostWaiting / 2);
      if (all) await this.#lookAtAll(root);
      else await this.#lookAtChanged(root);
      const ready = this.#waiting.settled(performance.now(), this.#parts.mostTaken);
      return { state: 'watching', ready, waiting: this.#waiting.size - ready.length, whole: all, hears: !this.#signals.deaf };
    } catch (error) {
      if (!isOfFileSystem(error)) throw error;
      return this.#lost(isForbidden(error) ? 'unreadable' : 'gone');
    }
  }

  close(): void {
    this.#signals.close();
    this.#waiting.clear();
    this.#changed.clear();
  }

  #lost(state: 'gone' | 'unreadable'): Look {
    this.close();
    return { state, ready: [], waiting: 0, whole: true, hears: true };
  }

  async #lookAtAll(root: Place): Promise<void> {
    this.#changed.clear();
    this.#overflown = false;
    const seen = await this.#walk([root], true);
    this.#signals.keep(seen);
    this.#waiting.keep(seen);
  }

  async #lookAtChanged(root: Place): Promise<void> {
    const places: Place[] = [];
    const folders = new Set([...this.#changed, ...this.#waiting.folders]);
    // Before the look: what changes while it lasts is looked at by the next.
    this.#changed.clear();
    for (const folder of folders) {
      const stat = folder === ROOT ? undefined : await lookAt(path.join(this.#parts.root, folder));
      if (folder === ROOT) places.push(root);
      else if (stat?.isDirectory()) places.push(this.#placeOf(folder, stat));
      else this.#forget(folder);
    }
    await this.#walk(places, false);
  }

  #placeOf(folder: string, stat: Stats): Place {
    return { folder, identity: identityOf(stat), depth: folder.split(path.sep).length };
  }

  #forget(folder: string): void {
    this.#signals.forget(folder);
    this.#waiting.look(folder, 0).end();
  }

  /** Looks at folders and, where all of them are wanted or they are new, at those in them. Returns all that it looked at. */
  async #walk(start: readonly Place[], whole: boolean): Promise<ReadonlySet<string>> {
    const seen = new Set<string>();
    const left = [...start];
    for (let place = left.pop(); place; place = left.pop()) {
      seen.add(place.folder);
      left.push(...(await this.#lookAtFolder(place, whole)));
    }
    return seen;
  }

  async #lookAtFolder({ folder, identity, depth }: Place, whole: boolean): Promise<Place[]> {
    const absolute = path.join(this.#parts.root, folder);
    if (depth > LIMITS.folderDepth || (await isLibrary(absolute))) return [];
    this.#signals.listen(folder, identity);
    const look = this.#waiting.look(folder, performance.now());
    const folders: Place[] = [];
    const parts = new Map<string, string>();
    try {
      for await (const group of readFolder(absolute)) {
        await this.#findNew(look, folder, group.filter(({ stat }) => stat.isFile()));
        for (const { name, stat } of group) {
          if (!stat.isDirectory()) continue;
          const page = await findPage(absolute, name);
          const place = this.#placeOf(path.join(folder, name), stat);
          if (page !== undefined) parts.set(path.join(folder, page), await sumOfParts(path.join(absolute, name)));
          else if (whole || !this.#signals.knows(place.folder, place.identity)) folders.push(place);
        }
      }
    } catch (error) {
      // One folder among others that may not be read, or was taken away meanwhile, is passed over.
      if (folder === ROOT || !isOfFileSystem(error)) throw error;
    } finally {
      look.end(parts);
    }
    return folders;
  }

  async #findNew(look: FolderLook, folder: string, files: readonly FolderEntry[]): Promise<void> {
    const found = files.map(({ name, stat }) => ({ path: path.join(folder, name), sizeBytes: stat.size, modified: modifiedAt(stat) }));
    const taken = this.#parts.takenOf(found.map((file) => file.path));
    for (const file of found) {
      const before = taken.get(file.path);
      const same = before?.sizeBytes === file.sizeBytes && before.modified === file.modified;
      if (same && before.whole) continue;
      // What a browser puts there to keep the name while it loads the file beside it.
      if (file.sizeBytes === 0 && (await lookAt(path.join(this.#parts.root, `${file.path}.part`)))) continue;
      if (!look.find({ ...file, known: before !== undefined, begun: same })) this.#overflown = true;
    }
  }
}

function isOfFileSystem(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error;
}

function isForbidden(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
}
