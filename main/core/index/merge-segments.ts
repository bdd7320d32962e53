import { encodeMeta } from './build-segment.ts';
import { FIELDS } from './fields.ts';
import { byCodeUnits } from './lexicon.ts';
import { FIELD_BITS, PostingsWriter, type Occurrences } from './postings-writer.ts';
import { makePostingList, NumberList, PositionList, readPositions, readPostings } from './read-postings.ts';
import type { Segment, TermKind } from './segment.ts';
import { encodeDocuments, type DocumentEntry } from './segment-documents.ts';
import type { Sections } from './segment-file.ts';

/** A segment and which of its documents are left out. */
export interface MergeInput {
  readonly segment: Segment;
  readonly isRemoved: (doc: number) => boolean;
}

/** One segment with what the inputs hold, in their order, without the removed documents. */
export function mergeSegments(inputs: readonly MergeInput[]): Sections {
  const { documents, languages, numbers } = mergeDocuments(inputs);
  const terms = mergeTables(inputs.map(({ segment }, index) => ({ segment, kind: segment.terms, numbers: numbers[index] ?? new Int32Array() })));
  const stops = mergeTables(inputs.map(({ segment }, index) => ({ segment, kind: segment.stops, numbers: numbers[index] ?? new Int32Array() })));
  const totals = FIELDS.map((_, field) => documents.reduce((sum, { lengths }) => sum + (lengths[field] ?? 0), 0));
  return {
    meta: encodeMeta({ documents: documents.length, languages, totals }),
    ...encodeDocuments(documents),
    terms: terms.terms,
    records: terms.records,
    positions: terms.positions,
    stopTerms: stops.terms,
    stopRecords: stops.records,
    stopPositions: stops.positions,
  };
}

/** `numbers`: by input, from its documents to those of the result; -1 for removed ones. */
function mergeDocuments(inputs: readonly MergeInput[]): { documents: DocumentEntry[]; languages: string[]; numbers: Int32Array[] } {
  const documents: DocumentEntry[] = [];
  const languages = [...new Set(inputs.flatMap(({ segment }) => segment.languages))];
  const numbers = inputs.map(({ segment, isRemoved }) =>
    Int32Array.from({ length: segment.documents.count }, (_, doc) => {
      if (isRemoved(doc)) return -1;
      const entry = segment.documents.entry(doc);
      return documents.push({ ...entry, language: languages.indexOf(segment.languages[entry.language] ?? '') }) - 1;
    }),
  );
  return { documents, languages, numbers };
}

interface TableInput {
  readonly segment: Segment;
  readonly kind: TermKind;
  readonly numbers: Int32Array;
}

function mergeTables(inputs: readonly TableInput[]): { terms: Uint8Array; records: Uint8Array; positions: Uint8Array } {
  const writer = new PostingsWriter();
  const gatherer = new Gatherer();
  const cursors = inputs.map((input) => ({ input, terms: readInOrder(input), number: -1, term: '' }));
  const open = cursors.filter((cursor) => advance(cursor));
  while (open.length > 0) {
    const term = open.reduce((least, cursor) => (byCodeUnits(cursor.term, least) < 0 ? cursor.term : least), open[0]?.term ?? '');
    const holders = open.filter((cursor) => cursor.term === term);
    const forms = gatherer.gather(term, holders.map(({ input, number }) => ({ ...input, number })));
    if (gatherer.length > 0) writer.writeTerm(term, forms, gatherer.occurrences, 0, gatherer.length);
    for (const cursor of holders) if (!advance(cursor)) open.splice(open.indexOf(cursor), 1);
  }
  return writer.finish();
}

function* readInOrder({ kind }: TableInput): Generator<string> {
  for (let number = 0; number < kind.table.count; number += BLOCK_OF_TERMS) yield* kind.table.slice(number, number + BLOCK_OF_TERMS);
}

const BLOCK_OF_TERMS = 1_024;

function advance(cursor: { terms: Generator<string>; number: number; term: string }): boolean {
  const { value, done } = cursor.terms.next();
  cursor.number += 1;
  cursor.term = done ? '' : value;
  return !done;
}

/** Gathers all that the inputs know of one term, in the order in which a builder would have met it. */
class Gatherer {
  readonly #list = makePostingList();
  readonly #places = new NumberList();
  readonly #positions = new NumberList();
  readonly #found = new PositionList(true);
  #all = new Uint32Array();

  get length(): number {
    return this.#places.length;
  }

  get occurrences(): Occurrences {
    return { places: this.#places.values, positions: this.#positions.values };
  }

  /** Returns the forms that are left, in the order of their numbers. */
  gather(term: string, holders: readonly (TableInput & { number: number })[]): string[] {
    this.#places.length = 0;
    this.#positions.length = 0;
    const formsOf = holders.map(({ segment, kind, number }) => segment.forms(kind, term, kind.table.record(number)));
    const forms = [...new Set(formsOf.flat())].toSorted(byCodeUnits);
    for (const [index, holder] of holders.entries()) {
      const remap = Uint32Array.from(formsOf[index] ?? [], (form) => forms.indexOf(form));
      this.#readHolder(holder, remap, forms.length);
    }
    return forms;
  }

  #readHolder({ kind, numbers, number }: TableInput & { number: number }, remap: Uint32Array, forms: number): void {
    const { table } = kind;
    for (const [field, own] of table.record(number).fields.entries()) {
      if (!own) continue;
      const list = this.#list;
      readPostings(table.records, own, list);
      this.#found.clear();
      const documents = this.#everything(list.docs[list.length - 1] ?? 0);
      readPositions(kind.readPositions(own.positionsAt, own.positionsBytes), list, { forms: remap.length, form: -1, documents }, this.#found);
      this.#take(numbers, field, remap, forms);
    }
  }

  #take(numbers: Int32Array, field: number, remap: Uint32Array, forms: number): void {
    const { positions, docs, forms: ownForms } = this.#found;
    for (let at = 0; at < positions.length; at += 1) {
      const doc = numbers[docs.values[at] ?? 0] ?? -1;
      if (doc < 0) continue;
      this.#places.push((doc << FIELD_BITS) | field);
      this.#positions.push((positions.values[at] ?? 0) * forms + (remap[ownForms?.values[at] ?? 0] ?? 0));
    }
  }

  /** All bits up to a document. */
  #everything(last: number): Uint32Array {
    const words = (last >>> 5) + 1;
    if (this.#all.length < words) this.#all = new Uint32Array(words * 2).fill(0xffffffff);
    return this.#all;
  }
}
