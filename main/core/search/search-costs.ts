import { LIMITS } from '../base/limits.ts';

/** Thrown where answering would take too long; the engine answers with a note. */
export class TooMuch extends Error {}

/** What the engine's steps take, in nanoseconds, measured on a small server; only their ratios matter. */
export const COST_NS = {
  /** An entry of a posting list: scored, or only marked. */
  scoring: 12,
  marking: 8,
  /** A term's record that is read, and its list and positions with what belongs to them. */
  record: 150,
  list: 1_000,
  /** A byte of positions. */
  position: 3,
  /** A document that is looked at for spans, and a span that is made. */
  document: 50,
  span: 150,
  /** Combining sets, for each document of the segment. */
  set: 0.5,
  /** A term whose letters are read. They are kept, but the first question pays for it, and each could be the first. */
  letters: 25,
  /** A term held against a pattern; passed over, held against a misspelling by quick tests, or by a state of lunr's automaton. */
  pattern: 30,
  passing: 4,
  misspelling: 250,
  automaton: 80,
  /** A term that was found, in one segment. */
  term: 1_700,
} as const;

/**
 * Adds up what a question makes the engine do, so that one that was built to keep it busy (by a stranger's article, or
 * by a slip) ends soon. Counted and not timed: the same question on the same library always gets the same answer.
 */
export class SearchCosts {
  #ns = 0;
  #mostNs = LIMITS.searchWorkMs * 1e6;
  readonly #once = new WeakSet<object>();

  /** @throws TooMuch */
  add(step: keyof typeof COST_NS, count: number): void {
    this.#ns += COST_NS[step] * count;
    if (this.#ns > this.#mostNs) throw new TooMuch();
  }

  /** For what is asked besides the answer. */
  allowMore(ms: number): void {
    this.#mostNs += ms * 1e6;
  }

  /**
   * Once for one thing, however often the question needs it.
   *
   * @throws TooMuch
   */
  addOnce(step: keyof typeof COST_NS, of: object, count: number): void {
    if (this.#once.has(of)) return;
    this.#once.add(of);
    this.add(step, count);
  }
}
