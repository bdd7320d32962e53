const STAR = 42;

/** A word as its letters in a longer list of UTF-16 code units, `to` exclusive. */
type WordTest = (units: Uint16Array, from: number, to: number) => boolean;

/** A test for words that match lunr's pattern, in which `*` stands for any letters or none. Takes time by pattern times word at most. */
export function makePatternTest(pattern: string): WordTest {
  const pieces = pattern.split('*').map(unitsOf);
  const first = pieces.shift() ?? unitsOf('');
  const last = pieces.pop();
  const inside = pieces.filter(({ length }) => length > 0);
  return (units, from, to) => {
    if (!last) return to - from === first.length && standsAt(units, from, first);
    const end = to - last.length;
    let at = from + first.length;
    if (at > end || !standsAt(units, end, last) || !standsAt(units, from, first)) return false;
    // Each piece as early as it can: that leaves most to the others.
    for (const piece of inside) {
      at = findEnd(units, at, end, piece);
      if (at < 0) return false;
    }
    return true;
  };
}

function standsAt(units: Uint16Array, from: number, piece: Uint16Array): boolean {
  for (let index = 0; index < piece.length; index += 1) if (units[from + index] !== piece[index]) return false;
  return true;
}

/** Where the first place of a piece ends, or -1. */
function findEnd(units: Uint16Array, from: number, to: number, piece: Uint16Array): number {
  const [first] = piece;
  for (let at = from; at + piece.length <= to; at += 1) {
    if (units[at] === first && standsAt(units, at, piece)) return at + piece.length;
  }
  return -1;
}

/**
 * A test for words that lunr would find for `word~edits`: each letter put in, taken out, changed, or swapped with the
 * next costs one. As in lunr's automaton a letter that was swapped may be changed or swapped on, and a `*` in the word
 * stands for any one letter.
 *
 * @param onAutomaton called for each word that the quick tests cannot decide, with the number of states that it is held against
 */
export function makeFuzzyTest(word: string, edits: number, onAutomaton: (states: number) => void = () => {}): WordTest {
  if (edits === 1 && !word.includes('*')) return (units, from, to) => isOneEditAway(word, units, from, to);
  const automaton = new EditAutomaton(word, edits);
  const accepts: WordTest = (units, from, to) => {
    onAutomaton((word.length + 1) * (edits + 2));
    return automaton.accepts(units, from, to);
  };
  if (word.includes('*') || word.length > LONGEST_IN_BITS) return accepts;
  const distance = makeAlignmentDistance(word);
  // lunr's count is at most the alignment distance. It is less where a swapped letter is changed again: one for each two edits.
  const surelyFar = edits + Math.floor(edits / 2);
  return (units, from, to) => {
    const far = distance(units, from, to);
    return far <= edits || (far <= surelyFar && accepts(units, from, to));
  };
}

/** A word's letters for the tests above. */
export function unitsOf(word: string): Uint16Array {
  return Uint16Array.from({ length: word.length }, (_, at) => word.charCodeAt(at));
}

/** Equal, or one letter put in, taken out, changed, or two neighbours swapped. */
function isOneEditAway(word: string, units: Uint16Array, from: number, to: number): boolean {
  const length = to - from;
  const shorter = Math.min(word.length, length);
  let begin = 0;
  while (begin < shorter && word.charCodeAt(begin) === units[from + begin]) begin += 1;
  let end = 0;
  while (end < shorter - begin && word.charCodeAt(word.length - 1 - end) === units[to - 1 - end]) end += 1;
  const restOfWord = word.length - begin - end;
  const rest = length - begin - end;
  if (restOfWord <= 1 && rest <= 1) return true;
  return restOfWord === 2 && rest === 2 && word.charCodeAt(begin) === units[from + begin + 1] && word.charCodeAt(begin + 1) === units[from + begin];
}

const LONGEST_IN_BITS = 30;

/**
 * The optimal string alignment distance from a word (edits as above, but no letter is edited twice), all cells of a
 * column of the table at once as bits of a number: H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and
 * Damerau edit distances", 2003.
 *
 * @param word up to `LONGEST_IN_BITS` letters
 */
function makeAlignmentDistance(word: string): (units: Uint16Array, from: number, to: number) => number {
  const places = new Map<number, number>();
  for (let at = 0; at < word.length; at += 1) places.set(word.charCodeAt(at), (places.get(word.charCodeAt(at)) ?? 0) | (1 << at));
  const ascii = Int32Array.from({ length: 128 }, (_, letter) => places.get(letter) ?? 0);
  const last = 1 << (word.length - 1);
  return (units, from, to) => {
    let up = -1;
    let down = 0;
    let diagonal = 0;
    let before = 0;
    let distance = word.length;
    for (let at = from; at < to; at += 1) {
      const letter = units[at] ?? 0;
      const match = letter < 128 ? (ascii[letter] ?? 0) : (places.get(letter) ?? 0);
      const swapped = ((~diagonal & match) << 1) & before;
      diagonal = (((match & up) + up) ^ up) | match | down | swapped;
      let right = down | ~(diagonal | up);
      const left = diagonal & up;
      if (right & last) distance += 1;
      if (left & last) distance -= 1;
      right = (right << 1) | 1;
      up = (left << 1) | ~(diagonal | right);
      down = right & diagonal;
      before = match;
    }
    return distance;
  };
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

  accepts(units: Uint16Array, from: number, to: number): boolean {
    this.#costs.fill(NEVER);
    this.#costs[0] = 0;
    this.#takeOut(this.#costs);
    for (let at = from; at < to; at += 1) {
      if (!this.#step(units[at] ?? 0)) return false;
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
