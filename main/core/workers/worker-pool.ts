import type { ResourceLimits } from 'node:worker_threads';
import { LibraryError } from '../../contract/errors.ts';
import { WorkerLink, type Output, type WorkerCalls } from './worker-link.ts';

export interface PoolOptions {
  readonly file: URL;
  readonly size: number;
  /** A call that takes longer ends as `timed-out` and its worker is replaced. */
  readonly timeoutMs: number;
  readonly limits: ResourceLimits;
}

/**
 * Workers of one kind that each do one call at a time, so that a call that hangs or dies takes nothing else with it.
 * Own, and not piscina or tinypool: those load a file of theirs at run time, which a bundle does not hold, and what is
 * needed here is this page.
 */
export class WorkerPool<C extends WorkerCalls> {
  readonly #options: PoolOptions;
  readonly #idle: WorkerLink<C>[] = [];
  readonly #all = new Set<WorkerLink<C>>();
  readonly #queue: (() => void)[] = [];
  #closed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  get size(): number {
    return this.#options.size;
  }

  /**
   * Runs a call as soon as a worker is free. Calls wait in the order in which they came.
   *
   * @param timeoutMs from when the worker has it
   */
  async call<K extends keyof C & string>(name: K, input: Parameters<C[K]>[0], timeoutMs: number = this.#options.timeoutMs): Promise<Output<C, K>> {
    const link = await this.#take();
    const timer = setTimeout(() => {
      void link.end(new LibraryError('timed-out', `This could not be read within ${timeoutMs / 1000} seconds, so it was skipped.`));
      this.#all.delete(link);
    }, timeoutMs);
    try {
      return await link.call(name, input);
    } finally {
      clearTimeout(timer);
      this.#give(link);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    // Those that wait for a worker learn that there will be none.
    for (const wake of this.#queue.splice(0)) wake();
    await Promise.all([...this.#all].map((link) => link.end()));
  }

  async #take(): Promise<WorkerLink<C>> {
    for (;;) {
      if (this.#closed) throw new LibraryError('closed', 'The library was closed.');
      const idle = this.#idle.pop();
      if (idle) return idle;
      if (this.#all.size < this.#options.size) return this.#start();
      await new Promise<void>((resolve) => this.#queue.push(resolve));
    }
  }

  #give(link: WorkerLink<C>): void {
    if (this.#all.has(link)) this.#idle.push(link);
    this.#queue.shift()?.();
  }

  #start(): WorkerLink<C> {
    const link: WorkerLink<C> = new WorkerLink<C>(this.#options.file, undefined, {
      limits: this.#options.limits,
      onGone: () => {
        this.#all.delete(link);
        const place = this.#idle.indexOf(link);
        if (place !== -1) this.#idle.splice(place, 1);
      },
    });
    this.#all.add(link);
    return link;
  }
}
