import type { ReadableDatabase } from './open-database.ts';
import { readLastChange } from './store-queries.ts';

/**
 * Answers that hold until the library changes: whoever scrolls through a list does not have it counted anew for each
 * page.
 */
export class UntilChange<T> {
  readonly #most: number;
  readonly #answers = new Map<string, T>();
  #change = -1;

  /** @param most so many answers are kept: a person has few lists open */
  constructor(most: number) {
    this.#most = most;
  }

  /** The answer that is known by this name, or else a new one. */
  answer(database: ReadableDatabase, name: string, ask: () => T): T {
    // Read before asking: an answer that already knows of a later change is only asked for once too often.
    const change = readLastChange(database);
    if (change !== this.#change) this.#answers.clear();
    this.#change = change;
    const known = this.#answers.get(name);
    if (known !== undefined) return known;
    const answer = ask();
    const [oldest] = this.#answers.keys();
    if (oldest !== undefined && this.#answers.size >= this.#most) this.#answers.delete(oldest);
    this.#answers.set(name, answer);
    return answer;
  }
}
