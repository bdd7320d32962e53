import { LIMITS } from '../base/limits.ts';
import { FIELDS } from '../index/fields.ts';
import { rulesOf } from '../index/languages.ts';
import type { LiveSegment } from '../index/live-segment.ts';
import { foldWord, LONGEST_WORD } from '../index/split-words.ts';
import type { SearchIndex } from '../index/search-index.ts';
import { countOnes } from './bit-set.ts';
import { letterMask, makeFuzzyTest, makePatternTest, unitsOf } from './match-words.ts';
import type { TermNode } from './query-tree.ts';
import type { SearchCosts } from './search-costs.ts';

/** An index term of a query, over all segments. */
export interface QueryTerm {
  readonly text: string;
  /** By segment, the term's number there, or -1. */
  readonly numbers: Int32Array;
  /** By field, in how many documents it stands. */
  readonly frequencies: readonly number[];
}

/** What a word of a query stands for. */
export interface Expansion {
  /** The terms that count for the order, as often as they count; none where there are too many. */
  readonly terms: readonly QueryTerm[];
  /** By segment, the numbers of all the terms. */
  readonly numbers: readonly (readonly number[])[];
  /** It stands for so many terms that it only finds articles and does not count for their order. */
  readonly tooMany: boolean;
}

type Wanted = Pick<TermNode, 'text' | 'pattern' | 'edits' | 'prefix'>;

/** What the words of a query are in the index. Holds for one question: a segment that comes later is not in it. */
export class QueryTerms {
  readonly segments: readonly LiveSegment[];
  readonly #languages: readonly string[];
  readonly #costs: SearchCosts;
  readonly #terms = new Map<string, QueryTerm>();
  readonly #expansions = new Map<string, Expansion>();

  constructor(index: SearchIndex, costs: SearchCosts) {
    this.segments = index.segments;
    this.#languages = index.languages();
    this.#costs = costs;
  }

  /** The terms that a word, a pattern, a misspelling or a beginning stands for. */
  expand(wanted: Wanted): Expansion {
    const key = JSON.stringify([wanted.text, wanted.pattern, wanted.edits, wanted.prefix]);
    const known = this.#expansions.get(key);
    if (known) return known;
    const expansion = this.#expand(wanted);
    this.#expansions.set(key, expansion);
    return expansion;
  }

  /** One index term, whether any article has it or not. */
  term(text: string): QueryTerm {
    return this.#remember(text, () => Int32Array.from(this.segments, ({ segment }) => segment.terms.table.find(text)));
  }

  /** A word as each language's articles have it: its stem, or itself where it is a stop word there. Distinct. */
  analyse(word: string): { stems: string[]; stopWord: string | undefined } {
    const form = foldWord(word);
    const stopping = this.#languages.filter((code) => rulesOf(code).isStopWord(form));
    const stems = this.#languages.filter((code) => !stopping.includes(code)).map((code) => rulesOf(code).stem(form));
    return { stems: [...new Set(stems)].filter((stem) => stem !== ''), stopWord: stopping.length > 0 && form !== '' ? form : undefined };
  }

  #expand(wanted: Wanted): Expansion {
    const starts = wanted.pattern ? [wanted.text] : this.#stems(wanted.text);
    const beginning = wanted.prefix ? [this.segments.map((live) => this.#range(live, foldWord(wanted.text)))] : [];
    const lists = [...starts.map((start) => this.segments.map((live) => this.#expandIn(live, start, wanted))), ...beginning];
    const numbers = this.segments.map((_, at) => (lists.length === 1 ? (lists[0]?.[at] ?? []) : [...new Set(lists.flatMap((list) => list[at] ?? []))]));
    if (numbers.reduce((sum, { length }) => sum + length, 0) > LIMITS.searchScoredTerms) return { terms: [], numbers, tooMany: true };
    // As in lunr a term counts once for each stem of the word that it was found by; what a beginning adds counts once.
    const terms = lists.slice(0, starts.length).flatMap((list) => this.#nameTerms(list));
    if (wanted.prefix) terms.push(...this.#nameTerms(lists.at(-1) ?? []).filter((term) => !terms.includes(term)));
    return { terms, numbers, tooMany: false };
  }

  /** The terms with these numbers, by segment; only those that some article still has. */
  #nameTerms(numbers: readonly (readonly number[])[]): QueryTerm[] {
    const places = new Map<string, Int32Array>();
    for (const [at, own] of numbers.entries()) {
      this.#costs.add('term', own.length);
      const { table } = this.segments[at]?.segment.terms ?? {};
      for (const number of own) {
        const text = table?.term(number) ?? '';
        const found = places.get(text) ?? new Int32Array(this.segments.length).fill(-1);
        found[at] = number;
        places.set(text, found);
      }
    }
    const terms = [...places].map(([text, found]) => this.#remember(text, () => found));
    return terms.filter(({ frequencies }) => frequencies.some((count) => count > 0));
  }

  #remember(text: string, find: () => Int32Array): QueryTerm {
    const known = this.#terms.get(text);
    if (known) return known;
    const numbers = find();
    const frequencies = FIELDS.map((_, field) => this.segments.reduce((sum, live, at) => sum + ((numbers[at] ?? -1) < 0 ? 0 : live.documentFrequency(numbers[at] ?? 0, field)), 0));
    const term = { text, numbers, frequencies };
    this.#terms.set(text, term);
    return term;
  }

  #expandIn(live: LiveSegment, start: string, { pattern, edits }: Wanted): number[] {
    if (edits > 0) return this.#misspelt(live, start, edits);
    if (pattern && start.includes('*')) return this.#matching(live, start);
    const number = live.segment.terms.table.find(start);
    return number < 0 ? [] : [number];
  }

  /** As lunr's search pipeline: a stop word is stemmed, too, and then in no article. */
  #stems(text: string): string[] {
    const form = foldWord(text);
    return [...new Set(this.#languages.map((code) => rulesOf(code).stem(form)))].filter((stem) => stem !== '');
  }

  #range({ segment }: LiveSegment, prefix: string): number[] {
    if (prefix === '') return [];
    const { table } = segment.terms;
    const from = table.lowerBound(prefix);
    const to = table.lowerBound(`${prefix}\u{ffff}`);
    this.#costs.add('passing', to - from);
    return Array.from({ length: to - from }, (_, index) => from + index);
  }

  #matching(live: LiveSegment, pattern: string): number[] {
    const prefix = pattern.slice(0, pattern.indexOf('*'));
    const candidates = prefix === '' ? undefined : this.#range(live, prefix);
    const { table } = live.segment.terms;
    if (/^\*+$/.test(pattern)) return Array.from({ length: table.count }, (_, number) => number);
    if (candidates && /^[^*]+\*+$/.test(pattern)) return candidates;
    const test = makePatternTest(pattern);
    this.#costs.add('pattern', candidates?.length ?? table.count);
    const { units, starts } = table.letters();
    const matches = (number: number) => test(units, starts[number] ?? 0, starts[number + 1] ?? 0);
    return candidates ? candidates.filter(matches) : selectNumbers(table.count, matches);
  }

  #misspelt(live: LiveSegment, word: string, edits: number): number[] {
    const lengths = lengthsOf(live);
    const shortest = Math.max(0, word.length - edits);
    const from = lengths.starts[Math.min(shortest, lengths.starts.length - 1)] ?? 0;
    const to = lengths.starts[Math.min(word.length + edits + 1, lengths.starts.length - 1)] ?? 0;
    this.#costs.add('passing', to - from);
    const letters = unitsOf(word.replaceAll('*', ''));
    const mask = letterMask(letters, 0, letters.length);
    const mostBits = word.includes('*') ? 32 : 2 * edits;
    const test = makeFuzzyTest(word, edits, () => this.#costs.add('automaton', 1));
    const { units, starts } = live.segment.terms.table.letters();
    const found: number[] = [];
    for (let at = from; at < to; at += 1) {
      const own = lengths.masks[at] ?? 0;
      if (countOnes(own ^ mask) > mostBits || countOnes(mask & ~own) > edits) continue;
      const number = lengths.order[at] ?? 0;
      this.#costs.add('misspelling', 1);
      if (test(units, starts[number] ?? 0, starts[number + 1] ?? 0)) found.push(number);
    }
    return found.toSorted((a, b) => a - b);
  }
}

function selectNumbers(count: number, matches: (number: number) => boolean): number[] {
  const found: number[] = [];
  for (let number = 0; number < count; number += 1) if (matches(number)) found.push(number);
  return found;
}

/** A segment's terms by their length, so that a misspelling is held against those of about its own only. */
interface TermLengths {
  readonly order: Uint32Array;
  /** Parallel to `order`; see `letterMask`. */
  readonly masks: Uint32Array;
  /** Where the terms of each length begin in `order`; one more than lengths. */
  readonly starts: Uint32Array;
}

/** Made once for a segment: eight bytes a term. */
const LENGTHS = new WeakMap<LiveSegment, TermLengths>();

function lengthsOf(live: LiveSegment): TermLengths {
  const known = LENGTHS.get(live);
  if (known) return known;
  const { units, starts } = live.segment.terms.table.letters();
  const count = starts.length - 1;
  const lengthOf = (number: number) => Math.min(LONGEST_WORD + 1, (starts[number + 1] ?? 0) - (starts[number] ?? 0));
  const byLength = new Uint32Array(LONGEST_WORD + 3);
  for (let number = 0; number < count; number += 1) byLength[lengthOf(number) + 1] = (byLength[lengthOf(number) + 1] ?? 0) + 1;
  for (let length = 1; length < byLength.length; length += 1) byLength[length] = (byLength[length] ?? 0) + (byLength[length - 1] ?? 0);
  const next = byLength.slice();
  const order = new Uint32Array(count);
  const masks = new Uint32Array(count);
  for (let number = 0; number < count; number += 1) {
    const at = next[lengthOf(number)] ?? 0;
    next[lengthOf(number)] = at + 1;
    order[at] = number;
    masks[at] = letterMask(units, starts[number] ?? 0, starts[number + 1] ?? 0);
  }
  const lengths = { order, masks, starts: byLength };
  LENGTHS.set(live, lengths);
  return lengths;
}
