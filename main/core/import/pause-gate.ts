import type { FileToPrepare } from './prepare-file.ts';
import type { PackedFile } from './prepare-some.ts';

export type Prepare = (file: FileToPrepare, signal: AbortSignal) => Promise<PackedFile>;

/** What a file that no worker has begun with comes back with. */
const PAUSED = new Error('This import is paused.');

/**
 * Stands between an import and the workers that read its files. While it is paused no file is sent to them, and those
 * that still wait for one come back and are sent again later; what a worker has begun with it ends.
 */
export class PauseGate {
  readonly #prepare: Prepare;
  #pausing = new AbortController();
  #held: PromiseWithResolvers<void> | undefined;
  /** The signal of the import, joined with the one of this gate; the same for all of its files. */
  #joined: { readonly signal: AbortSignal; readonly either: AbortSignal } | undefined;

  constructor(prepare: Prepare) {
    this.#prepare = prepare;
  }

  pause(): void {
    if (this.#held) return;
    this.#held = Promise.withResolvers();
    this.#pausing.abort(PAUSED);
  }

  continue(): void {
    this.#pausing = new AbortController();
    this.#joined = undefined;
    this.#held?.resolve();
    this.#held = undefined;
  }

  /** Resolves while it is not paused. @throws the signal's reason */
  async whenOpen(signal: AbortSignal): Promise<void> {
    if (this.#held) await untilOpen(this.#held.promise, signal);
  }

  /** @param signal when it is aborted, a file that is held back is rejected with its reason */
  async prepare(file: FileToPrepare, signal: AbortSignal): Promise<PackedFile> {
    for (;;) {
      if (this.#held) await untilOpen(this.#held.promise, signal);
      try {
        return await this.#prepare(file, this.#join(signal));
      } catch (error) {
        if (error !== PAUSED) throw error;
      }
    }
  }

  #join(signal: AbortSignal): AbortSignal {
    if (this.#joined?.signal !== signal) this.#joined = { signal, either: AbortSignal.any([signal, this.#pausing.signal]) };
    return this.#joined.either;
  }
}

function untilOpen(opened: Promise<void>, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason);
    if (signal.aborted) return leave();
    signal.addEventListener('abort', leave, { once: true });
    void opened.then(() => {
      signal.removeEventListener('abort', leave);
      resolve();
    });
  });
}
