import type { TermInField } from './term-table.ts';

/** Documents and how often a term stands in each; arrays are longer than what counts. */
export interface PostingList {
  docs: Uint32Array;
  tfs: Uint32Array;
  length: number;
}

export function makePostingList(): PostingList {
  return { docs: new Uint32Array(1024), tfs: new Uint32Array(1024), length: 0 };
}

/** Reads a term's documents in one field into `list`, in order. `records`: the table's section. */
export function readPostings(records: Uint8Array, { listAt, df }: Pick<TermInField, 'listAt' | 'df'>, list: PostingList): void {
  if (list.docs.length < df) {
    const length = Math.max(df, list.docs.length * 2);
    list.docs = new Uint32Array(length);
    list.tfs = new Uint32Array(length);
  }
  const { docs, tfs } = list;
  const end = records.length;
  let at = listAt;
  let doc = -1;
  for (let index = 0; index < df; index += 1) {
    let byte = records[at] ?? 0;
    at += 1;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = records[at] ?? 0;
      at += 1;
      value |= (byte & 127) << shift;
    }
    doc += (value >>> 1) + 1;
    // Whether the term stands there several times is no branch: the processor could not foresee it.
    const several = ~value & 1;
    byte = at < end ? (records[at] ?? 0) : 0;
    at += several;
    let tf = 1 + (((byte & 127) - 1) & -several);
    let more = byte & (several << 7);
    for (let shift = 7; more !== 0; shift += 7) {
      more = records[at] ?? 0;
      at += 1;
      tf |= (more & 127) << shift;
      more &= 128;
    }
    docs[index] = doc;
    tfs[index] = tf;
  }
  list.length = df;
}

/** Numbers that grow at their end. */
export class NumberList {
  values: Uint32Array;
  length: number;

  /** @param values taken over; the first `length` of them count */
  constructor(values = new Uint32Array(1024), length = 0) {
    this.values = values;
    this.length = length;
  }

  push(value: number): void {
    this.reserve(1);
    this.values[this.length] = value;
    this.length += 1;
  }

  /** Makes room for so many more; for who writes `values` itself. */
  reserve(more: number): void {
    if (this.length + more <= this.values.length) return;
    const larger = new Uint32Array(Math.max(this.values.length * 2, this.length + more));
    larger.set(this.values);
    this.values = larger;
  }
}

/** Which positions of a term are read. */
export interface PositionsWanted {
  /** How many forms the term has in the segment, and the one that is asked for; -1 for any. */
  readonly forms: number;
  readonly form: number;
  /** Only in these documents. */
  readonly documents: Uint32Array;
}

/** Parallel lists: a position of a term, the document that it is in, and the number of the form that stands there. */
export class PositionList {
  readonly positions = new NumberList();
  readonly docs = new NumberList();
  /** Null for who does not ask for them. */
  readonly forms: NumberList | null;

  constructor(withForms: boolean) {
    this.forms = withForms ? new NumberList() : null;
  }

  clear(): void {
    for (const list of [this.positions, this.docs, this.forms]) if (list) list.length = 0;
  }

  reserve(more: number): void {
    for (const list of [this.positions, this.docs, this.forms]) list?.reserve(more);
  }
}

/**
 * Reads positions of a term in one field, in order of documents and positions; adds them to `found`.
 *
 * @param bytes the positions of that field
 * @param list its documents
 */
export function readPositions(bytes: Uint8Array, list: PostingList, { forms, form, documents }: PositionsWanted, found: PositionList): void {
  // A position takes a byte at least.
  found.reserve(bytes.length);
  const positions = found.positions.values;
  const docs = found.docs.values;
  const ownForms = found.forms?.values;
  let { length } = found.positions;
  let at = 0;
  for (let index = 0; index < list.length; index += 1) {
    const doc = list.docs[index] ?? 0;
    let left = list.tfs[index] ?? 0;
    if (((documents[doc >>> 5] ?? 0) & (1 << (doc & 31))) === 0) {
      for (; left > 0; at += 1) if ((bytes[at] ?? 0) < 128) left -= 1;
      continue;
    }
    let position = 0;
    for (; left > 0; left -= 1) {
      let byte = bytes[at] ?? 0;
      at += 1;
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at] ?? 0;
        at += 1;
        value |= (byte & 127) << shift;
      }
      const distance = forms === 1 ? value : Math.floor(value / forms);
      position += distance;
      const own = value - distance * forms;
      if (form >= 0 && own !== form) continue;
      positions[length] = position;
      docs[length] = doc;
      if (ownForms) ownForms[length] = own;
      length += 1;
    }
  }
  found.positions.length = length;
  found.docs.length = length;
  if (found.forms) found.forms.length = length;
}

/** Marks a term's documents in one field in a set of bits. */
export function markPostings(records: Uint8Array, { listAt, df }: Pick<TermInField, 'listAt' | 'df'>, bits: Uint32Array): void {
  const end = records.length;
  let at = listAt;
  let doc = -1;
  for (let left = df; left > 0; left -= 1) {
    let byte = records[at] ?? 0;
    at += 1;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = records[at] ?? 0;
      at += 1;
      value |= (byte & 127) << shift;
    }
    doc += (value >>> 1) + 1;
    bits[doc >>> 5] = (bits[doc >>> 5] ?? 0) | (1 << (doc & 31));
    const several = ~value & 1;
    let more = (at < end ? (records[at] ?? 0) : 0) & (several << 7);
    at += several;
    while (more !== 0) {
      more = (records[at] ?? 0) & 128;
      at += 1;
    }
  }
}
