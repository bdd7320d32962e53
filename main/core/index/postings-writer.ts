import { ByteWriter } from './bytes.ts';
import { FIELDS } from './fields.ts';
import { encodeForms } from './forms.ts';
import { TermTableWriter } from './term-table.ts';

/** A place holds a document's number and, in so many bits below it, a field's. */
export const FIELD_BITS = 2;
const FIELD_MASK = (1 << FIELD_BITS) - 1;

/**
 * Two numbers for each: its place (see `FIELD_BITS`), and its position times the number of the term's forms, plus the
 * form's.
 */
export type Occurrences = Uint32Array;

/** Writes terms, in order, with their posting lists and positions; see term-table.ts for the form. */
export class PostingsWriter {
  /** Of the term that is being written; who writes a field's list here calls `endField` then. */
  readonly lists = new ByteWriter();
  readonly positions: ByteWriter;
  readonly #table: TermTableWriter;
  #term = '';
  #formsAt = 0;
  #formsBytes = 0;
  #fields = 0;
  /** By field that the term has: documents, bytes of their list, bytes of their positions. */
  readonly #sizes: number[] = [];
  #listFrom = 0;
  #positionsFrom = 0;

  /**
   * Room that is asked for at once need not be copied when there is more to write; what stays unused of it costs nothing.
   *
   * @param sizes about how many bytes records and positions will take
   */
  constructor(sizes: { readonly records?: number; readonly positions?: number } = {}) {
    this.positions = new ByteWriter(sizes.positions);
    this.#table = new TermTableWriter(sizes.records);
  }

  /** @param from,to the term's part of the occurrences: in order of document, field and position */
  writeTerm(term: string, forms: readonly string[], occurrences: Occurrences, from: number, to: number): void {
    this.begin(term, encodeForms(term, forms));
    // The longest that an occurrence can take in the list and in the positions.
    this.lists.reserve((to - from) * 10);
    this.positions.reserve((to - from) * 5);
    let fields = 0;
    for (let at = from; at < to; at += 1) fields |= 1 << ((occurrences[at * 2] ?? 0) & FIELD_MASK);
    for (let field = 0; field < FIELDS.length; field += 1) {
      if (fields & (1 << field)) this.endField(field, this.#writeField(occurrences, from, to, field, Math.max(1, forms.length)));
    }
    this.end();
  }

  /** Begins a term. */
  begin(term: string, encodedForms: Uint8Array): void {
    this.#term = term;
    this.#fields = 0;
    this.#sizes.length = 0;
    this.#formsAt = this.positions.length;
    this.#formsBytes = encodedForms.length;
    this.positions.append(encodedForms);
    this.#positionsFrom = this.positions.length;
    this.lists.length = 0;
    this.#listFrom = 0;
  }

  /** Ends a field of the term; fields come in order. @param df in how many documents it is; none: it does not have this field */
  endField(field: number, df: number): void {
    if (df === 0) return;
    this.#fields |= 1 << field;
    this.#sizes.push(df, this.lists.length - this.#listFrom, this.positions.length - this.#positionsFrom);
    this.#listFrom = this.lists.length;
    this.#positionsFrom = this.positions.length;
  }

  /** Ends a term. One without any field is as if it had not been begun. */
  end(): void {
    if (this.#fields === 0) {
      this.positions.length = this.#formsAt;
      return;
    }
    this.#table.begin(this.#term);
    const { records } = this.#table;
    records.reserve(1);
    records.bytes[records.length] = this.#fields;
    records.length += 1;
    records.varint(this.#formsAt);
    records.varint(this.#formsBytes);
    for (const size of this.#sizes) records.varint(size);
    records.append(this.lists.bytes, 0, this.lists.length);
  }

  finish(): { terms: Uint8Array; records: Uint8Array; positions: Uint8Array } {
    return { ...this.#table.finish(), positions: this.positions.written() };
  }

  /** Returns the number of documents. */
  #writeField(occurrences: Occurrences, from: number, to: number, field: number, forms: number): number {
    let df = 0;
    let lastDoc = -1;
    for (let at = from; at < to; ) {
      const place = occurrences[at * 2] ?? 0;
      if ((place & FIELD_MASK) !== field) {
        at += 1;
        continue;
      }
      const doc = place >>> FIELD_BITS;
      let tf = 0;
      let lastPosition = 0;
      for (; at < to && occurrences[at * 2] === place; at += 1) {
        const value = occurrences[at * 2 + 1] ?? 0;
        const position = forms === 1 ? value : Math.floor(value / forms);
        this.positions.put((position - lastPosition) * forms + (value - position * forms));
        lastPosition = position;
        tf += 1;
      }
      putPosting(this.lists, doc - lastDoc, tf);
      lastDoc = doc;
      df += 1;
    }
    return df;
  }
}

/** Writes an entry of a list, for which there must be room. @param distance from the document before, or from -1 */
export function putPosting(list: ByteWriter, distance: number, tf: number): void {
  const value = (distance - 1) * 2;
  list.put(tf === 1 ? value + 1 : value);
  if (tf > 1) list.put(tf);
}
