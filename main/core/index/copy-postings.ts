import { ByteReader, type ByteWriter } from './bytes.ts';
import { putPosting, type PostingsWriter } from './postings-writer.ts';
import { makePostingList, readPostings } from './read-postings.ts';
import type { TermInField } from './term-table.ts';

/** What becomes of a segment's numbers in the segment that it is copied into. */
export interface Renumbering {
  /** By document; -1 for one that is left out. */
  readonly documents: Int32Array;
  /** Whether no document is left out: then the others only move. */
  readonly whole: boolean;
}

/** What becomes of the numbers of a term's forms. */
export interface FormChange {
  readonly formsBefore: number;
  readonly formsAfter: number;
  /** By number before. */
  readonly numbers: Uint32Array;
}

/** A term in one field of a segment. */
export interface PostingSource {
  readonly records: Uint8Array;
  readonly own: TermInField;
  /** The positions of that field. */
  readonly positions: Uint8Array;
  /** Null where they stay. */
  readonly forms: FormChange | null;
}

const list = makePostingList();

/** Appends lists of one term and field, one after the other, as bytes where nothing but the first number of a list changes. */
export class ListJoiner {
  df = 0;
  readonly #writer: PostingsWriter;
  #last = -1;

  constructor(writer: PostingsWriter) {
    this.#writer = writer;
  }

  append(source: PostingSource, { documents, whole }: Renumbering): void {
    if (whole) this.#appendAll(source, documents);
    else this.#appendKept(source, documents);
  }

  #appendAll({ records, own, positions, forms }: PostingSource, documents: Int32Array): void {
    const { lists } = this.#writer;
    const reader = new ByteReader(records, own.listAt);
    const value = reader.varint();
    const first = documents[value >>> 1] ?? 0;
    lists.varint((first - this.#last - 1) * 2 + (value & 1));
    lists.append(records, reader.at, own.listAt + own.listBytes);
    this.#last = own.df === 1 ? first : (documents[lastDocument(records, own)] ?? 0);
    this.df += own.df;
    appendPositions(positions, 0, positions.length, forms, this.#writer.positions);
  }

  #appendKept({ records, own, positions, forms }: PostingSource, documents: Int32Array): void {
    const { lists } = this.#writer;
    readPostings(records, own, list);
    lists.reserve(own.df * 10);
    let at = 0;
    for (let index = 0; index < list.length; index += 1) {
      const from = at;
      const tf = list.tfs[index] ?? 0;
      for (let left = tf; left > 0; at += 1) if ((positions[at] ?? 0) < 128) left -= 1;
      const doc = documents[list.docs[index] ?? 0] ?? -1;
      if (doc < 0) continue;
      putPosting(lists, doc - this.#last, tf);
      this.#last = doc;
      this.df += 1;
      appendPositions(positions, from, at, forms, this.#writer.positions);
    }
  }
}

function lastDocument(records: Uint8Array, own: TermInField): number {
  readPostings(records, own, list);
  return list.docs[list.length - 1] ?? 0;
}

function appendPositions(bytes: Uint8Array, from: number, to: number, forms: FormChange | null, out: ByteWriter): void {
  if (!forms) {
    out.append(bytes, from, to);
    return;
  }
  const { formsBefore, formsAfter, numbers } = forms;
  // A position takes a byte at least before, and five at most after.
  out.reserve((to - from) * 5);
  for (let at = from; at < to; ) {
    let byte = bytes[at] ?? 0;
    at += 1;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = bytes[at] ?? 0;
      at += 1;
      value |= (byte & 127) << shift;
    }
    const distance = Math.floor(value / formsBefore);
    out.put(distance * formsAfter + (numbers[value - distance * formsBefore] ?? 0));
  }
}
