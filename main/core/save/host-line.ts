import PQueue from 'p-queue';

/** Waits so many milliseconds; rejects with the signal's reason when it is aborted. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<void>;

export interface LineTimes {
  readonly now: () => number;
  readonly pause: Pause;
  /** Between two pages. */
  readonly pageGapMs: number;
}

/**
 * The requests to one host: one after the other, pages with a while between them, and none before the time that the host named when
 * it asked to be left alone.
 */
export class HostLine {
  readonly #times: LineTimes;
  readonly #queue = new PQueue({ concurrency: 1 });
  #pageEndedMs = Number.NEGATIVE_INFINITY;
  #closedUntilMs = Number.NEGATIVE_INFINITY;

  constructor(times: LineTimes) {
    this.#times = times;
  }

  get isIdle(): boolean {
    return this.#queue.size === 0 && this.#queue.pending === 0 && this.#times.now() > Math.max(this.#pageEndedMs + this.#times.pageGapMs, this.#closedUntilMs);
  }

  /** @param isPage whether the host is to be given a rest before it */
  run<T>(isPage: boolean, signal: AbortSignal, ask: () => Promise<T>): Promise<T> {
    return this.#queue.add(async () => {
      const dueMs = Math.max(isPage ? this.#pageEndedMs + this.#times.pageGapMs : 0, this.#closedUntilMs);
      await this.#times.pause(Math.max(0, dueMs - this.#times.now()), signal);
      try {
        return await ask();
      } finally {
        if (isPage) this.#pageEndedMs = this.#times.now();
      }
    }, { signal });
  }

  /** The host asked to be left alone for so long. */
  leaveAlone(ms: number): void {
    this.#closedUntilMs = Math.max(this.#closedUntilMs, this.#times.now() + ms);
  }
}
