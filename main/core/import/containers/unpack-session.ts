import { LIMITS } from '../../base/limits.ts';
import type { ContainerName } from './container.ts';
import { openFile, type RandomBytes } from './random-bytes.ts';
import { Spill } from './spill.ts';
import { UnpackBudget } from './unpack-budget.ts';
import { ContainerWalk, type Unpacked } from './walk-container.ts';

/** An archive to be unpacked. All of this crosses between threads. */
export interface ArchiveToUnpack {
  readonly path: string;
  /** The archive's own name, which an upload's file may not have. */
  readonly fileName: string;
  readonly container: ContainerName;
  /** For files that must wait on the disk; made when it is needed, removed by whoever names it. */
  readonly spillFolder: string;
  /** Whether to ask which items an earlier run has reported. */
  readonly asks: boolean;
}

export interface NextRequest {
  /** Answers to what the last group asked, in its order. */
  readonly settled?: readonly boolean[];
  /** Pages that were read since. */
  readonly pagesRead: readonly number[];
}

export interface UnpackedGroup {
  readonly unpacked: readonly Unpacked[];
  /** Items of which is asked whether an earlier run has reported them; nothing more comes before that is answered. */
  readonly asks?: readonly string[];
  readonly isEnd: boolean;
}

/**
 * One archive on its way out of a worker, group by group: nothing is unpacked before it is asked for, but for one file. A
 * group may be empty, when unpacking takes its time.
 */
export class UnpackSession {
  readonly #file: RandomBytes;
  readonly #walk: ContainerWalk;
  readonly #unpacked: AsyncGenerator<Unpacked>;
  #coming: Promise<IteratorResult<Unpacked, unknown>> | undefined;
  #asked: { readonly items: readonly string[]; readonly answer: (settled: readonly boolean[]) => void } | undefined;
  /** Ends the wait of `next` because of a question. */
  #wake: () => void = () => {};

  /** @throws LibraryError `file-missing`, `file-unreadable` */
  constructor({ path, fileName, container, spillFolder, asks }: ArchiveToUnpack) {
    this.#file = openFile(path);
    const budget = new UnpackBudget(this.#file.sizeBytes);
    const areSettled = asks ? (items: readonly string[]) => this.#ask(items) : (items: readonly string[]) => Promise.resolve(items.map(() => false));
    this.#walk = new ContainerWalk({ budget, spill: new Spill(spillFolder, budget), areSettled });
    this.#unpacked = this.#walk.walk(container, this.#file, fileName);
  }

  /** @throws LibraryError where the library as a whole cannot go on (`disk-full`) */
  async next({ settled, pagesRead }: NextRequest): Promise<UnpackedGroup> {
    for (const page of pagesRead) this.#walk.giveBack(page);
    if (settled !== undefined) {
      this.#asked?.answer(settled);
      this.#asked = undefined;
    }
    const turn = new Turn();
    const question = new Promise<undefined>((resolve) => {
      this.#wake = () => resolve(undefined);
    });
    const unpacked: Unpacked[] = [];
    let bytes = 0;
    try {
      while (unpacked.length < LIMITS.unpackGroupFiles && bytes < LIMITS.unpackGroupBytes && this.#asked === undefined) {
        this.#coming ??= this.#unpacked.next();
        const next = await Promise.race([this.#coming, turn.over, question]);
        if (next === undefined) break;
        this.#coming = undefined;
        if (next.done === true) return { unpacked, isEnd: true };
        unpacked.push(next.value);
        bytes += next.value.kind === 'file' ? next.value.bytes.length : 0;
      }
    } finally {
      turn.end();
    }
    return { unpacked, isEnd: false, ...(this.#asked === undefined ? {} : { asks: this.#asked.items }) };
  }

  close(): void {
    this.#file.close();
  }

  #ask(items: readonly string[]): Promise<readonly boolean[]> {
    return new Promise((answer) => {
      this.#asked = { items, answer };
      this.#wake();
    });
  }
}

/** The time that one group may take. */
class Turn {
  readonly over: Promise<undefined>;
  #timer: NodeJS.Timeout | undefined;

  constructor() {
    this.over = new Promise((resolve) => {
      this.#timer = setTimeout(() => resolve(undefined), LIMITS.unpackTurnMs);
    });
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
