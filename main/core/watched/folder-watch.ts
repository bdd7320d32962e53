import { LibraryError } from '../../contract/errors.ts';
import type { WatchedFolder, WatchedState } from '../../contract/watched.ts';
import type { WatchTimes } from '../host-services.ts';
import type { StoredWatch } from '../store/changes.ts';
import type { TakingEnd } from './take-files.ts';
import type { FoundFile } from './waiting-files.ts';
import type { Look } from './watched-tree.ts';

export interface WatchParts {
  readonly times: WatchTimes;
  /** Looks at the folder, as a whole or where something changed. */
  readonly look: (whole: boolean) => Promise<Look>;
  /** Nobody looks at the folder any more. */
  readonly leave: () => Promise<void>;
  /** Imports files of it; resolves when they are in a report. Begins nothing once the signal is aborted. */
  readonly take: (files: readonly FoundFile[], how: { isFirst: boolean; signal: AbortSignal }) => Promise<TakingEnd>;
  /** Ends an import of it that was cut off with nothing left to take. */
  readonly endCutOff: (signal: AbortSignal) => Promise<void>;
  /** The user cancelled what was being taken. */
  readonly onCancelled: () => void;
  readonly onChanged: () => void;
  readonly onUnexpected: (error: unknown) => void;
}

/** How the folder stands. */
type Stand = Pick<WatchedFolder, 'state' | 'waiting' | 'error'>;

/** After a signal, what else comes at the same time is waited for. */
const SIGNAL_MS = 500;
/** Looking at folders takes at most this part of the time, however much happens in them ... */
const LOOKING_PART = 5;
/** ... and looking at all of them at most this. */
const LOOKING_AT_ALL_PART = 100;

/** One folder that is being watched: looks at it whenever it is time to, and has taken what is ready. One step at a time. */
export class FolderWatch {
  readonly watch: StoredWatch;
  readonly #parts: WatchParts;
  #stand: Stand = { state: 'watching', waiting: 0, error: null };
  #timer: NodeJS.Timeout | undefined;
  #dueMs = Number.POSITIVE_INFINITY;
  #step: Promise<void> | undefined;
  #signalled = false;
  readonly #closing = new AbortController();
  #isFirst = true;
  /** When all of it is to be looked at next. */
  #wholeDueMs = 0;
  #lookTookMs = 0;
  #lookFailed = false;

  constructor(watch: StoredWatch, parts: WatchParts) {
    this.watch = watch;
    this.#parts = parts;
    this.#wakeIn(0);
  }

  get stand(): Stand {
    return this.#stand;
  }

  /** Something changed in it. */
  signal(): void {
    this.#signalled = true;
    if (!this.#step) this.#wakeIn(Math.max(SIGNAL_MS, this.#lookTookMs * LOOKING_PART));
  }

  /** Nothing that is known of it can be trusted: all of it is looked at next. */
  startAgain(): void {
    this.#wholeDueMs = 0;
    this.signal();
  }

  /** Begins nothing more. */
  stop(): void {
    this.#closing.abort(new LibraryError('closed', 'This folder is not watched any more.'));
    clearTimeout(this.#timer);
  }

  /** Stops; resolves when nothing of it is being looked at or taken any more. */
  async close(): Promise<void> {
    this.stop();
    await this.#step;
    await this.#parts.leave();
  }

  get #closed(): boolean {
    return this.#closing.signal.aborted;
  }

  #wakeIn(ms: number): void {
    const dueMs = performance.now() + ms;
    // Sooner is never put off.
    if (this.#closed || dueMs >= this.#dueMs) return;
    clearTimeout(this.#timer);
    this.#dueMs = dueMs;
    this.#timer = setTimeout(() => {
      this.#dueMs = Number.POSITIVE_INFINITY;
      this.#step = this.#run().finally(() => {
        this.#step = undefined;
      });
    }, ms);
  }

  async #run(): Promise<void> {
    this.#signalled = false;
    let waitMs: number;
    try {
      waitMs = await this.#lookAndTake();
    } catch (error) {
      if (this.#closed) return;
      if (error instanceof LibraryError) this.#say({ error: { code: error.code, message: error.message } });
      else this.#parts.onUnexpected(error);
      this.#lookFailed = true;
      this.#wholeDueMs = 0;
      waitMs = this.#parts.times.troubleMs;
    }
    this.#wakeIn(waitMs);
    if (this.#signalled) this.#wakeIn(Math.max(SIGNAL_MS, this.#lookTookMs * LOOKING_PART));
  }

  /** Returns after how many milliseconds it is to be looked at again if nothing happens. */
  async #lookAndTake(): Promise<number> {
    const { times } = this.#parts;
    const startMs = performance.now();
    const { state, ready, waiting, whole, hears } = await this.#parts.look(startMs >= this.#wholeDueMs);
    this.#lookTookMs = performance.now() - startMs;
    if (this.#closed) return 0;
    this.#say({ state, waiting: waiting + ready.length, ...(this.#lookFailed ? { error: null } : {}) });
    this.#lookFailed = false;
    if (state !== 'watching') {
      this.#wholeDueMs = 0;
      return times.goneMs;
    }
    if (whole) this.#wholeDueMs = performance.now() + Math.max(hears ? times.lookMs : times.lookMs / LOOKING_PART, this.#lookTookMs * LOOKING_AT_ALL_PART);
    if (ready.length > 0) return this.#take(ready);
    if (waiting > 0) return times.settleMs;
    if (this.#isFirst) {
      this.#isFirst = false;
      await this.#parts.endCutOff(this.#closing.signal);
    }
    return Math.max(0, this.#wholeDueMs - performance.now());
  }

  async #take(files: readonly FoundFile[]): Promise<number> {
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    const { state, error } = await this.#parts.take(files, { isFirst, signal: this.#closing.signal });
    if (this.#closed) return 0;
    this.#say({ error: state === 'failed' ? error : null });
    if (state === 'cancelled') {
      this.stop();
      this.#parts.onCancelled();
      return 0;
    }
    this.#parts.onChanged();
    if (state !== 'failed') return 0;
    // What is known to fail is not tried again and again.
    this.#isFirst = true;
    return this.#parts.times.troubleMs;
  }

  #say(change: Partial<Stand>): void {
    const before = this.#stand;
    this.#stand = { ...before, ...change };
    const same = before.state === this.#stand.state && before.waiting === this.#stand.waiting && before.error?.message === this.#stand.error?.message;
    if (!same) this.#parts.onChanged();
  }
}

/** What a folder is that nobody watches now. */
export function unwatchedStand({ paused }: StoredWatch): Stand {
  const state: WatchedState = paused ? 'paused' : 'idle';
  return { state, waiting: 0, error: null };
}
