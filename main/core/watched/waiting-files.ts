/** A file as a look at its folder finds it. */
export interface FoundFile {
  /** Below the watched folder. */
  readonly path: string;
  readonly sizeBytes: number;
  /** When it was written last, in microseconds since 1970. */
  readonly modified: number;
  /** Whether it was taken before, as it was then. */
  readonly known: boolean;
  /** Whether it was taken in part, as it is now. */
  readonly begun: boolean;
}

interface Waiting {
  readonly file: FoundFile;
  /** Changes when a part of it changes that is a file of its own: a picture of a saved page. */
  readonly parts: string | undefined;
  /** Since when it is as it is. */
  readonly sinceMs: number;
}

/**
 * Files that are to be taken once they have stopped growing: size and time stay the same for a while. Held by the folder that they
 * lie in, of which each look replaces what was known.
 */
export class WaitingFiles {
  readonly #settleMs: number;
  readonly #most: number;
  readonly #folders = new Map<string, Map<string, Waiting>>();
  #size = 0;

  /** @param most so many are held; the others are found by a later look */
  constructor(settleMs: number, most: number) {
    this.#settleMs = settleMs;
    this.#most = most;
  }

  get size(): number {
    return this.#size;
  }

  /** The folders that something waits in. */
  get folders(): string[] {
    return [...this.#folders.keys()];
  }

  /** Begins a look at one folder; what it does not find again is not there any more. */
  look(folder: string, nowMs: number): FolderLook {
    const before = this.#folders.get(folder) ?? new Map<string, Waiting>();
    this.#size -= before.size;
    const now: FoundFile[] = [];
    return {
      find: (file) => {
        if (this.#size + now.length >= this.#most) return false;
        now.push(file);
        return true;
      },
      end: (parts = new Map()) => {
        this.#size += now.length;
        this.#folders.delete(folder);
        if (now.length > 0) this.#folders.set(folder, new Map(now.map((file) => [file.path, stillWaiting(before.get(file.path), { file, parts: parts.get(file.path), sinceMs: nowMs })])));
      },
    };
  }

  /** Those that have stopped growing, up to so many. */
  settled(nowMs: number, most: number): FoundFile[] {
    const found: FoundFile[] = [];
    for (const files of this.#folders.values()) {
      for (const { file, sinceMs } of files.values()) {
        if (found.length >= most) return found;
        if (nowMs - sinceMs >= this.#settleMs) found.push(file);
      }
    }
    return found;
  }

  /** Lets go of what waits in other folders than these. */
  keep(folders: ReadonlySet<string>): void {
    for (const [folder, files] of this.#folders) {
      if (folders.has(folder)) continue;
      this.#size -= files.size;
      this.#folders.delete(folder);
    }
  }

  clear(): void {
    this.#folders.clear();
    this.#size = 0;
  }
}

export interface FolderLook {
  /** Whether there was room for it. */
  readonly find: (file: FoundFile) => boolean;
  /** @param parts of a page that has files beside it, what tells that one of them changed; by the page's path */
  readonly end: (parts?: ReadonlyMap<string, string>) => void;
}

function stillWaiting(before: Waiting | undefined, now: Waiting): Waiting {
  const same = before?.file.sizeBytes === now.file.sizeBytes && before.file.modified === now.file.modified && before.parts === now.parts;
  return same ? { ...now, sinceMs: before.sinceMs } : now;
}
