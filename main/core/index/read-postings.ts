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
    let tf = 1;
    if ((value & 1) === 0) {
      byte = records[at] ?? 0;
      at += 1;
      tf = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = records[at] ?? 0;
        at += 1;
        tf |= (byte & 127) << shift;
      }
    }
    docs[index] = doc;
    tfs[index] = tf;
  }
  list.length = df;
}

/** Numbers that grow at their end. */
export class NumberList {
  values = new Uint32Array(1024);
  length = 0;

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Uint32Array(this.values.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length] = value;
    this.length += 1;
  }
}

/**
 * Goes through the positions of a term in one field.
 *
 * @param bytes the positions of that field
 * @param forms how many forms the term has in the segment
 * @param wanted called for each document in the list with its place there; documents for which it returns false are
 *   passed over, for others `take` gets every position with the number of its form
 */
export function readPositions(bytes: Uint8Array, list: PostingList, forms: number, wanted: (index: number) => boolean, take: (position: number, form: number) => void): void {
  let at = 0;
  for (let index = 0; index < list.length; index += 1) {
    const tf = list.tfs[index] ?? 0;
    if (!wanted(index)) {
      for (let left = tf; left > 0; at += 1) if ((bytes[at] ?? 0) < 128) left -= 1;
      continue;
    }
    let position = 0;
    for (let left = tf; left > 0; left -= 1) {
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
      take(position, value - distance * forms);
    }
  }
}

/** Marks a term's documents in one field in a set of bits. */
export function markPostings(records: Uint8Array, { listAt, df }: Pick<TermInField, 'listAt' | 'df'>, bits: Uint32Array): void {
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
    if ((value & 1) === 0) {
      while ((records[at] ?? 0) > 127) at += 1;
      at += 1;
    }
  }
}
