import { LibraryError, type ErrorCode } from '../../contract/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { FileToPrepare } from './prepare-file.ts';
import type { FileOutcome, PackedFile } from './prepare-some.ts';

/** The workers that prepare; each call takes one of them. */
export interface PreparingPool {
  readonly size: number;
  /** Prepares the first of the files, as many as it gets to. */
  prepareSome(files: readonly FileToPrepare[], timeoutMs: number): Promise<FileOutcome[]>;
}

interface Waiting {
  readonly file: FileToPrepare;
  readonly signal: AbortSignal;
  readonly resolve: (prepared: PackedFile) => void;
  readonly reject: (error: unknown) => void;
}

/** What one file does to a worker, and to the others that were with it. */
const ENDS_OF_WORKERS: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['timed-out', 'reader-crashed', 'out-of-memory']);

/**
 * Sends files to the workers several at a time. What a file does to its worker is its own failure still: when a group
 * ends badly, each of its files is tried by itself.
 */
export class GroupedPreparation {
  readonly #pool: PreparingPool;
  #waiting: Waiting[] = [];
  #underWay = 0;

  constructor(pool: PreparingPool) {
    this.#pool = pool;
  }

  /** How many files are read at once. */
  get workers(): number {
    return this.#pool.size;
  }

  /** How many files must wait at once for groups to be full: those under way, and as many again. */
  get parallel(): number {
    return this.#mostUnderWay * LIMITS.groupFiles * 2;
  }

  /**
   * @param signal when it is aborted, a file that no worker has begun with is rejected with its reason
   * @throws LibraryError for whatever keeps this one file out
   */
  prepare(file: FileToPrepare, signal: AbortSignal): Promise<PackedFile> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ file, signal, resolve, reject });
      this.#send();
    });
  }

  /** One group waits at each worker's door, so that none idles. */
  get #mostUnderWay(): number {
    return this.#pool.size * 2;
  }

  #send(): void {
    if (this.#underWay >= this.#mostUnderWay) return;
    this.#dropAborted();
    while (this.#underWay < this.#mostUnderWay && this.#waiting.length > 0) {
      // The last files are shared out among all workers.
      const files = Math.min(LIMITS.groupFiles, Math.ceil(this.#waiting.length / this.#mostUnderWay));
      this.#underWay += 1;
      void this.#prepareGroup(this.#waiting.splice(0, withinBytes(this.#waiting.slice(0, files)))).finally(() => {
        this.#underWay -= 1;
        this.#send();
      });
    }
  }

  async #prepareGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const outcomes = await this.#pool.prepareSome(files(group), group.length > 1 ? LIMITS.groupTimeMs : LIMITS.itemTimeMs);
      for (const [index, outcome] of outcomes.entries()) settle(group[index], outcome);
      this.#waiting.unshift(...group.slice(outcomes.length));
    } catch (error) {
      if (group.length > 1 && error instanceof LibraryError && ENDS_OF_WORKERS.has(error.code)) return this.#prepareEach(group);
      for (const { reject } of group) reject(error);
    }
  }

  async #prepareEach(group: readonly Waiting[]): Promise<void> {
    for (const waiting of group) {
      if (waiting.signal.aborted) waiting.reject(waiting.signal.reason);
      else await this.#prepareGroup([waiting]);
    }
  }

  #dropAborted(): void {
    const aborted = this.#waiting.filter(({ signal }) => signal.aborted);
    if (aborted.length === 0) return;
    this.#waiting = this.#waiting.filter(({ signal }) => !signal.aborted);
    for (const { signal, reject } of aborted) reject(signal.reason);
  }
}

/** How many of the first files go into one message: what comes out of archives goes along with its bytes. */
function withinBytes(waiting: readonly Waiting[]): number {
  let bytes = 0;
  const past = waiting.findIndex(({ file }) => (bytes += 'bytes' in file ? file.bytes.length : 0) > LIMITS.groupBytes);
  return past === -1 ? waiting.length : Math.max(1, past);
}

function files(group: readonly Waiting[]): FileToPrepare[] {
  return group.map(({ file }) => file);
}

function settle(waiting: Waiting | undefined, outcome: FileOutcome): void {
  if ('prepared' in outcome) waiting?.resolve(outcome.prepared);
  else waiting?.reject('code' in outcome ? new LibraryError(outcome.code, outcome.message) : outcome.error);
}
