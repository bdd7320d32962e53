import { FIELDS } from '../index/fields.ts';
import type { SearchIndex } from '../index/search-index.ts';
import { countBits, intersect, makeBits, makeFullBits, setBit, subtract, unite, type BitSet } from './bit-set.ts';
import { SpanFinder } from './find-spans.ts';
import type { Filter } from '../store/article-filter.ts';
import type { GroupNode, QueryNode, SpanNode, TermNode } from './query-tree.ts';
import { QueryTerms } from './query-terms.ts';
import type { WeightedTerm } from './score-query.ts';
import type { SearchCosts } from './search-costs.ts';

/** The row numbers of the articles that a filter lets through. */
export type AnswerFilter = (filter: Filter) => readonly number[];

/** Terms that are marked before a look whether all documents are. */
const AT_ONCE = 1_024;

/** Matches a question against every segment. */
export class QueryMatcher {
  readonly terms: QueryTerms;
  readonly #index: SearchIndex;
  readonly #answerFilter: AnswerFilter;
  readonly #costs: SearchCosts;
  readonly #filters = new Map<string, readonly BitSet[]>();

  constructor(index: SearchIndex, answerFilter: AnswerFilter, costs: SearchCosts) {
    this.terms = new QueryTerms(index, costs);
    this.#index = index;
    this.#answerFilter = answerFilter;
    this.#costs = costs;
  }

  /** By segment, the documents that match and are not removed. */
  match(node: QueryNode): BitSet[] {
    return this.terms.segments.map((live, at) => {
      const bits = this.#match(node, at);
      subtract(bits, live.removed);
      return bits;
    });
  }

  /** How many articles match. */
  count(node: QueryNode): number {
    return this.match(node).reduce((sum, bits) => sum + countBits(bits), 0);
  }

  /** The result may be changed by whoever gets it. */
  #match(node: QueryNode, at: number): BitSet {
    this.#costs.add('set', this.terms.segments[at]?.segment.documents.count ?? 0);
    switch (node.kind) {
      case 'term':
        return this.#matchTerm(node, at);
      case 'phrase':
      case 'near':
        return this.#matchSpans(node, at);
      case 'filter':
        return this.#matchFilter(node.filter, at).slice();
      case 'and':
        return this.#combine(node.parts, at, intersect);
      case 'or':
        return this.#combine(node.parts, at, unite);
      case 'not': {
        const all = this.#all(at);
        subtract(all, this.#match(node.part, at));
        return all;
      }
      case 'group':
        return this.#matchGroup(node, at);
    }
  }

  #all(at: number): BitSet {
    return makeFullBits(this.terms.segments[at]?.segment.documents.count ?? 0);
  }

  #none(at: number): BitSet {
    return makeBits(this.terms.segments[at]?.segment.documents.count ?? 0);
  }

  #combine(parts: readonly QueryNode[], at: number, into: (bits: BitSet, other: BitSet) => void): BitSet {
    const [first, ...others] = parts;
    const bits = first ? this.#match(first, at) : this.#none(at);
    for (const other of others) into(bits, this.#match(other, at));
    return bits;
  }

  #matchGroup({ items }: GroupNode, at: number): BitSet {
    const filters = items.filter(({ node, presence }) => node.kind === 'filter' && presence !== 'prohibited');
    const required = items.filter(({ node, presence }) => presence === 'required' && node.kind !== 'filter');
    const optional = items.filter(({ node, presence }) => presence === 'optional' && node.kind !== 'filter');
    const nodes = (list: GroupNode['items']) => list.map(({ node }) => node);
    const wanted = required.length > 0 ? this.#combine(nodes(required), at, intersect) : optional.length > 0 ? this.#combine(nodes(optional), at, unite) : this.#all(at);
    for (const { node } of filters) intersect(wanted, this.#match(node, at));
    for (const { node, presence } of items) if (presence === 'prohibited') subtract(wanted, this.#match(node, at));
    return wanted;
  }

  #matchTerm(node: TermNode, at: number): BitSet {
    const bits = this.#none(at);
    const { segment } = this.terms.segments[at] ?? {};
    if (!segment) return bits;
    const fields = FIELDS.reduce((mask, name, field) => (node.fields.includes(name) ? mask | (1 << field) : mask), 0);
    const numbers = this.terms.expand(node).numbers[at] ?? new Uint32Array();
    const most = numbers.length > AT_ONCE ? countNotEmpty(segment.documents.lengths, fields) : 0;
    for (let from = 0; from < numbers.length; from += AT_ONCE) {
      const some = numbers.subarray(from, from + AT_ONCE);
      this.#costs.add('record', some.length);
      for (const number of some) this.#costs.add('marking', segment.terms.table.mark(number, fields, bits));
      // A pattern that half of the dictionary matches has soon found every article.
      if (some.length === AT_ONCE && countBits(bits) === most) break;
    }
    return bits;
  }

  #matchSpans(node: SpanNode, at: number): BitSet {
    const live = this.terms.segments[at];
    return live ? new SpanFinder(this.terms, at, live, this.#costs).match(node) : this.#none(at);
  }

  #matchFilter(filter: Filter, at: number): BitSet {
    const key = JSON.stringify(filter);
    const known = this.#filters.get(key) ?? this.#locate(this.#answerFilter(filter));
    this.#filters.set(key, known);
    return known[at] ?? this.#none(at);
  }

  #locate(rows: readonly number[]): BitSet[] {
    const bits = this.terms.segments.map((_, at) => this.#none(at));
    const places = new Map(this.terms.segments.map((live, at) => [live, at]));
    for (const n of rows) {
      const found = this.#index.find(n);
      const own = found && bits[places.get(found.live) ?? -1];
      if (own) setBit(own, found.doc);
    }
    return bits;
  }
}

/** How many documents have a word in any of the fields. */
function countNotEmpty(lengths: readonly Uint32Array[], fields: number): number {
  const wanted = lengths.filter((_, field) => (fields & (1 << field)) !== 0);
  const count = wanted[0]?.length ?? 0;
  let found = 0;
  for (let doc = 0; doc < count; doc += 1) if (wanted.some((own) => (own[doc] ?? 0) > 0)) found += 1;
  return found;
}

/**
 * The terms that count for the order: of all parts that an article may or must match, each with the sum of its boosts.
 * `uncounted`: the patterns that stand for too many terms.
 */
export function collectWeights(root: QueryNode, terms: QueryTerms): { weighted: WeightedTerm[]; uncounted: string[] } {
  const boosts = new Map<string, (number | undefined)[]>();
  const uncounted: string[] = [];
  const add = (text: string, fields: readonly string[], boost: number) => {
    const own = boosts.get(text) ?? FIELDS.map(() => undefined);
    boosts.set(text, own);
    for (const [field, name] of FIELDS.entries()) if (fields.includes(name)) own[field] = (own[field] ?? 0) + boost;
  };
  for (const leaf of listLeaves(root)) {
    if (leaf.kind === 'term') {
      const expansion = terms.expand(leaf);
      // While a word is typed nobody waits to be told that it is not finished.
      if (expansion.tooMany && !leaf.prefix) uncounted.push(leaf.text);
      for (const { text } of expansion.terms) add(text, leaf.fields, leaf.boost);
    } else {
      const stems = leaf.words.flatMap((word) => terms.analyse(word).stems);
      for (const stem of stems) if (terms.term(stem).frequencies.some((count) => count > 0)) add(stem, leaf.fields, leaf.boost);
    }
  }
  return { weighted: [...boosts].map(([text, own]) => ({ term: terms.term(text), boosts: own })), uncounted };
}

/** The words and phrases of a question that an article may or must match. */
export function* listLeaves(node: QueryNode): Generator<Extract<QueryNode, { kind: 'term' | 'phrase' }>> {
  switch (node.kind) {
    case 'term':
    case 'phrase':
      yield node;
      return;
    case 'near':
      yield* listLeaves(node.left);
      yield* listLeaves(node.right);
      return;
    case 'and':
    case 'or':
      for (const part of node.parts) yield* listLeaves(part);
      return;
    case 'group':
      for (const { node: part, presence } of node.items) if (presence !== 'prohibited') yield* listLeaves(part);
      return;
    case 'not':
    case 'filter':
      return;
  }
}

/** Whether an article matches as soon as it has any of the words: then scoring alone shows which do. */
export function matchesAnyWord(root: QueryNode, terms: QueryTerms): boolean {
  if (root.kind !== 'group' || root.items.length === 0) return false;
  return root.items.every(({ node, presence }) => presence === 'optional' && node.kind === 'term' && !terms.expand(node).tooMany);
}
