import { LIMITS } from '../base/limits.ts';

/** Thrown where answering would take too long; the engine answers with a note. */
export class TooMuch extends Error {}

/**
 * Counts what a question makes the engine do, so that one that was built to keep it busy (by a stranger's article, or
 * by a slip) ends at once. Counted and not timed: the same question on the same library always gets the same answer.
 */
export class SearchCosts {
  #terms = 0;
  #postings = 0;

  /** Terms that are held against a pattern. @throws TooMuch */
  addTerms(count: number): void {
    this.#terms += count;
    if (this.#terms > LIMITS.searchTermChecks) throw new TooMuch();
  }

  /** Entries of posting lists, or positions, that are read. @throws TooMuch */
  addPostings(count: number): void {
    this.#postings += count;
    if (this.#postings > LIMITS.searchPostings) throw new TooMuch();
  }
}
