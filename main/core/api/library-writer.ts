import { LibraryError } from '../../contract/errors.ts';
import type { StoreCalls } from '../workers/store-worker.ts';
import type { RestartingLink } from '../workers/restarting-link.ts';

export type StoreLink = RestartingLink<StoreCalls>;

/** The way to the one writing connection. In a library that was opened for reading there is none. */
export class LibraryWriter {
  readonly #link: StoreLink | undefined;
  readonly #onChange: (change: number) => void;
  #lastChange: number | undefined;

  constructor(link: StoreLink | undefined, onChange: (change: number) => void) {
    this.#link = link;
    this.#onChange = onChange;
  }

  /** @throws LibraryError whatever keeps the library from being written to */
  async open(): Promise<void> {
    const { lastChange } = await this.#writing().call('open', undefined);
    // Only at first: later it would hide a change that is just being made from those who are told of it.
    this.#lastChange ??= lastChange;
  }

  /** Makes a change and tells of it; also of one that failed after it was made (a purge that could not tidy up). */
  async change<T>(make: (store: StoreLink) => Promise<T>): Promise<T> {
    const link = this.#writing();
    try {
      return await make(link);
    } finally {
      const change = await link.call('lastChange', undefined);
      if (change !== this.#lastChange) this.#onChange(change);
      this.#lastChange = change;
    }
  }

  async close(): Promise<void> {
    try {
      await this.#link?.call('close', undefined);
    } finally {
      await this.#link?.end();
    }
  }

  #writing(): StoreLink {
    if (!this.#link) throw new LibraryError('read-only', 'The library was opened for reading only.');
    return this.#link;
  }
}
