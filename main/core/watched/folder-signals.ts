import fs from 'node:fs';
import path from 'node:path';
import { isPassedOver } from './passed-over.ts';

/** Systems that tell of everything below a folder through one handle. Linux has one for each folder. */
const TELLS_OF_ALL_BELOW = process.platform === 'darwin' || process.platform === 'win32';

interface Known {
  readonly identity: string;
  readonly watcher: fs.FSWatcher | undefined;
}

/**
 * What the system tells of changes in the folders below a watched one. It is a hint and no more: systems lose events, network
 * drives send none, and there may be more folders than the system watches. What is really there, a look finds out.
 */
export class FolderSignals {
  readonly #root: string;
  readonly #onSignal: (folder: string) => void;
  /** Folders below the root by their paths below it; the root is the empty one. */
  readonly #folders = new Map<string, Known>();
  /** Whether there is a folder that the system does not watch. */
  #deaf = false;

  /** @param onSignal told of a folder in which something changed */
  constructor(root: string, onSignal: (folder: string) => void) {
    this.#root = root;
    this.#onSignal = onSignal;
  }

  get deaf(): boolean {
    return this.#deaf;
  }

  /** Whether the folder at this place is the one that is listened to. */
  knows(folder: string, identity: string): boolean {
    return this.#folders.get(folder)?.identity === identity;
  }

  /** Listens to a folder, before it is looked at: what comes meanwhile is not missed. */
  listen(folder: string, identity: string): void {
    const known = this.#folders.get(folder);
    if (known?.identity === identity && (known.watcher || this.#deaf)) return;
    known?.watcher?.close();
    this.#folders.set(folder, { identity, watcher: TELLS_OF_ALL_BELOW && folder !== '' ? undefined : this.#watch(folder) });
  }

  /** Does not listen any more to folders that are not there. */
  keep(folders: ReadonlySet<string>): void {
    for (const folder of this.#folders.keys()) if (!folders.has(folder)) this.forget(folder);
    this.#deaf &&= folders.size > 0;
  }

  forget(folder: string): void {
    this.#folders.get(folder)?.watcher?.close();
    this.#folders.delete(folder);
  }

  close(): void {
    this.keep(new Set());
    this.#deaf = false;
  }

  #watch(folder: string): fs.FSWatcher | undefined {
    try {
      const watcher = fs.watch(path.join(this.#root, folder), { recursive: TELLS_OF_ALL_BELOW, persistent: false }, (_event, name) => this.#take(folder, name));
      watcher.on('error', () => this.#give(folder));
      return watcher;
    } catch {
      // More folders than the system watches, or one that may not be watched: looking from time to time is the net under it.
      this.#deaf = true;
      return undefined;
    }
  }

  /** A watcher that broke off (its folder was taken away) is begun anew by the next look. */
  #give(folder: string): void {
    this.forget(folder);
    this.#onSignal(folder);
  }

  #take(folder: string, name: string | null): void {
    if (name !== null && isPassedOver(path.basename(name))) return;
    if (!TELLS_OF_ALL_BELOW || name === null) return this.#onSignal(folder);
    // The nearest folder that is known: a new one is found by looking at the one that it lies in.
    let place = path.dirname(name);
    while (place !== '.' && !this.#folders.has(place)) place = path.dirname(place);
    this.#onSignal(place === '.' ? '' : place);
  }
}
