import { NumberList, type PostingList } from '../index/read-postings.ts';
import { setBit, type BitSet } from './bit-set.ts';
import { SpanList } from './span-list.ts';

/** A term in one field of one segment. */
export interface TermPlaces {
  /** Its documents. */
  readonly list: PostingList;
  /** Reads its positions: see term-table.ts. */
  readonly readPositions: () => Uint8Array;
  /** How many forms it has in the segment, and the one that is asked for; -1 for any. */
  readonly forms: number;
  readonly form: number;
}

/** The terms of which any may stand in a place, one after the other; each is valid until the next. */
export type AnyTerm = () => Iterable<TermPlaces>;

/**
 * Where any of some terms stands in `docs`, which are in order.
 *
 * @param offset is taken off each position; none is below 0 then
 * @param into memory for them that is used again
 */
export function readPlaces(docs: Uint32Array, terms: AnyTerm, offset = 0, into = new NumberList(new Uint32Array())): SpanList {
  const starts = countPlaces(docs, terms);
  into.length = 0;
  into.reserve(starts[docs.length] ?? 0);
  const { values } = into;
  const ends = starts.slice(0, docs.length);
  let read = 0;
  let mixed = offset > 0;
  for (const term of terms()) {
    readInto(values, ends, docs, term, offset);
    read += 1;
    mixed ||= read > 1 || term.form >= 0;
  }
  if (mixed) putInOrder(values, starts, ends);
  // A word ends where it begins.
  into.length = starts[docs.length] ?? 0;
  return new SpanList(docs, { starts, begins: into, ends: into });
}

/** By document, how often any of the terms stands in it. */
let counts = new Uint32Array(1 << 12);

/** Where the positions of each document begin, if all of them count; one more than documents. */
function countPlaces(docs: Uint32Array, terms: AnyTerm): Uint32Array {
  const most = (docs.at(-1) ?? 0) + 1;
  if (counts.length < most) counts = new Uint32Array(most);
  const frequencies = counts.fill(0, 0, most);
  for (const { list } of terms()) {
    for (let index = 0; index < list.length; index += 1) {
      const doc = list.docs[index] ?? 0;
      if (doc >= most) break;
      frequencies[doc] = (frequencies[doc] ?? 0) + (list.tfs[index] ?? 0);
    }
  }
  const starts = new Uint32Array(docs.length + 1);
  for (let rank = 0; rank < docs.length; rank += 1) starts[rank + 1] = (starts[rank] ?? 0) + (frequencies[docs[rank] ?? 0] ?? 0);
  return starts;
}

/** Writes a term's positions behind those that there are: `ends` says where, and moves on. */
function readInto(values: Uint32Array, ends: Uint32Array, docs: Uint32Array, { list, readPositions, forms, form }: TermPlaces, offset: number): void {
  const bytes = readPositions();
  const words = viewWords(bytes);
  const end = bytes.length - 1;
  let rank = 0;
  let at = 0;
  let passed = 0;
  for (let index = 0; index < list.length; index += 1) {
    const doc = list.docs[index] ?? 0;
    let left = list.tfs[index] ?? 0;
    rank = seek(docs, rank, doc);
    if (rank === docs.length) break;
    if (docs[rank] !== doc) {
      passed += left;
      continue;
    }
    if (passed > 0) at = skipPositions(bytes, words, at, passed);
    passed = 0;
    let length = ends[rank] ?? 0;
    // Not `-offset`: -0 is no small number, and all that is added to it would be none either.
    let position = 0 - offset;
    for (; left > 0; left -= 1) {
      // Whether there is a second byte is no branch: the processor could not foresee it.
      const byte = bytes[at] ?? 0;
      const second = at < end ? (bytes[at + 1] ?? 0) : 0;
      const more = byte >>> 7;
      at += 1 + more;
      let value = (byte & 127) | ((second & 127 & -more) << 7);
      let third = second & (more << 7);
      for (let shift = 14; third !== 0; shift += 7) {
        third = bytes[at] ?? 0;
        at += 1;
        value |= (third & 127) << shift;
        third &= 128;
      }
      const distance = forms === 1 ? value : Math.floor(value / forms);
      position += distance;
      if (position < 0 || (form >= 0 && value - distance * forms !== form)) continue;
      values[length] = position;
      length += 1;
    }
    ends[rank] = length;
  }
}

/** Those of each document in order, and no gaps between documents: terms were read one after the other, and some positions did not count. */
function putInOrder(values: Uint32Array, starts: Uint32Array, ends: Uint32Array): void {
  let length = 0;
  for (let rank = 0; rank < ends.length; rank += 1) {
    const start = starts[rank] ?? 0;
    const end = ends[rank] ?? 0;
    let sorted = true;
    for (let at = start + 1; at < end && sorted; at += 1) sorted = (values[at - 1] ?? 0) <= (values[at] ?? 0);
    if (!sorted) values.subarray(start, end).sort();
    if (length < start) values.copyWithin(length, start, end);
    starts[rank] = length;
    length += end - start;
  }
  starts[ends.length] = length;
}

/** Set in a begin that was found to be followed. Texts have fewer words. */
const FOLLOWED = 0x8000_0000;
const PLACE = 0x7fff_ffff;

/** Room for a text that is longer than most books. */
const MOST_KEPT = 1 << 18;
/** By place, the index of the begin there. Never cleared: an entry of another document leads to another place. */
let beginAt = new Uint32Array(1 << 12);

/**
 * Looks which of the begins are followed, `offset` further on, by a term: marks them for `keepFollowed`, or, where no
 * more than the documents is asked for, marks these in `matched`, at the first of each.
 */
export function follow(begins: SpanList, { list, readPositions, forms, form }: TermPlaces, offset: number, matched: BitSet | null): void {
  const bytes = readPositions();
  const words = viewWords(bytes);
  const end = bytes.length - 1;
  const { docs, starts } = begins;
  const { values } = begins.begins;
  let rank = 0;
  let at = 0;
  let passed = 0;
  for (let index = 0; index < list.length; index += 1) {
    const doc = list.docs[index] ?? 0;
    let left = list.tfs[index] ?? 0;
    rank = seek(docs, rank, doc);
    if (rank === docs.length) break;
    const span = starts[rank] ?? 0;
    const spanEnd = starts[rank + 1] ?? 0;
    if (docs[rank] !== doc || span === spanEnd) {
      passed += left;
      continue;
    }
    if (passed > 0) at = skipPositions(bytes, words, at, passed);
    const last = (values[spanEnd - 1] ?? 0) & PLACE;
    if (last >= beginAt.length) beginAt = new Uint32Array(last + (last >>> 1));
    const table = beginAt;
    // Asking a table for each position is faster than going through both lists in step, where each comparison is a surprise to the processor.
    for (let own = span; own < spanEnd; own += 1) table[(values[own] ?? 0) & PLACE] = own;
    // Not `-offset`: -0 is no small number, and all that is added to it would be none either.
    let position = 0 - offset;
    while (left > 0) {
      left -= 1;
      // Whether there is a second byte is no branch: the processor could not foresee it.
      const byte = bytes[at] ?? 0;
      const second = at < end ? (bytes[at + 1] ?? 0) : 0;
      const more = byte >>> 7;
      at += 1 + more;
      let value = (byte & 127) | ((second & 127 & -more) << 7);
      let third = second & (more << 7);
      for (let shift = 14; third !== 0; shift += 7) {
        third = bytes[at] ?? 0;
        at += 1;
        value |= (third & 127) << shift;
        third &= 128;
      }
      const distance = forms === 1 ? value : Math.floor(value / forms);
      position += distance;
      if (position > last) break;
      if (position < 0) continue;
      const own = table[position] ?? 0;
      // One comparison for both ends of the range.
      if ((own - span) >>> 0 >= spanEnd - span) continue;
      if (((values[own] ?? 0) & PLACE) !== position || (form >= 0 && value - distance * forms !== form)) continue;
      if (matched) {
        setBit(matched, doc);
        break;
      }
      values[own] = position | FOLLOWED;
    }
    passed = left;
  }
  if (beginAt.length > MOST_KEPT) beginAt = new Uint32Array(MOST_KEPT);
}

/** Leaves only the begins that were marked. */
export function keepFollowed(begins: SpanList): void {
  const { docs, starts } = begins;
  const { values } = begins.begins;
  let length = 0;
  let span = 0;
  for (let rank = 0; rank < docs.length; rank += 1) {
    const spanEnd = starts[rank + 1] ?? 0;
    for (; span < spanEnd; span += 1) {
      const value = values[span] ?? 0;
      values[length] = value & PLACE;
      length += value >>> 31;
    }
    starts[rank + 1] = length;
  }
  begins.begins.length = length;
}

/** The first index from `from` on whose document is not before `doc`; `docs.length` where there is none. */
function seek(docs: Uint32Array, from: number, doc: number): number {
  if (from === docs.length || (docs[from] ?? 0) >= doc) return from;
  let low = from;
  let step = 1;
  while (low + step < docs.length && (docs[low + step] ?? 0) < doc) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, docs.length);
  low += 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((docs[middle] ?? 0) < doc) low = middle + 1;
    else high = middle;
  }
  return low;
}

function viewWords({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

/** Where so many positions further on begin: four bytes at a time, of which those below 128 end a position. */
function skipPositions(bytes: Uint8Array, words: DataView, from: number, count: number): number {
  let at = from;
  let left = count;
  while (left >= 4 && at + 4 <= bytes.length) {
    const ends = (~words.getUint32(at, true) & 0x8080_8080) >>> 7;
    left -= Math.imul(ends, 0x0101_0101) >>> 24;
    at += 4;
  }
  if (left > 0 && at + 4 <= bytes.length) {
    // One to three more: mostly within the next four bytes.
    const first = ~words.getUint32(at, true) & 0x8080_8080;
    const second = first & (first - ((1 - left) >>> 31));
    const last = second & (second - ((2 - left) >>> 31));
    if (last !== 0) return at + 1 + ((31 - Math.clz32(last & -last)) >>> 3);
  }
  for (; left > 0; at += 1) if ((bytes[at] ?? 0) < 128) left -= 1;
  return at;
}
