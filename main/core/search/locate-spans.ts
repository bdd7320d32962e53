import type { Leaf } from './match-leaf.ts';
import type { SpanNode } from './query-tree.ts';

/** A place of a text that a part of a query matches: from its first word to its last, counted in words. */
export interface Span {
  readonly begin: number;
  readonly end: number;
  /** The words of a leaf; none where it is made of other spans. */
  readonly leaf: Leaf | null;
  readonly words: readonly number[];
  readonly of: readonly Span[];
}

/** Where the words of a leaf stand, in order of its words; undefined where any word may stand. Each list is sorted. */
export type FindPlaces = (leaf: Leaf) => readonly (readonly number[] | undefined)[];

/** A text that was made to match everywhere must not hold up the answer: further places of one part are left out. */
const MOST_SPANS = 20_000;

/** All places where a part of a query stands, in order of their beginnings. */
export function locateSpans(node: SpanNode, places: FindPlaces): Span[] {
  switch (node.kind) {
    case 'term':
      return (places(node)[0] ?? []).slice(0, MOST_SPANS).map((at) => ({ begin: at, end: at, leaf: node, words: [at], of: [] }));
    case 'phrase':
      return locatePhrases(node, node.slop, places(node));
    case 'or':
      return inOrder(node.parts.flatMap((part) => locateSpans(part, places)));
    case 'near': {
      const left = locateSpans(node.left, places);
      const right = locateSpans(node.right, places);
      const pairs = pairUp(left, right, node.distance);
      return inOrder(node.ordered ? pairs : [...pairs, ...pairUp(right, left, node.distance)]);
    }
  }
}

function inOrder(spans: readonly Span[]): Span[] {
  return spans.toSorted((a, b) => a.begin - b.begin || a.end - b.end).slice(0, MOST_SPANS);
}

/** Each `first` with each `second` that begins behind its end, at most `distance` places away. */
function pairUp(first: readonly Span[], second: readonly Span[], distance: number): Span[] {
  const pairs: Span[] = [];
  for (const left of first) {
    for (let at = lowerBound(second, left.end + 1, ({ begin }) => begin); at < second.length; at += 1) {
      const right = second[at];
      if (!right || right.begin - left.end > distance) break;
      pairs.push({ begin: left.begin, end: right.end, leaf: null, words: [], of: [left, right] });
      if (pairs.length === MOST_SPANS) return pairs;
    }
  }
  return pairs;
}

/** From each first word on by the next place of each other word: the shortest phrase that begins there. */
function locatePhrases(leaf: Leaf, slop: number, places: readonly (readonly number[] | undefined)[]): Span[] {
  // A gap at an end of the phrase asks for nothing.
  const first = places.findIndex((list) => list !== undefined);
  const last = places.findLastIndex((list) => list !== undefined);
  const spans: Span[] = [];
  for (const begin of places[first] ?? []) {
    const longest = begin + last - first + slop;
    const words = [begin];
    let at = begin;
    for (let word = first + 1; word <= last && at >= 0; word += 1) {
      const list = places[word];
      at = list ? nextPlace(list, at + 1, longest) : at + 1;
      if (list) words.push(at);
    }
    if (at >= 0) spans.push({ begin, end: at, leaf, words, of: [] });
    if (spans.length === MOST_SPANS) break;
  }
  return spans;
}

function nextPlace(list: readonly number[], from: number, to: number): number {
  const found = list[lowerBound(list, from, (place) => place)];
  return found === undefined || found > to ? -1 : found;
}

/** The first index whose value is not below `from`. */
function lowerBound<Entry>(list: readonly Entry[], from: number, valueOf: (entry: Entry) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = list[middle];
    if (entry !== undefined && valueOf(entry) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
