import { LibraryError } from '../../contract/errors.ts';
import type { StoreCalls } from '../workers/store-worker.ts';
import type { WorkerLink } from '../workers/worker-link.ts';

export type StoreLink = WorkerLink<StoreCalls>;

/** The way to the one writing connection. In a library that was opened for reading there is none. */
export class LibraryWriter {
  readonly #link: StoreLink | undefined;
  readonly #onChange: (change: number) => void;
  #lastChange = 0;

  constructor(link: StoreLink | undefined, onChange: (change: number) => void) {
    this.#link = link;
    this.#onChange = onChange;
  }

  /** @throws LibraryError whatever keeps the library from being written to */
  async open(): Promise<void> {
    const { lastChange } = await this.#writing().call('open', undefined);
    this.#lastChange = lastChange;
  }

  /** Makes a change and tells of it. */
  async change<T>(make: (store: StoreLink) => Promise<T>): Promise<T> {
    const link = this.#writing();
    const result = await make(link);
    const change = await link.call('lastChange', undefined);
    if (change !== this.#lastChange) this.#onChange(change);
    this.#lastChange = change;
    return result;
  }

  async close(): Promise<void> {
    await this.#link?.call('close', undefined);
    await this.#link?.end();
  }

  #writing(): StoreLink {
    if (!this.#link) throw new LibraryError('read-only', 'The library was opened for reading only.');
    return this.#link;
  }
}
