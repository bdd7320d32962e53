import type { SearchSort } from '../../contract/search.ts';
import type { LiveSegment } from '../index/live-segment.ts';
import { countBits, type BitSet } from './bit-set.ts';

/** One matching article. */
export interface Match {
  readonly live: LiveSegment;
  readonly doc: number;
  /** Without what is lost in adding up, so that equal scores are equal. */
  readonly score: number;
}

/** The matches of one segment, with the scores by document. */
export interface SegmentMatches {
  readonly live: LiveSegment;
  readonly bits: BitSet;
  readonly scores: Float64Array;
}

/** Past so many a heap costs more than sorting. */
const MOST_IN_HEAP = 2_000;

/**
 * The first `count` matches in the order asked for. Relevance: ties by date, newest first, then by id. Dates: unknown
 * ones last, ties by score, then by id.
 */
export function pickBest(segments: readonly SegmentMatches[], sort: SearchSort, count: number): { total: number; best: Match[] } {
  const total = segments.reduce((sum, { bits }) => sum + countBits(bits), 0);
  const compare = COMPARE[sort];
  const most = Math.min(count, total);
  const best = new Best(most > MOST_IN_HEAP ? total : most, compare);
  for (const { live, bits, scores } of segments) {
    for (let at = 0; at < bits.length; at += 1) {
      for (let word = bits[at] ?? 0; word !== 0; word &= word - 1) {
        const doc = at * 32 + 31 - Math.clz32(word & -word);
        best.offer(live, doc, roundScore(scores[doc] ?? 0), sort === 'relevance');
      }
    }
  }
  return { total, best: best.sorted().slice(0, count) };
}

/** lunr's scores are sums of thousandths over one divisor: this keeps ten digits, and drops the noise of adding in another order. */
function roundScore(score: number): number {
  return Math.round(score * 1e10) / 1e10;
}

type Compare = (a: Match, b: Match) => number;

const dateOf = ({ live, doc }: Match): number => live.segment.documents.published[doc] ?? -1;
const byId: Compare = (a, b) => a.live.segment.documents.compareIds(a.doc, b.live.segment.documents, b.doc);
/** Unknown dates are -1. */
const byNewest: Compare = (a, b) => dateOf(b) - dateOf(a);
const byOldest: Compare = (a, b) => Number(dateOf(a) === -1) - Number(dateOf(b) === -1) || dateOf(a) - dateOf(b);
const byScore: Compare = (a, b) => b.score - a.score;

const COMPARE: Readonly<Record<SearchSort, Compare>> = {
  relevance: (a, b) => byScore(a, b) || byNewest(a, b) || byId(a, b),
  newest: (a, b) => byNewest(a, b) || byScore(a, b) || byId(a, b),
  oldest: (a, b) => byOldest(a, b) || byScore(a, b) || byId(a, b),
};

/** The best of what is offered: a heap with the worst of them on top. */
class Best {
  readonly #most: number;
  readonly #compare: Compare;
  readonly #heap: Match[] = [];

  constructor(most: number, compare: Compare) {
    this.#most = most;
    this.#compare = compare;
  }

  offer(live: LiveSegment, doc: number, score: number, byScoreFirst: boolean): void {
    const worst = this.#heap[0];
    if (worst && this.#heap.length === this.#most) {
      if (byScoreFirst && score < worst.score) return;
      const match = { live, doc, score };
      if (this.#compare(match, worst) >= 0) return;
      this.#heap[0] = match;
      this.#sink(0);
    } else if (this.#heap.length < this.#most) {
      this.#heap.push({ live, doc, score });
      this.#rise(this.#heap.length - 1);
    }
  }

  sorted(): Match[] {
    return this.#heap.toSorted(this.#compare);
  }

  #worse(a: number, b: number): boolean {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    return first !== undefined && second !== undefined && this.#compare(first, second) > 0;
  }

  #swap(a: number, b: number): void {
    const [first, second] = [this.#heap[a], this.#heap[b]];
    if (first && second) [this.#heap[a], this.#heap[b]] = [second, first];
  }

  #rise(from: number): void {
    for (let at = from; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.#worse(at, parent)) return;
      this.#swap(at, parent);
      at = parent;
    }
  }

  #sink(from: number): void {
    for (let at = from; ; ) {
      let worst = at;
      for (const child of [at * 2 + 1, at * 2 + 2]) if (child < this.#heap.length && this.#worse(child, worst)) worst = child;
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }
}
