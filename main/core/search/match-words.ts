import { countOnes } from './bit-set.ts';

const STAR = 42;

/** Whether a word matches lunr's pattern, in which `*` stands for any letters or none. Takes time by pattern times word at most. */
export function matchesPattern(pattern: string, word: string): boolean {
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let starAt = 0;
  while (at < word.length) {
    const wanted = pattern.charCodeAt(inPattern);
    if (wanted === STAR) {
      star = inPattern;
      starAt = at;
      inPattern += 1;
    } else if (wanted === word.charCodeAt(at)) {
      inPattern += 1;
      at += 1;
    } else if (star >= 0) {
      // The last star takes one letter more. An earlier one never has to: it already let the rest begin as early as it can.
      starAt += 1;
      at = starAt;
      inPattern = star + 1;
    } else return false;
  }
  while (pattern.charCodeAt(inPattern) === STAR) inPattern += 1;
  return inPattern === pattern.length;
}

/**
 * A test for words that lunr would find for `word~edits`: each letter put in, taken out, changed, or swapped with the
 * next costs one. As in lunr's automaton a letter that was swapped may be changed or swapped on, and a `*` in the word
 * stands for any one letter.
 *
 * @param maskOf for words that are tested often: see `letterMask`
 */
export function makeFuzzyTest(word: string, edits: number): (candidate: string, mask: number) => boolean {
  const ownMask = letterMask(word);
  const plain = !word.includes('*');
  const far = plain
    ? (candidate: string, mask: number) =>
        Math.abs(candidate.length - word.length) > edits || countOnes(mask & ~ownMask) > edits || countOnes(ownMask & ~mask) > edits
    : (candidate: string) => Math.abs(candidate.length - word.length) > edits;
  if (edits === 1 && plain) return (candidate, mask) => !far(candidate, mask) && isOneEditAway(word, candidate);
  const automaton = new EditAutomaton(word, edits);
  return (candidate, mask) => !far(candidate, mask) && automaton.accepts(candidate);
}

/** Which letters a word has, one bit for each, several letters sharing a bit: an edit changes at most one each way. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at += 1) mask |= 1 << (word.charCodeAt(at) & 31);
  return mask;
}

/** Equal, or one letter put in, taken out, changed, or two neighbours swapped. */
function isOneEditAway(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  let begin = 0;
  while (begin < shorter && a.charCodeAt(begin) === b.charCodeAt(begin)) begin += 1;
  let end = 0;
  while (end < shorter - begin && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end += 1;
  const restA = a.length - begin - end;
  const restB = b.length - begin - end;
  if (restA <= 1 && restB <= 1) return true;
  return restA === 2 && restB === 2 && a.charCodeAt(begin) === b.charCodeAt(begin + 1) && a.charCodeAt(begin + 1) === b.charCodeAt(begin);
}

const NEVER = 255;

/**
 * lunr's TokenSet.fromFuzzyString without building it: for each rest of the word that can be left, the fewest edits
 * that lead there. A rest is the word from some place on, or that with one earlier letter in front, which was swapped.
 */
class EditAutomaton {
  readonly #word: string;
  readonly #edits: number;
  /** A rest with a swapped letter has one from so many places before its own, or none (0). */
  readonly #carries: number;
  #costs: Uint8Array;
  #next: Uint8Array;

  constructor(word: string, edits: number) {
    this.#word = word;
    this.#edits = edits;
    this.#carries = edits + 2;
    this.#costs = new Uint8Array((word.length + 1) * this.#carries);
    this.#next = new Uint8Array(this.#costs.length);
  }

  accepts(candidate: string): boolean {
    this.#costs.fill(NEVER);
    this.#costs[0] = 0;
    this.#takeOut(this.#costs);
    for (let at = 0; at < candidate.length; at += 1) {
      if (!this.#step(candidate.charCodeAt(at))) return false;
    }
    return (this.#costs[this.#word.length * this.#carries] ?? NEVER) <= this.#edits;
  }

  /** Letters of the word may be taken out before the next letter of the candidate is read. */
  #takeOut(costs: Uint8Array): void {
    for (let place = 0; place <= this.#word.length; place += 1) {
      const plain = place * this.#carries;
      for (let carry = 1; carry < this.#carries; carry += 1) lower(costs, plain, (costs[plain + carry] ?? NEVER) + 1);
      if (place < this.#word.length) lower(costs, plain + this.#carries, (costs[plain] ?? NEVER) + 1);
    }
  }

  #step(letter: number): boolean {
    const costs = this.#costs;
    const next = this.#next;
    next.fill(NEVER);
    let alive = false;
    for (let state = 0; state < costs.length; state += 1) {
      const cost = costs[state] ?? NEVER;
      if (cost > this.#edits) continue;
      alive = true;
      const place = Math.floor(state / this.#carries);
      const carry = state % this.#carries;
      if (cost < this.#edits) lower(next, state, cost + 1);
      if (carry === 0 && place === this.#word.length) continue;
      const head = this.#word.charCodeAt(carry === 0 ? place : place - carry);
      const rest = this.#afterHead(state);
      if (head === letter || head === STAR) lower(next, rest, cost);
      else if (cost < this.#edits) lower(next, rest, cost + 1);
      this.#swap(next, place, carry, letter, cost);
    }
    this.#costs = next;
    this.#next = costs;
    this.#takeOut(next);
    return alive;
  }

  /** The second letter of the rest stands before the first. */
  #swap(next: Uint8Array, place: number, carry: number, letter: number, cost: number): void {
    if (cost >= this.#edits) return;
    const second = carry === 0 ? place + 1 : place;
    if (second >= this.#word.length) return;
    const read = this.#word.charCodeAt(second);
    // From an unswapped rest the letter at `place` is carried over the one behind it: two places before the new place.
    if (read === letter || read === STAR) lower(next, (second + 1) * this.#carries + (carry === 0 ? 2 : carry + 1), cost + 1);
  }

  #afterHead(state: number): number {
    const place = Math.floor(state / this.#carries);
    return state % this.#carries === 0 ? (place + 1) * this.#carries : place * this.#carries;
  }
}

function lower(costs: Uint8Array, state: number, cost: number): void {
  if (cost < (costs[state] ?? 0)) costs[state] = cost;
}
