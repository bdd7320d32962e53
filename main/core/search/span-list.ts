import { NumberList } from '../index/read-postings.ts';
import { makeBits, setBit, type BitSet } from './bit-set.ts';
import type { SearchCosts } from './search-costs.ts';

/**
 * For each of some documents, where something stands: the first and the last position of each span, those of a document
 * together and in order of their begin.
 */
export class SpanList {
  /** In order. */
  readonly docs: Uint32Array;
  /** Where the spans of each document begin; one more than documents. */
  readonly starts: Uint32Array;
  readonly begins: NumberList;
  readonly ends: NumberList;
  #rank = 0;

  /** @param filled absent: empty, to be filled by `enter` and `add` */
  constructor(docs: Uint32Array, filled?: { starts: Uint32Array; begins: NumberList; ends: NumberList }) {
    this.docs = docs;
    this.starts = filled?.starts ?? new Uint32Array(docs.length + 1);
    this.begins = filled?.begins ?? new NumberList();
    this.ends = filled?.ends ?? new NumberList();
  }

  /** Goes on to the next document. */
  enter(): void {
    this.#rank += 1;
    this.starts[this.#rank] = this.begins.length;
  }

  /** A span of the document that `enter` will end. */
  add(begin: number, end: number): void {
    this.begins.push(begin);
    this.ends.push(end);
  }

  /** The documents that have a span, of so many in the segment. */
  matching(count: number): BitSet {
    const bits = makeBits(count);
    for (let rank = 0; rank < this.docs.length; rank += 1) if ((this.starts[rank + 1] ?? 0) > (this.starts[rank] ?? 0)) setBit(bits, this.docs[rank] ?? 0);
    return bits;
  }

  /** What any of the lists has. All must be over the same documents. */
  static union(docs: Uint32Array, lists: readonly SpanList[]): SpanList {
    const [only] = lists;
    if (only && lists.length === 1) return only;
    const spans = new SpanList(docs);
    for (let rank = 0; rank < docs.length; rank += 1) {
      const own = lists.flatMap((list) => list.#spansOf(rank));
      for (const [begin, end] of own.toSorted(byPlace)) spans.add(begin, end);
      spans.enter();
    }
    return spans;
  }

  /** From the earlier begin to the later end of each two that do not overlap and are at most `distance` apart. */
  static near(left: SpanList, right: SpanList, { distance, ordered }: { distance: number; ordered: boolean }, costs: SearchCosts): SpanList {
    const spans = new SpanList(left.docs);
    for (let rank = 0; rank < left.docs.length; rank += 1) {
      const found: [number, number][] = [];
      const rights = right.#spansOf(rank);
      costs.add('span', rights.length);
      for (const [begin, end] of left.#spansOf(rank)) {
        for (const [otherBegin, otherEnd] of rights) {
          if (otherBegin > end + distance) break;
          costs.add('document', 1);
          if (otherBegin > end) found.push([begin, otherEnd]);
          else if (!ordered && begin > otherEnd && begin - otherEnd <= distance) found.push([otherBegin, end]);
        }
      }
      costs.add('span', found.length);
      for (const [begin, end] of found.toSorted(byPlace)) spans.add(begin, end);
      spans.enter();
    }
    return spans;
  }

  #spansOf(rank: number): [number, number][] {
    const spans: [number, number][] = [];
    for (let span = this.starts[rank] ?? 0; span < (this.starts[rank + 1] ?? 0); span += 1) spans.push([this.begins.values[span] ?? 0, this.ends.values[span] ?? 0]);
    return spans;
  }
}

function byPlace(a: readonly [number, number], b: readonly [number, number]): number {
  return a[0] - b[0] || a[1] - b[1];
}
