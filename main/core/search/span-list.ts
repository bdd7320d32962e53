import { NumberList } from '../index/read-postings.ts';
import { makeBits, setBit, type BitSet } from './bit-set.ts';
import type { SearchCosts } from './search-costs.ts';

/** For each of some documents, where something stands: first and last position of each place, and the words passed over within it. */
export type Spans = SpanList;

/**
 * Spans of documents, those of a document together. Filled in order of documents: `enter` one, `add` its spans in order
 * of their begin, at the end `finish`.
 */
export class SpanList {
  /** In order. */
  readonly docs: Uint32Array;
  /** Where the spans of each document begin; one more than documents. */
  readonly #starts: Uint32Array;
  readonly #begins = new NumberList();
  readonly #ends = new NumberList();
  readonly #passed = new NumberList();
  #rank = 0;

  constructor(docs: Uint32Array) {
    this.docs = docs;
    this.#starts = new Uint32Array(docs.length + 1);
  }

  static empty(docs: Uint32Array): SpanList {
    return new SpanList(docs).finish();
  }

  /** Later documents than those before. */
  enter(doc: number): void {
    while ((this.docs[this.#rank] ?? Number.MAX_SAFE_INTEGER) < doc) this.#close();
  }

  add(begin: number, end: number, passed = 0): void {
    this.#begins.push(begin);
    this.#ends.push(end);
    this.#passed.push(passed);
  }

  finish(): this {
    while (this.#rank < this.docs.length) this.#close();
    return this;
  }

  /** The documents that have a span, of so many in the segment. */
  matching(count: number): BitSet {
    const bits = makeBits(count);
    for (let rank = 0; rank < this.docs.length; rank += 1) if (this.#to(rank) > this.#from(rank)) setBit(bits, this.docs[rank] ?? 0);
    return bits;
  }

  /** What any of the lists has. All must be over the same documents. */
  static union(docs: Uint32Array, lists: readonly SpanList[]): SpanList {
    const spans = new SpanList(docs);
    for (let rank = 0; rank < docs.length; rank += 1) {
      const own = lists.flatMap((list) => list.#spansOf(rank));
      spans.enter(docs[rank] ?? 0);
      for (const [begin, end] of own.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) spans.add(begin, end);
    }
    return spans.finish();
  }

  /**
   * Phrases that grow by a word: from each span the next place of the word at `step` positions behind its end, or up to
   * so many more that all words passed over are not more than `slop`.
   */
  static follow(before: SpanList, words: SpanList, step: number, slop: number): SpanList {
    const spans = new SpanList(before.docs);
    for (let rank = 0; rank < before.docs.length; rank += 1) {
      spans.enter(before.docs[rank] ?? 0);
      let at = words.#from(rank);
      const to = words.#to(rank);
      for (let span = before.#from(rank); span < before.#to(rank); span += 1) {
        const begin = before.#begins.values[span] ?? 0;
        const least = (before.#ends.values[span] ?? 0) + step;
        const passed = before.#passed.values[span] ?? 0;
        // Ends grow with begins: of the words at or behind `least` the first makes the shortest phrase.
        while (at < to && (words.#begins.values[at] ?? 0) < least) at += 1;
        const place = at < to ? (words.#begins.values[at] ?? 0) : -1;
        if (place >= 0 && passed + place - least <= slop) spans.add(begin, place, passed + place - least);
      }
    }
    return spans.finish();
  }

  /** From the earlier begin to the later end of each two that do not overlap and are at most `distance` apart. */
  static near(left: SpanList, right: SpanList, docs: Uint32Array, distance: number, ordered: boolean, costs: SearchCosts): SpanList {
    const spans = new SpanList(docs);
    for (let rank = 0; rank < docs.length; rank += 1) {
      spans.enter(docs[rank] ?? 0);
      const found: [number, number][] = [];
      const rights = right.#spansOf(rank);
      for (const [begin, end] of left.#spansOf(rank)) {
        for (const [otherBegin, otherEnd] of rights) {
          if (otherBegin > end + distance) break;
          if (otherBegin > end) found.push([begin, otherEnd]);
          else if (!ordered && begin > otherEnd && begin - otherEnd <= distance) found.push([otherBegin, end]);
        }
        costs.addPostings(rights.length);
      }
      for (const [begin, end] of found.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) spans.add(begin, end);
    }
    return spans.finish();
  }

  #close(): void {
    this.#rank += 1;
    this.#starts[this.#rank] = this.#begins.length;
  }

  #from(rank: number): number {
    return this.#starts[rank] ?? 0;
  }

  #to(rank: number): number {
    return this.#starts[rank + 1] ?? 0;
  }

  #spansOf(rank: number): [number, number][] {
    const spans: [number, number][] = [];
    for (let span = this.#from(rank); span < this.#to(rank); span += 1) spans.push([this.#begins.values[span] ?? 0, this.#ends.values[span] ?? 0]);
    return spans;
  }
}
