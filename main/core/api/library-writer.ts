import { LibraryError } from '../../contract/errors.ts';
import type { ChangeNote } from '../index/index-keeper.ts';
import type { StoreCalls } from '../workers/store-worker.ts';
import type { RestartingLink } from '../workers/restarting-link.ts';

export type StoreLink = RestartingLink<StoreCalls>;

/** The way to the one writing connection. In a library that was opened for reading there is none. */
export class LibraryWriter {
  readonly #link: StoreLink | undefined;
  readonly #onChange: (note: ChangeNote) => void;
  #lastChange: number | undefined;

  /** @param lastChange of the store, where it is open already */
  constructor(link: StoreLink | undefined, onChange: (note: ChangeNote) => void, lastChange?: number) {
    this.#link = link;
    this.#onChange = onChange;
    this.#lastChange = lastChange;
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
      // Of two changes at a time, the second may be told of with the first: then the first one's news are told twice.
      const since = this.#lastChange ?? -1;
      const { change, ids } = await link.call('touchedSince', since);
      if (change !== this.#lastChange) this.#onChange({ since, change, touched: ids });
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
