import { LIMITS } from '../base/limits.ts';
import type { Operation } from './changes.ts';
import type { LibraryStore } from './library-store.ts';

/** Writes operations as few changes, none of them larger than a batch of an import. */
export class WritingInParts {
  readonly #store: LibraryStore;
  #waiting: Operation[] = [];
  #bytes = 0;

  constructor(store: LibraryStore) {
    this.#store = store;
  }

  /** Operations of one change. */
  add(operations: readonly Operation[]): void {
    this.#waiting.push(...operations);
    for (const operation of operations) this.#bytes += JSON.stringify(operation).length;
    if (this.#bytes >= LIMITS.batchBytes) this.end([]);
  }

  end(last: readonly Operation[]): void {
    const operations = [...this.#waiting.splice(0), ...last];
    this.#bytes = 0;
    this.#store.commit((apply) => operations.forEach((operation) => apply(operation)));
  }
}
