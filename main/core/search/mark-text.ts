import type { Field } from '../index/fields.ts';
import { analysisLanguage } from '../index/languages.ts';
import { KnownWords, type KnownWord, type PlacedWord } from './known-words.ts';
import { locateSpans, type Span } from './locate-spans.ts';
import { makeWordTests, type Leaf, type WordTest } from './match-leaf.ts';
import type { QueryNode, SpanNode } from './query-tree.ts';

/** A word of a text that a query matches: UTF-16 code units, end exclusive. */
export interface TextMark {
  readonly start: number;
  readonly end: number;
  /** The part of the query that it belongs to. */
  readonly leaf: Leaf;
  /** Its index term; a stop word of a phrase as it is written. */
  readonly term: string;
}

export interface Marker {
  /**
   * What of a text the query matches, in order; a word once for each leaf that it belongs to.
   *
   * @param language the article's (BCP 47), or null
   */
  mark(text: string, language: string | null, field: Field): TextMark[];
}

/** Words that are looked at: a book-length article must not hold up the answer. */
const MOST_WORDS = 50_000;
/** Different words whose matches are remembered; see `KnownWords`. */
const MOST_REMEMBERED = 100_000;
const NO_SLOTS: readonly number[] = [];

/**
 * Finds a query's matches in texts by the engine's own rules. Phrases and what stands NEAR are marked only where the
 * whole of them stands; what is excluded and filters mark nothing.
 *
 * @param languages codes of all languages that the index has
 * @param words is best kept from one query to the next
 * @param mostWords the rest of a longer text is not looked at
 */
export function makeMarker(root: QueryNode, languages: readonly string[], words = new KnownWords(), mostWords = MOST_WORDS): Marker {
  const nodes = listMarkable(root);
  const leaves = [...new Set(nodes.flatMap(leavesOf))];
  const slots = leaves.flatMap((leaf) => makeWordTests(leaf, languages).map((test) => ({ leaf, test })));
  const slotsOf = rememberSlots(slots.map(({ test }) => test));
  return {
    mark(text, language, field) {
      if (leaves.length === 0) return [];
      const placed = words.read(text, analysisLanguage(language), mostWords);
      const found: number[][] = slots.map(() => []);
      for (const [place, { word }] of placed.entries()) for (const slot of slotsOf(word)) found[slot]?.push(place);
      const places = new Map<Leaf, (number[] | undefined)[]>(leaves.map((leaf) => [leaf, []]));
      for (const [slot, { leaf, test }] of slots.entries()) places.get(leaf)?.push(test && leaf.fields.includes(field) ? found[slot] : test && []);
      return toMarks(nodes.flatMap((node) => locateSpans(node, (leaf) => places.get(leaf) ?? [])), placed);
    },
  };
}

/** By word, the tests that it passes. */
function rememberSlots(tests: readonly (WordTest | undefined)[]): (word: KnownWord) => readonly number[] {
  const known = new Map<KnownWord, readonly number[]>();
  return (word) => {
    const remembered = known.get(word);
    if (remembered) return remembered;
    const passed = [...tests.keys()].filter((slot) => tests[slot]?.(word));
    if (known.size > MOST_REMEMBERED) known.clear();
    known.set(word, passed.length === 0 ? NO_SLOTS : passed);
    return passed;
  };
}

function toMarks(spans: readonly Span[], placed: readonly PlacedWord[]): TextMark[] {
  const seen = new Set<Span>();
  const marked = new Map<Leaf, Set<number>>();
  const waiting = [...spans];
  for (let span = waiting.pop(); span; span = waiting.pop()) {
    if (seen.has(span)) continue;
    seen.add(span);
    for (const inner of span.of) waiting.push(inner);
    if (!span.leaf) continue;
    const places = marked.get(span.leaf) ?? new Set();
    marked.set(span.leaf, places);
    for (const place of span.words) places.add(place);
  }
  const marks: TextMark[] = [];
  for (const [leaf, places] of marked) {
    for (const place of places) {
      const at = placed[place];
      if (at) marks.push({ start: at.start, end: at.end, leaf, term: at.word.term || at.word.form });
    }
  }
  return marks.toSorted((a, b) => a.start - b.start);
}

/** The parts of a query that are marked by themselves. */
function listMarkable(node: QueryNode): SpanNode[] {
  switch (node.kind) {
    case 'term':
    case 'phrase':
    case 'near':
      return [node];
    case 'and':
    case 'or':
      return node.parts.flatMap(listMarkable);
    case 'group':
      return node.items.filter(({ presence }) => presence !== 'prohibited').flatMap((item) => listMarkable(item.node));
    case 'not':
    case 'filter':
      return [];
  }
}

function leavesOf(node: SpanNode): Leaf[] {
  switch (node.kind) {
    case 'term':
    case 'phrase':
      return [node];
    case 'near':
      return [...leavesOf(node.left), ...leavesOf(node.right)];
    case 'or':
      return node.parts.flatMap(leavesOf);
  }
}
