import { assembleSegment } from './assemble-segment.ts';
import { ListJoiner, type FormChange, type Renumbering } from './copy-postings.ts';
import { FIELDS } from './fields.ts';
import { decodeForms, encodeForms } from './forms.ts';
import { byCodeUnits } from './lexicon.ts';
import { PostingsWriter } from './postings-writer.ts';
import type { Segment, TermKind } from './segment.ts';
import type { DocumentEntry } from './segment-documents.ts';
import type { Sections } from './segment-file.ts';
import type { TermRecord } from './term-table.ts';

/** A segment and which of its documents are left out. */
export interface MergeInput {
  readonly segment: Segment;
  readonly isRemoved: (doc: number) => boolean;
}

/** One segment with what the inputs hold, in their order, without the removed documents. */
export function mergeSegments(inputs: readonly MergeInput[]): Sections {
  const { documents, languages, renumberings } = mergeDocuments(inputs);
  const mergeKind = (kindOf: (segment: Segment) => TermKind) =>
    mergeTables(inputs.map(({ segment }, index) => ({ kind: kindOf(segment), renumbering: renumberings[index] ?? NOTHING_LEFT })));
  return assembleSegment(documents, languages, mergeKind(({ terms }) => terms), mergeKind(({ stops }) => stops));
}

const NOTHING_LEFT: Renumbering = { documents: new Int32Array(), whole: false };

function mergeDocuments(inputs: readonly MergeInput[]): { documents: DocumentEntry[]; languages: string[]; renumberings: Renumbering[] } {
  const documents: DocumentEntry[] = [];
  const languages = [...new Set(inputs.flatMap(({ segment }) => segment.languages))];
  const renumberings = inputs.map(({ segment, isRemoved }): Renumbering => {
    const numbers = Int32Array.from({ length: segment.documents.count }, (_, doc) => {
      if (isRemoved(doc)) return -1;
      const entry = segment.documents.entry(doc);
      return documents.push({ ...entry, language: languages.indexOf(segment.languages[entry.language] ?? '') }) - 1;
    });
    return { documents: numbers, whole: !numbers.includes(-1) };
  });
  return { documents, languages, renumberings };
}

/** One kind of an input's terms. */
interface TableInput {
  readonly kind: TermKind;
  readonly renumbering: Renumbering;
}

/** An input that has the term at hand. */
interface Holder extends TableInput {
  readonly record: TermRecord;
}

function mergeTables(inputs: readonly TableInput[]): { terms: Uint8Array; records: Uint8Array; positions: Uint8Array } {
  const sum = (sizeOf: (kind: TermKind) => number) => inputs.reduce((total, { kind }) => total + sizeOf(kind), 0);
  const writer = new PostingsWriter({ records: sum(({ table }) => table.records.length), positions: sum(({ positionsBytes }) => positionsBytes) });
  const cursors = inputs.map((input) => ({ ...input, terms: readInOrder(input), number: -1, term: '' }));
  const open = cursors.filter((cursor) => advance(cursor));
  while (open.length > 0) {
    let term = open[0]?.term ?? '';
    for (const cursor of open) if (cursor.term < term) term = cursor.term;
    const holding = open.filter((cursor) => cursor.term === term);
    mergeTerm(writer, term, holding.map(({ kind, renumbering, number }) => ({ kind, renumbering, record: kind.table.record(number) })));
    for (const cursor of holding) if (!advance(cursor)) open.splice(open.indexOf(cursor), 1);
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

/** Writes all that the inputs know of one term. */
function mergeTerm(writer: PostingsWriter, term: string, holders: readonly Holder[]): void {
  const { encoded, changes } = uniteForms(term, holders);
  writer.begin(term, encoded);
  for (let field = 0; field < FIELDS.length; field += 1) {
    const joiner = new ListJoiner(writer);
    for (const [index, { kind, record, renumbering }] of holders.entries()) {
      const own = record.fields[field];
      if (!own) continue;
      const positions = kind.readPositions(own.positionsAt, own.positionsBytes);
      joiner.append({ records: kind.table.records, own, positions, forms: changes[index] ?? null }, renumbering);
    }
    writer.endField(field, joiner.df);
  }
  writer.end();
}

/** The forms that any input has, and by input what becomes of the numbers of its forms. */
function uniteForms(term: string, holders: readonly Holder[]): { encoded: Uint8Array; changes: readonly (FormChange | null)[] } {
  const all = holders.map(({ kind, record }) => kind.readPositions(record.formsAt, record.formsBytes));
  const [first = new Uint8Array()] = all;
  if (all.every((own) => Buffer.compare(own, first) === 0)) return { encoded: first, changes: [] };
  const formsOf = all.map((own) => decodeForms(term, own));
  const forms = [...new Set(formsOf.flat())].toSorted(byCodeUnits);
  const changes = formsOf.map((own) => {
    return own.length === forms.length ? null : { formsBefore: own.length, formsAfter: forms.length, numbers: Uint32Array.from(own, (form) => forms.indexOf(form)) };
  });
  return { encoded: encodeForms(term, forms), changes };
}
