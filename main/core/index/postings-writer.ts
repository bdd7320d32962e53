import { ByteWriter } from './bytes.ts';
import { FIELDS } from './fields.ts';
import { encodeForms } from './forms.ts';
import { TermTableWriter } from './term-table.ts';

/** A place holds a document's number and, in so many bits below it, a field's. */
export const FIELD_BITS = 2;
const FIELD_MASK = (1 << FIELD_BITS) - 1;

/** Parallel arrays. `places`: see `FIELD_BITS`. `positions`: times the number of the term's forms, plus the form's. */
export interface Occurrences {
  readonly places: Uint32Array;
  readonly positions: Uint32Array;
}

/** Writes terms, in order, with their posting lists and positions; see term-table.ts for the form. */
export class PostingsWriter {
  readonly #table = new TermTableWriter();
  readonly #positions = new ByteWriter();
  readonly #lists = new ByteWriter();

  /** @param from,to the term's part of the occurrences: in order of document, field and position */
  writeTerm(term: string, forms: readonly string[], occurrences: Occurrences, from: number, to: number): void {
    const formsAt = this.#positions.length;
    const encodedForms = encodeForms(term, forms);
    this.#positions.append(encodedForms);
    this.#table.begin(term);
    const header: number[] = [];
    let mask = 0;
    this.#lists.length = 0;
    // The longest that an occurrence can take in the list and in the positions.
    this.#lists.reserve((to - from) * 10);
    this.#positions.reserve((to - from) * 5);
    for (let at = from; at < to; at += 1) mask |= 1 << ((occurrences.places[at] ?? 0) & FIELD_MASK);
    for (let field = 0; field < FIELDS.length; field += 1) {
      if ((mask & (1 << field)) === 0) continue;
      const listFrom = this.#lists.length;
      const positionsFrom = this.#positions.length;
      const df = this.#writeField(occurrences, from, to, field, Math.max(1, forms.length));
      header.push(df, this.#lists.length - listFrom, this.#positions.length - positionsFrom);
    }
    const { records } = this.#table;
    records.reserve(1);
    records.bytes[records.length] = mask;
    records.length += 1;
    records.varint(formsAt);
    records.varint(encodedForms.length);
    for (const number of header) records.varint(number);
    records.append(this.#lists.bytes, 0, this.#lists.length);
  }

  finish(): { terms: Uint8Array; records: Uint8Array; positions: Uint8Array } {
    return { ...this.#table.finish(), positions: this.#positions.written() };
  }

  /** Returns the number of documents. */
  #writeField({ places, positions }: Occurrences, from: number, to: number, field: number, forms: number): number {
    let df = 0;
    let lastDoc = -1;
    for (let at = from; at < to; ) {
      const place = places[at] ?? 0;
      if ((place & FIELD_MASK) !== field) {
        at += 1;
        continue;
      }
      const doc = place >>> FIELD_BITS;
      let tf = 0;
      let lastPosition = 0;
      for (; at < to && places[at] === place; at += 1) {
        const value = positions[at] ?? 0;
        const position = forms === 1 ? value : Math.floor(value / forms);
        writeVarint(this.#positions, (position - lastPosition) * forms + (value - position * forms));
        lastPosition = position;
        tf += 1;
      }
      const distance = (doc - lastDoc - 1) * 2;
      writeVarint(this.#lists, tf === 1 ? distance + 1 : distance);
      if (tf > 1) writeVarint(this.#lists, tf);
      lastDoc = doc;
      df += 1;
    }
    return df;
  }
}

/** For numbers below 2^31 where there is room: the writer's own `varint` asks for room each time. */
function writeVarint(writer: ByteWriter, value: number): void {
  const { bytes } = writer;
  let at = writer.length;
  let rest = value;
  while (rest > 127) {
    bytes[at] = (rest & 127) | 128;
    at += 1;
    rest >>>= 7;
  }
  bytes[at] = rest;
  writer.length = at + 1;
}
