import { LIMITS } from '../base/limits.ts';
import { FIELDS } from '../index/fields.ts';
import type { LiveSegment } from '../index/live-segment.ts';
import { makePostingList, markPostings, PositionList, readPositions, readPostings } from '../index/read-postings.ts';
import type { TermKind } from '../index/segment.ts';
import { foldWord } from '../index/split-words.ts';
import { intersect, listBits, makeBits, type BitSet, unite } from './bit-set.ts';
import type { PhraseNode, SpanNode } from './query-tree.ts';
import type { QueryTerms } from './query-terms.ts';
import { TooMuch, type SearchCosts } from './search-costs.ts';
import { beginsOf, endBehind, followLoosely, narrowBegins } from './join-phrase.ts';
import { SpanList } from './span-list.ts';

/** Terms of one kind in one segment of which any may stand in a place. */
interface Alternative {
  readonly kind: TermKind;
  readonly number: number;
  /** Only this form of the term; undefined takes all. */
  readonly form: string | undefined;
}

/** A place of a phrase, counted from its first. */
interface Slot {
  readonly offset: number;
  readonly alternatives: readonly Alternative[];
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
    const candidates = this.#candidates(node);
    const docs = listBits(candidates);
    const { count } = this.#live.segment.documents;
    // Where a phrase ends is of no interest here.
    if (node.kind === 'phrase' && node.slop === 0) return this.#findBegins(this.#searched(node) ? this.#slots(node) : [], candidates, docs).matching(count);
    return this.#find(node, candidates, docs).matching(count);
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

  #find(node: SpanNode, candidates: BitSet, docs: Uint32Array): SpanList {
    switch (node.kind) {
      case 'term':
        return this.#readPlaces(this.#searched(node) ? this.#wordAlternatives(node) : [], candidates, docs);
      case 'phrase':
        return this.#findPhrase(this.#searched(node) ? this.#slots(node) : [], node.slop, candidates, docs);
      case 'near':
        return SpanList.near(this.#find(node.left, candidates, docs), this.#find(node.right, candidates, docs), node, this.#costs);
      case 'or':
        return SpanList.union(docs, node.parts.map((part) => this.#find(part, candidates, docs)));
    }
  }

  #findPhrase(slots: readonly Slot[], slop: number, candidates: BitSet, docs: Uint32Array): SpanList {
    if (slop > 0) return followLoosely(slots.map(({ offset, alternatives }) => ({ offset, words: this.#readPlaces(alternatives, candidates, docs) })), slop);
    return endBehind(this.#findBegins(slots, candidates, docs), slots.at(-1)?.offset ?? 0);
  }

  /** Where a phrase without other words between begins. */
  #findBegins(slots: readonly Slot[], candidates: BitSet, docs: Uint32Array): SpanList {
    const read = ({ offset, alternatives }: Slot, of: BitSet) => ({ offset, words: this.#readPlaces(alternatives, of, docs) });
    // The rarest words first: of the common ones only the places in the few documents that are left are read.
    const [rarest, ...others] = slots.toSorted((a, b) => this.#entries(a) - this.#entries(b));
    if (!rarest) return SpanList.union(docs, []);
    let begins = beginsOf(read(rarest, candidates));
    for (const slot of others) begins = narrowBegins(begins, read(slot, begins.matching(this.#live.segment.documents.count)));
    return begins;
  }

  #entries({ alternatives }: Slot): number {
    return alternatives.reduce((sum, { kind, number }) => sum + (kind.table.record(number).fields[this.#field]?.positionsBytes ?? 0), 0);
  }

  /** The words of a phrase that are looked for, each with its place in it; what holds no letter only takes a place. */
  #slots(node: PhraseNode): Slot[] {
    const first = node.words.findIndex((word) => foldWord(word) !== '');
    return node.words.flatMap((word, place) => {
      if (foldWord(word) === '') return [];
      const half = node.prefix && place === node.words.length - 1;
      const whole = this.#phraseAlternatives(word, node.asWritten);
      return [{ offset: place - first, alternatives: half ? [...whole, ...this.#wordAlternatives({ text: word, pattern: false, edits: 0, prefix: true })] : whole }];
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
    this.#costs.add('set', this.#live.segment.documents.count);
    for (const { kind, number } of alternatives) {
      const own = kind.table.record(number).fields[this.#field];
      if (!own) continue;
      this.#costs.add('marking', own.df);
      markPostings(kind.table.records, own, bits);
    }
    return bits;
  }

  /** Where any of the alternatives stands in the candidates, which are some of `docs`. */
  #readPlaces(alternatives: readonly Alternative[], candidates: BitSet, docs: Uint32Array): SpanList {
    if (alternatives.length > LIMITS.searchScoredTerms) throw new TooMuch();
    this.#costs.add('document', docs.length);
    const found = new PositionList(false);
    for (const { kind, number, form } of alternatives) {
      const record = kind.table.record(number);
      const own = record.fields[this.#field];
      if (!own) continue;
      const forms = this.#live.segment.forms(kind, kind.table.term(number), record);
      const wanted = form === undefined ? -1 : forms.indexOf(form);
      if (form !== undefined && wanted < 0) continue;
      this.#costs.add('marking', own.df);
      this.#costs.add('position', own.positionsBytes);
      readPostings(kind.table.records, own, list);
      readPositions(kind.readPositions(own.positionsAt, own.positionsBytes), list, { forms: forms.length, form: wanted, documents: candidates }, found);
    }
    return SpanList.ofWords(docs, found, alternatives.length > 1);
  }
}
