import type { LiveSegment } from '../index/live-segment.ts';
import { LONGEST_WORD } from '../index/split-words.ts';
import { letterMask, type TermLetters } from '../index/term-letters.ts';
import { countOnes, listBits, makeBits, setBit } from './bit-set.ts';
import { makeFuzzyTest, makePatternTest, unitsOf } from './match-words.ts';
import type { SearchCosts } from './search-costs.ts';

/** Numbers of terms in one segment, in order. */
export type TermNumbers = Uint32Array<ArrayBuffer>;

const NONE: TermNumbers = new Uint32Array();

/** A pattern that every term matches. */
function matchesAll(pattern: string): boolean {
  return /^\*+$/.test(pattern);
}

/** The terms that begin with a text; none where it is empty. */
export function findBeginnings({ segment }: LiveSegment, prefix: string): TermNumbers {
  if (prefix === '') return NONE;
  const { table } = segment.terms;
  return listNumbers(table.lowerBound(prefix), table.lowerBound(`${prefix}\u{ffff}`));
}

function listNumbers(from: number, to: number): TermNumbers {
  const numbers = new Uint32Array(to - from);
  for (let index = 0; index < numbers.length; index += 1) numbers[index] = from + index;
  return numbers;
}

/** The term itself, if it is there. */
export function findExactly({ segment }: LiveSegment, term: string): TermNumbers {
  const number = segment.terms.table.find(term);
  return number < 0 ? NONE : Uint32Array.of(number);
}

/** The terms that match lunr's pattern. */
export function findMatching(live: LiveSegment, pattern: string, costs: SearchCosts): TermNumbers {
  if (matchesAll(pattern)) return listNumbers(0, live.segment.terms.table.count);
  const prefix = pattern.slice(0, pattern.indexOf('*'));
  if (prefix === '') return filterByLetters(live, pattern, costs);
  const candidates = findBeginnings(live, prefix);
  if (matchesAll(pattern.slice(prefix.length))) return candidates;
  costs.add('pattern', candidates.length);
  const test = makePatternTest(pattern);
  const { units, starts } = lettersOf(live, costs);
  return candidates.filter((number) => test(units, starts[number] ?? 0, starts[number + 1] ?? 0));
}

/** Of all terms those that have the pattern's letters are held against it. */
function filterByLetters(live: LiveSegment, pattern: string, costs: SearchCosts): TermNumbers {
  const { units, starts, masks } = lettersOf(live, costs);
  const letters = unitsOf(pattern.replaceAll('*', ''));
  const mask = letterMask(letters, 0, letters.length);
  const test = makePatternTest(pattern);
  costs.add('passing', masks.length);
  const found = makeBits(masks.length);
  let tested = 0;
  for (let number = 0; number < masks.length; number += 1) {
    if ((mask & ~(masks[number] ?? 0)) !== 0) continue;
    tested += 1;
    if (test(units, starts[number] ?? 0, starts[number + 1] ?? 0)) setBit(found, number);
  }
  costs.add('pattern', tested);
  return listBits(found);
}

/** The terms that lunr finds for a misspelt one. */
export function findMisspelt(live: LiveSegment, word: string, edits: number, costs: SearchCosts): TermNumbers {
  const { units, starts, masks } = lettersOf(live, costs);
  const { order, starts: lengths } = lengthsOf(live);
  const from = lengths[Math.min(Math.max(0, word.length - edits), LONGEST)] ?? 0;
  const to = lengths[Math.min(word.length + edits, LONGEST) + 1] ?? 0;
  costs.add('passing', to - from);
  const letters = unitsOf(word.replaceAll('*', ''));
  const mask = letterMask(letters, 0, letters.length);
  const mostBits = word.includes('*') ? 32 : 2 * edits;
  const test = makeFuzzyTest(word, edits, (states) => costs.add('automaton', states));
  const found = makeBits(order.length);
  for (let at = from; at < to; at += 1) {
    const number = order[at] ?? 0;
    const own = masks[number] ?? 0;
    if (countOnes(own ^ mask) > mostBits || countOnes(mask & ~own) > edits) continue;
    costs.add('misspelling', 1);
    if (test(units, starts[number] ?? 0, starts[number + 1] ?? 0)) setBit(found, number);
  }
  return listBits(found);
}

function lettersOf({ segment }: LiveSegment, costs: SearchCosts): TermLetters {
  const { table } = segment.terms;
  costs.addOnce('letters', table, table.count);
  return table.letters();
}

/** What any of the lists has, each number once. */
export function joinNumbers(lists: readonly TermNumbers[]): TermNumbers {
  const [only] = lists;
  if (only && lists.length === 1) return only;
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let length = 0;
  for (const list of lists) {
    all.set(list, length);
    length += list.length;
  }
  all.sort();
  return all.filter((number, at) => at === 0 || number !== all[at - 1]);
}

/** Longer terms count as of this length. */
const LONGEST = LONGEST_WORD + 1;

/** A segment's terms by their length, so that a misspelling is held against those of about its own only. */
interface TermLengths {
  readonly order: Uint32Array;
  /** Where the terms of each length begin in `order`; one more than lengths. */
  readonly starts: Uint32Array;
}

/** Made once for a segment: four bytes a term. */
const LENGTHS = new WeakMap<LiveSegment, TermLengths>();

function lengthsOf(live: LiveSegment): TermLengths {
  const known = LENGTHS.get(live);
  if (known) return known;
  const { starts } = live.segment.terms.table.letters();
  const count = starts.length - 1;
  const byLength = new Uint32Array(LONGEST + 2);
  for (let number = 0; number < count; number += 1) {
    const next = Math.min(LONGEST, (starts[number + 1] ?? 0) - (starts[number] ?? 0)) + 1;
    byLength[next] = (byLength[next] ?? 0) + 1;
  }
  for (let length = 1; length < byLength.length; length += 1) byLength[length] = (byLength[length] ?? 0) + (byLength[length - 1] ?? 0);
  const ends = byLength.slice();
  const order = new Uint32Array(count);
  for (let number = 0; number < count; number += 1) {
    const length = Math.min(LONGEST, (starts[number + 1] ?? 0) - (starts[number] ?? 0));
    const at = ends[length] ?? 0;
    order[at] = number;
    ends[length] = at + 1;
  }
  const lengths = { order, starts: byLength };
  LENGTHS.set(live, lengths);
  return lengths;
}
