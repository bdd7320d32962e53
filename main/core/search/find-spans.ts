import { FIELDS } from '../index/fields.ts';
import type { LiveSegment } from '../index/live-segment.ts';
import { makePostingList, markPostings, readPositions, readPostings } from '../index/read-postings.ts';
import type { TermKind } from '../index/segment.ts';
import { foldWord } from '../index/split-words.ts';
import { hasBit, intersect, listBits, makeBits, type BitSet, unite } from './bit-set.ts';
import type { NearNode, PhraseNode, SpanNode } from './query-tree.ts';
import type { QueryTerms } from './query-terms.ts';
import type { SearchCosts } from './search-costs.ts';
import { SpanList, type Spans } from './span-list.ts';

/** Terms of one kind in one segment of which any may stand in a place. */
interface Alternative {
  readonly kind: TermKind;
  readonly number: number;
  /** Only this form of the term; undefined takes all. */
  readonly form: string | undefined;
}

const list = makePostingList();

/** Finds in one field of one segment where words, phrases and neighbours stand. */
export class SpanFinder {
  readonly #live: LiveSegment;
  readonly #at: number;
  readonly #field: number;
  readonly #terms: QueryTerms;
  readonly #costs: SearchCosts;

  /** @param at the segment's place in the list of segments */
  constructor(terms: QueryTerms, at: number, live: LiveSegment, field: number, costs: SearchCosts) {
    this.#live = live;
    this.#at = at;
    this.#field = field;
    this.#terms = terms;
    this.#costs = costs;
  }

  /** The documents in which the node stands. */
  match(node: SpanNode): BitSet {
    return this.#find(node, this.#candidates(node)).matching(this.#live.segment.documents.count);
  }

  #searched(node: PhraseNode | Extract<SpanNode, { kind: 'term' }>): boolean {
    const field = FIELDS[this.#field];
    return field !== undefined && node.fields.includes(field);
  }

  /** The documents that have the words at all. */
  #candidates(node: SpanNode): BitSet {
    switch (node.kind) {
      case 'term':
        return this.#documentsWith(this.#searched(node) ? this.#wordAlternatives(node) : []);
      case 'phrase': {
        const slots = this.#searched(node) ? this.#slots(node) : [];
        return this.#all(slots.map(({ alternatives }) => this.#documentsWith(alternatives)));
      }
      case 'near':
        return this.#all([this.#candidates(node.left), this.#candidates(node.right)]);
      case 'or': {
        const bits = makeBits(this.#live.segment.documents.count);
        for (const part of node.parts) unite(bits, this.#candidates(part));
        return bits;
      }
    }
  }

  #all(sets: readonly BitSet[]): BitSet {
    const [first, ...others] = sets;
    const bits = first ?? makeBits(this.#live.segment.documents.count);
    for (const other of others) intersect(bits, other);
    return bits;
  }

  #find(node: SpanNode, candidates: BitSet): Spans {
    const docs = listBits(candidates);
    switch (node.kind) {
      case 'term':
        return this.#readPlaces(this.#searched(node) ? this.#wordAlternatives(node) : [], candidates, docs);
      case 'phrase':
        return this.#searched(node) ? this.#findPhrase(node, candidates, docs) : SpanList.empty(docs);
      case 'near':
        return this.#findNear(node, candidates, docs);
      case 'or':
        return SpanList.union(docs, node.parts.map((part) => this.#find(part, candidates)));
    }
  }

  #findPhrase(node: PhraseNode, candidates: BitSet, docs: Uint32Array): Spans {
    const [first, ...others] = this.#slots(node);
    if (!first) return SpanList.empty(docs);
    let spans = this.#readPlaces(first.alternatives, candidates, docs);
    let before = first.offset;
    for (const { alternatives, offset } of others) {
      spans = SpanList.follow(spans, this.#readPlaces(alternatives, candidates, docs), offset - before, node.slop);
      before = offset;
    }
    return spans;
  }

  #findNear({ left, right, ordered, distance }: NearNode, candidates: BitSet, docs: Uint32Array): Spans {
    return SpanList.near(this.#find(left, candidates), this.#find(right, candidates), docs, distance, ordered, this.#costs);
  }

  /** The words of a phrase that are looked for, each with its place in it; what holds no letter only takes a place. */
  #slots(node: PhraseNode): { alternatives: Alternative[]; offset: number }[] {
    return node.words.flatMap((word, offset) => {
      if (foldWord(word) === '') return [];
      const half = node.prefix && offset === node.words.length - 1;
      const whole = this.#phraseAlternatives(word, node.asWritten);
      return [{ offset, alternatives: half ? [...whole, ...this.#wordAlternatives({ text: word, pattern: false, edits: 0, prefix: true })] : whole }];
    });
  }

  #phraseAlternatives(word: string, asWritten: boolean): Alternative[] {
    const { stems, stopWord } = this.#terms.analyse(word);
    const form = asWritten ? foldWord(word) : undefined;
    return [...stems.flatMap((stem) => this.#numbered(this.#live.segment.terms, stem, form)), ...(stopWord === undefined ? [] : this.#numbered(this.#live.segment.stops, stopWord, undefined))];
  }

  #numbered(kind: TermKind, text: string, form: string | undefined): Alternative[] {
    const number = kind.table.find(text);
    return number < 0 ? [] : [{ kind, number, form }];
  }

  #wordAlternatives(node: Parameters<QueryTerms['expand']>[0]): Alternative[] {
    const kind = this.#live.segment.terms;
    return (this.#terms.expand(node).numbers[this.#at] ?? []).map((number) => ({ kind, number, form: undefined }));
  }

  #documentsWith(alternatives: readonly Alternative[]): BitSet {
    const bits = makeBits(this.#live.segment.documents.count);
    for (const { kind, number } of alternatives) {
      const own = kind.table.record(number).fields[this.#field];
      if (!own) continue;
      this.#costs.addPostings(own.df);
      markPostings(kind.table.records, own, bits);
    }
    return bits;
  }

  /** Where any of the alternatives stands in the candidates. */
  #readPlaces(alternatives: readonly Alternative[], candidates: BitSet, docs: Uint32Array): Spans {
    const found = alternatives.map(({ kind, number, form }) => {
      const spans = new SpanList(docs);
      const record = kind.table.record(number);
      const own = record.fields[this.#field];
      if (!own) return spans;
      const forms = this.#live.segment.forms(kind, kind.table.term(number), record);
      const wantedForm = form === undefined ? -1 : forms.indexOf(form);
      if (form !== undefined && wantedForm < 0) return spans;
      readPostings(kind.table.records, own, list);
      this.#costs.addPostings(own.df + own.positionsBytes);
      const bytes = kind.readPositions(own.positionsAt, own.positionsBytes);
      const wanted = (index: number): boolean => {
        const doc = list.docs[index] ?? 0;
        if (!hasBit(candidates, doc)) return false;
        spans.enter(doc);
        return true;
      };
      readPositions(bytes, list, forms.length, wanted, (position, of) => {
        if (wantedForm < 0 || of === wantedForm) spans.add(position, position);
      });
      return spans.finish();
    });
    const [only] = found;
    return only !== undefined && found.length === 1 ? only : SpanList.union(docs, found);
  }
}
