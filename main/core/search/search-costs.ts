import { LIMITS } from '../base/limits.ts';

/** Thrown where answering would take too long; the engine answers with a note. */
export class TooMuch extends Error {}

/** What the engine's steps take, in nanoseconds, measured on a small server; only their ratios matter. */
export const COST_NS = {
  /** An entry of a posting list: scored, or only marked. */
  scoring: 20,
  marking: 8,
  /** A byte of positions. */
  position: 14,
  /** A document that is looked at for spans, and a span that is made. */
  document: 20,
  span: 60,
  /** Combining sets, for each document of the segment. */
  set: 0.5,
  /** A term held against a pattern; passed over, held against a misspelling by quick tests, or by lunr's automaton. */
  pattern: 100,
  passing: 4,
  misspelling: 120,
  automaton: 5_000,
  /** A term that was found, in one segment. */
  term: 2_000,
} as const;

/**
 * Adds up what a question makes the engine do, so that one that was built to keep it busy (by a stranger's article, or
 * by a slip) ends soon. Counted and not timed: the same question on the same library always gets the same answer.
 */
export class SearchCosts {
  #ns = 0;

  /** @throws TooMuch */
  add(step: keyof typeof COST_NS, count: number): void {
    this.#ns += COST_NS[step] * count;
    if (this.#ns > LIMITS.searchWorkMs * 1e6) throw new TooMuch();
  }
}
