import { FIELDS } from '../index/fields.ts';
import type { LiveSegment } from '../index/live-segment.ts';
import { makePostingList, NumberList, readPostings } from '../index/read-postings.ts';
import type { TermKind } from '../index/segment.ts';
import { foldWord } from '../index/split-words.ts';
import { intersect, listBits, makeBits, type BitSet, unite } from './bit-set.ts';
import { endBehind, followLoosely } from './join-phrase.ts';
import type { PhraseNode, SpanNode, TermNode } from './query-tree.ts';
import type { QueryTerms } from './query-terms.ts';
import { follow, keepFollowed, readPlaces, type TermPlaces } from './read-places.ts';
import type { SearchCosts } from './search-costs.ts';
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
/** Where a phrase may begin, in one segment: memory that is used again, up to four megabytes of it. */
const MOST_KEPT = 1 << 20;
let begun = new NumberList();

/** Finds in one segment where words, phrases and neighbours stand. */
export class SpanFinder {
  readonly #live: LiveSegment;
  readonly #at: number;
  readonly #terms: QueryTerms;
  readonly #costs: SearchCosts;
  readonly #slots = new Map<SpanNode, readonly Slot[]>();

  /** @param at the segment's place in the list of segments */
  constructor(terms: QueryTerms, at: number, live: LiveSegment, costs: SearchCosts) {
    this.#live = live;
    this.#at = at;
    this.#terms = terms;
    this.#costs = costs;
  }

  /** The documents in which the node stands, in any field. */
  match(node: SpanNode): BitSet {
    const bits = this.#none();
    for (const field of FIELDS.keys()) unite(bits, this.#matchIn(field, node));
    return bits;
  }

  #matchIn(field: number, node: SpanNode): BitSet {
    const candidates = this.#candidates(field, node);
    const docs = listBits(candidates);
    if (docs.length === 0) return candidates;
    // Where a phrase ends is of no interest here.
    if (node.kind === 'phrase' && node.slop === 0) return this.#matchPhrase(field, this.#slotsIn(field, node), docs);
    return this.#find(field, node, docs).matching(this.#live.segment.documents.count);
  }

  #none(): BitSet {
    return makeBits(this.#live.segment.documents.count);
  }

  /** The documents that have the words at all. */
  #candidates(field: number, node: SpanNode): BitSet {
    switch (node.kind) {
      case 'term':
      case 'phrase':
        return this.#all(this.#slotsIn(field, node).map(({ alternatives }) => this.#documentsWith(field, alternatives)));
      case 'near':
        return this.#all([this.#candidates(field, node.left), this.#candidates(field, node.right)]);
      case 'or': {
        const bits = this.#none();
        for (const part of node.parts) unite(bits, this.#candidates(field, part));
        return bits;
      }
    }
  }

  #all(sets: readonly BitSet[]): BitSet {
    const [first, ...others] = sets;
    const bits = first ?? this.#none();
    for (const other of others) intersect(bits, other);
    return bits;
  }

  /** @param docs those that are looked at, in order */
  #find(field: number, node: SpanNode, docs: Uint32Array): SpanList {
    switch (node.kind) {
      case 'term':
        return this.#readPlaces(field, this.#slotsIn(field, node)[0], docs);
      case 'phrase':
        return this.#findPhrase(field, node, docs);
      case 'near':
        return SpanList.near(this.#find(field, node.left, docs), this.#find(field, node.right, docs), node, this.#costs);
      case 'or':
        return SpanList.union(docs, node.parts.map((part) => this.#find(field, part, docs)));
    }
  }

  #findPhrase(field: number, node: PhraseNode, docs: Uint32Array): SpanList {
    const slots = this.#slotsIn(field, node);
    if (node.slop > 0) return followLoosely(slots.map((slot) => ({ offset: slot.offset, words: this.#readPlaces(field, slot, docs) })), node.slop);
    const [rarest, ...others] = this.#byRarity(field, slots);
    const begins = this.#readPlaces(field, rarest, docs, rarest?.offset);
    for (const slot of others) this.#narrow(field, begins, slot);
    return endBehind(begins, slots.at(-1)?.offset ?? 0);
  }

  /** The documents with a phrase that has no other words between its own. */
  #matchPhrase(field: number, slots: readonly Slot[], docs: Uint32Array): BitSet {
    const { count } = this.#live.segment.documents;
    const [rarest, ...others] = this.#byRarity(field, slots);
    const last = others.pop();
    if (begun.values.length > MOST_KEPT) begun = new NumberList();
    const begins = this.#readPlaces(field, rarest, docs, rarest?.offset, begun);
    for (const slot of others) this.#narrow(field, begins, slot);
    if (!last) return begins.matching(count);
    const matched = this.#none();
    for (const term of this.#read(field, last.alternatives)) follow(begins, term, last.offset, matched);
    return matched;
  }

  /** The rarest words first: of the common ones only the places in the few documents that are left are read. */
  #byRarity(field: number, slots: readonly Slot[]): Slot[] {
    if (slots.length < 2) return [...slots];
    const bytes = ({ alternatives }: Slot) => alternatives.reduce((sum, { kind, number }) => sum + (kind.table.record(number).fields[field]?.positionsBytes ?? 0), 0);
    const sized = slots.map((slot) => ({ slot, bytes: bytes(slot) }));
    return sized.toSorted((a, b) => a.bytes - b.bytes).map(({ slot }) => slot);
  }

  #narrow(field: number, begins: SpanList, { offset, alternatives }: Slot): void {
    for (const term of this.#read(field, alternatives)) follow(begins, term, offset, null);
    keepFollowed(begins);
  }

  #readPlaces(field: number, slot: Slot | undefined, docs: Uint32Array, offset = 0, into?: NumberList): SpanList {
    const { alternatives } = slot ?? { alternatives: [] };
    this.#costs.add('document', docs.length);
    return readPlaces(docs, () => this.#read(field, alternatives), offset, into);
  }

  /** The words that are looked for, each with its place in a phrase; none in a field that is not asked for. */
  #slotsIn(field: number, node: PhraseNode | TermNode): readonly Slot[] {
    const name = FIELDS[field];
    if (name === undefined || !node.fields.includes(name)) return [];
    const known = this.#slots.get(node);
    if (known) return known;
    const slots = node.kind === 'term' ? [{ offset: 0, alternatives: this.#wordAlternatives(node) }] : this.#slotsOf(node);
    this.#slots.set(node, slots);
    return slots;
  }

  /** What holds no letter only takes a place. */
  #slotsOf(node: PhraseNode): Slot[] {
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
    const numbers = this.#terms.expand(node).numbers[this.#at] ?? new Uint32Array();
    this.#costs.add('record', numbers.length);
    return Array.from(numbers, (number) => ({ kind, number, form: undefined }));
  }

  #documentsWith(field: number, alternatives: readonly Alternative[]): BitSet {
    const bits = this.#none();
    this.#costs.add('set', this.#live.segment.documents.count);
    this.#costs.add('record', alternatives.length);
    for (const { kind, number } of alternatives) this.#costs.add('marking', kind.table.mark(number, 1 << field, bits));
    return bits;
  }

  /** One after the other in the same memory. */
  *#read(field: number, alternatives: readonly Alternative[]): Generator<TermPlaces> {
    const { segment } = this.#live;
    for (const { kind, number, form } of alternatives) {
      this.#costs.add('record', 1);
      const record = kind.table.record(number);
      const own = record.fields[field];
      if (!own) continue;
      this.#costs.add('list', 1);
      const forms = segment.countForms(kind, record);
      const wanted = form === undefined ? -1 : segment.forms(kind, kind.table.term(number), record).indexOf(form);
      if (form !== undefined && wanted < 0) continue;
      this.#costs.add('marking', own.df);
      readPostings(kind.table.records, own, list);
      const readPositions = () => {
        this.#costs.add('position', own.positionsBytes);
        return kind.readPositions(own.positionsAt, own.positionsBytes);
      };
      yield { list, readPositions, forms, form: wanted };
    }
  }
}
