import { LIMITS } from '../base/limits.ts';
import { FIELDS } from '../index/fields.ts';
import { rulesOf } from '../index/languages.ts';
import type { LiveSegment } from '../index/live-segment.ts';
import type { SearchIndex } from '../index/search-index.ts';
import { foldWord } from '../index/split-words.ts';
import { findBeginnings, findExactly, findMatching, findMisspelt, joinNumbers, type TermNumbers } from './find-terms.ts';
import type { TermNode } from './query-tree.ts';
import type { SearchCosts } from './search-costs.ts';

/** An index term of a query, over all segments. */
export interface QueryTerm {
  readonly text: string;
  /** By segment, the term's number there, or -1. */
  readonly numbers: readonly number[];
  /** By field, in how many documents it stands. */
  readonly frequencies: readonly number[];
}

/** What a word of a query stands for. */
export interface Expansion {
  /** The terms that count for the order, as often as they count; none where there are too many, or of a beginning only the word itself. */
  readonly terms: readonly QueryTerm[];
  /** By segment, the numbers of all the terms. */
  readonly numbers: readonly TermNumbers[];
  /** It stands for so many terms that they only find articles and do not count for their order. */
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
    return this.#remember(text, () => this.segments.map(({ segment }) => segment.terms.table.find(text)));
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
    const beginning = wanted.prefix ? [this.segments.map((live) => findBeginnings(live, foldWord(wanted.text)))] : [];
    const lists = [...starts.map((start) => this.segments.map((live) => this.#expandIn(live, start, wanted))), ...beginning];
    const numbers = this.segments.map((_, at) => joinNumbers(lists.flatMap((list) => list[at] ?? [])));
    const count = numbers.reduce((sum, { length }) => sum + length, 0);
    if (count > LIMITS.searchScoredTerms) return { terms: [], numbers, tooMany: true };
    // Who types a word wants that word: what else begins so need not wait for its turn in the order.
    if (wanted.prefix && count > LIMITS.searchTypedTerms) return { terms: lists.slice(0, starts.length).flatMap((list) => this.#nameTerms(list)), numbers, tooMany: true };
    // As in lunr a term counts once for each stem of the word that it was found by; what a beginning adds counts once.
    const terms = lists.slice(0, starts.length).flatMap((list) => this.#nameTerms(list));
    if (wanted.prefix) terms.push(...this.#nameTerms(lists.at(-1) ?? []).filter((term) => !terms.includes(term)));
    return { terms, numbers, tooMany: false };
  }

  /** The terms with these numbers, by segment; only those that some article still has. */
  #nameTerms(numbers: readonly TermNumbers[]): QueryTerm[] {
    const places = new Map<string, number[]>();
    for (const [at, own] of numbers.entries()) {
      this.#costs.add('term', own.length);
      const { table } = this.segments[at]?.segment.terms ?? {};
      for (const number of own) {
        const text = table?.term(number) ?? '';
        const found = places.get(text) ?? this.segments.map(() => -1);
        found[at] = number;
        places.set(text, found);
      }
    }
    const terms = [...places].map(([text, found]) => this.#remember(text, () => found));
    return terms.filter(({ frequencies }) => frequencies.some((count) => count > 0));
  }

  #remember(text: string, find: () => number[]): QueryTerm {
    const known = this.#terms.get(text);
    if (known) return known;
    const numbers = find();
    const frequencies = FIELDS.map(() => 0);
    for (let at = 0; at < numbers.length; at += 1) {
      const number = numbers[at] ?? -1;
      if (number >= 0) this.segments[at]?.addFrequencies(number, frequencies);
    }
    const term = { text, numbers, frequencies };
    this.#terms.set(text, term);
    return term;
  }

  #expandIn(live: LiveSegment, start: string, { pattern, edits }: Wanted): TermNumbers {
    if (edits > 0) return findMisspelt(live, start, edits, this.#costs);
    return pattern && start.includes('*') ? findMatching(live, start, this.#costs) : findExactly(live, start);
  }

  /** As lunr's search pipeline: a stop word is stemmed, too, and then in no article. */
  #stems(text: string): string[] {
    const form = foldWord(text);
    return [...new Set(this.#languages.map((code) => rulesOf(code).stem(form)))].filter((stem) => stem !== '');
  }
}
