import { LibraryError } from '../../contract/errors.ts';
import type { Output, WorkerCalls, WorkerLink } from './worker-link.ts';

/**
 * Calls to a worker that is started again when it has died: the calls that it died in fail, the next one works. For
 * workers that own nothing that cannot be rebuilt, which all of ours are.
 */
export class RestartingLink<C extends WorkerCalls> {
  readonly #start: () => WorkerLink<C>;
  #link: WorkerLink<C>;
  #closed = false;

  constructor(start: () => WorkerLink<C>) {
    this.#start = start;
    this.#link = start();
  }

  call<K extends keyof C & string>(name: K, input: Parameters<C[K]>[0]): Promise<Output<C, K>> {
    if (this.#closed) return Promise.reject(new LibraryError('closed', 'The library was closed.'));
    if (this.#link.gone) this.#link = this.#start();
    return this.#link.call(name, input);
  }

  /** Ends the worker for good. */
  async end(): Promise<void> {
    this.#closed = true;
    await this.#link.end();
  }
}
