import type { SettledItem } from '../store/import-rows.ts';
import type { FailedItem } from './retry-sources.ts';

/** What an import that is gone on with passes over, and which entries it writes anew. */
export class SettledItems {
  readonly #settled: ReadonlySet<string>;
  readonly #again: Map<string, number>;
  readonly #numbers: ReadonlySet<number>;

  /** @param again the entries that are tried again */
  constructor(reported: readonly SettledItem[], again: readonly FailedItem[] = []) {
    this.#numbers = new Set(again.map(({ number }) => number));
    this.#settled = new Set(reported.filter(({ number }) => !this.#numbers.has(number)).map(nameOf));
    this.#again = new Map(again.map((item) => [nameOf(item), item.number]));
  }

  /** Entries that are to be written anew and have not been. */
  get left(): number {
    return this.#again.size;
  }

  isSettled(source: string, item?: string): boolean {
    return this.#settled.has(nameOf({ source, item }));
  }

  /** What becomes of a folder stands in for it: it is itself no item any more. */
  standIn(folder: string, source: string): void {
    const number = this.#again.get(folder);
    if (number === undefined || this.#again.has(source)) return;
    this.#again.delete(folder);
    this.#again.set(source, number);
  }

  /** The number of the entry that is written anew by what became of this item; of a file that was no use as a whole, by its first item. */
  take(source: string, item?: string): number | undefined {
    for (const name of [nameOf({ source, item }), source]) {
      const number = this.#again.get(name);
      if (number === undefined) continue;
      this.#again.delete(name);
      return number;
    }
    return undefined;
  }

  /** Takes a number back that nothing was written under. */
  giveBack(number: number, source: string, item?: string): void {
    if (this.#numbers.has(number)) this.#again.set(nameOf({ source, item }), number);
  }
}

/** No path and no inner name has a NUL in it. */
function nameOf({ source, item }: Pick<FailedItem, 'source' | 'item'>): string {
  return item === undefined ? source : `${source}\0${item}`;
}
