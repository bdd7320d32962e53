import { ByteReader, ByteWriter, commonPrefix, decodeUtf8 } from './bytes.ts';
import { FIELDS } from './fields.ts';
import { markPostings } from './read-postings.ts';
import { readLetters, readTerm, type TermLetters } from './term-letters.ts';

/*
 * The terms of a segment, sorted by UTF-16 code units, and for each a record of where it stands.
 *
 * terms:   count u32, bytes of the blocks u32, offset of each block of 16 u32, blocks; in a block each term is the
 *          number of bytes that it shares with the one before and its own rest (the first shares none)
 * records: offset of each record u32 (one more than terms), records
 * record:  fields as bits u8; where its positions begin; bytes of its forms; for each field: documents, bytes of their
 *          list, bytes of their positions; then the lists
 * list:    for each document twice its distance from the one before less one, plus one where the word stands there
 *          once; otherwise how often
 * positions (a section of its own): its forms (see forms.ts), then for each field and document the distances between
 *          positions, times the number of forms, plus the number of the form that stands there
 */

export const BLOCK = 16;

/** Where a term stands in one field. */
export interface TermInField {
  /** How many documents. */
  readonly df: number;
  /** Where their list begins in the section of records, and how many bytes it takes. */
  readonly listAt: number;
  readonly listBytes: number;
  /** Where their positions begin in the section of positions, and how many bytes they take. */
  readonly positionsAt: number;
  readonly positionsBytes: number;
}

export interface TermRecord {
  /** By field; undefined where the term does not occur in it. */
  readonly fields: readonly (TermInField | undefined)[];
  readonly formsAt: number;
  readonly formsBytes: number;
}

/** Writes a table of terms, which must come in order. */
export class TermTableWriter {
  readonly #blocks = new ByteWriter();
  readonly #blockOffsets: number[] = [];
  readonly #offsets: number[] = [];
  readonly records: ByteWriter;
  #count = 0;
  #last: Uint8Array = new Uint8Array();

  /** @param bytes about how many the records will take */
  constructor(bytes?: number) {
    this.records = new ByteWriter(bytes);
  }

  /** Begins a term; whoever calls writes its record to `records`. */
  begin(term: string): void {
    const bytes = Buffer.from(term);
    const first = this.#count % BLOCK === 0;
    if (first) this.#blockOffsets.push(this.#blocks.length);
    const shared = first ? 0 : commonPrefix(this.#last, bytes);
    this.#blocks.varint(shared);
    this.#blocks.varint(bytes.length - shared);
    this.#blocks.append(bytes, shared);
    this.#last = bytes;
    this.#offsets.push(this.records.length);
    this.#count += 1;
  }

  finish(): { terms: Uint8Array; records: Uint8Array } {
    this.#offsets.push(this.records.length);
    return {
      terms: join(Uint32Array.of(this.#count, this.#blocks.length), Uint32Array.from(this.#blockOffsets), this.#blocks.written()),
      records: join(Uint32Array.from(this.#offsets), this.records.written()),
    };
  }
}

function join(...parts: readonly (Uint32Array | Uint8Array)[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const { buffer, byteOffset, byteLength } of parts) {
    joined.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return joined;
}

/** Of the record that is being read, by field: documents, bytes of their list, bytes of their positions. */
const HEADER = new Float64Array(FIELDS.length * 3);

/** A table of terms as it lies in memory. */
export class TermTable {
  readonly count: number;
  /** The section of records, where posting lists are read. */
  readonly records: Uint8Array;
  readonly #offsets: Uint32Array;
  readonly #blockOffsets: Uint32Array;
  readonly #blocks: Uint8Array;
  readonly #recordsAt: number;
  /** The block that was read last: terms are mostly asked for in order. */
  #read: { block: number; terms: string[] } | undefined;
  #letters: TermLetters | undefined;
  /** Of the record that is being read: where in the section, and what it says of its forms. */
  #at = 0;
  #formsAt = 0;
  #formsBytes = 0;

  constructor(terms: Uint8Array, records: Uint8Array) {
    const [count = 0, blockBytes = 0] = new Uint32Array(terms.buffer, terms.byteOffset, 2);
    this.count = count;
    const blocks = Math.ceil(count / BLOCK);
    this.#blockOffsets = new Uint32Array(terms.buffer, terms.byteOffset + 8, blocks);
    this.#blocks = terms.subarray(8 + blocks * 4, 8 + blocks * 4 + blockBytes);
    this.#offsets = new Uint32Array(records.buffer, records.byteOffset, count + 1);
    this.#recordsAt = (count + 1) * 4;
    this.records = records;
  }

  /** The number of a term, or -1. */
  find(term: string): number {
    const number = this.lowerBound(term);
    return number < this.count && this.term(number) === term ? number : -1;
  }

  /** The number of the first term that is not before this text; `count` where all are. */
  lowerBound(text: string): number {
    // The last block that begins before the text holds the place, or the next one begins with it.
    const block = Math.max(0, bound(this.#blockOffsets.length, (index) => this.#firstOf(index) < text) - 1);
    let number = block * BLOCK;
    for (const term of this.#readBlock(block)) {
      if (term >= text) return number;
      number += 1;
    }
    return number;
  }

  term(number: number): string {
    if (this.#letters) return readTerm(this.#letters, number);
    const block = Math.floor(number / BLOCK);
    if (this.#read?.block !== block) this.#read = { block, terms: this.#readBlock(block) };
    return this.#read.terms[number % BLOCK] ?? '';
  }

  /** Terms by their numbers, `to` exclusive. */
  slice(from: number, to: number): string[] {
    const blocks = [];
    for (let block = Math.floor(from / BLOCK); block * BLOCK < Math.min(to, this.count); block += 1) blocks.push(this.#readBlock(block));
    return blocks.flat().slice(from % BLOCK, (from % BLOCK) + to - from);
  }

  /** The letters of all terms. Kept once asked for: patterns and misspellings are held against each of them. */
  letters(): TermLetters {
    this.#letters ??= readLetters(this.#blocks, this.count);
    return this.#letters;
  }

  /** Marks the documents in which a term stands in any of some fields (bits); returns how many entries were read. */
  mark(number: number, fields: number, bits: Uint32Array): number {
    const mask = this.#readHeader(number);
    let entries = 0;
    for (let field = 0; field < FIELDS.length; field += 1) {
      const df = HEADER[field * 3] ?? 0;
      if ((mask & fields & (1 << field)) !== 0) {
        markPostings(this.records, { listAt: this.#at, df }, bits);
        entries += df;
      }
      this.#at += HEADER[field * 3 + 1] ?? 0;
    }
    return entries;
  }

  record(number: number): TermRecord {
    const mask = this.#readHeader(number);
    const formsAt = this.#formsAt;
    const formsBytes = this.#formsBytes;
    let listAt = this.#at;
    let positionsAt = formsAt + formsBytes;
    const fields: (TermInField | undefined)[] = [];
    for (let field = 0; field < FIELDS.length; field += 1) {
      const [df = 0, listBytes = 0, positionsBytes = 0] = [HEADER[field * 3], HEADER[field * 3 + 1], HEADER[field * 3 + 2]];
      fields.push((mask & (1 << field)) === 0 ? undefined : { df, listAt, listBytes, positionsAt, positionsBytes });
      listAt += listBytes;
      positionsAt += positionsBytes;
    }
    return { fields, formsAt, formsBytes };
  }

  /** Reads a record up to its lists, where `#at` is left; returns its fields as bits. */
  #readHeader(number: number): number {
    const at = this.#recordsAt + (this.#offsets[number] ?? 0);
    const mask = this.records[at] ?? 0;
    this.#at = at + 1;
    this.#formsAt = this.#readNumber();
    this.#formsBytes = this.#readNumber();
    for (let field = 0; field < FIELDS.length; field += 1) {
      const there = (mask & (1 << field)) !== 0;
      for (let index = field * 3; index < field * 3 + 3; index += 1) HEADER[index] = there ? this.#readNumber() : 0;
    }
    return mask;
  }

  #readNumber(): number {
    const { records } = this;
    let at = this.#at;
    let byte = records[at] ?? 0;
    at += 1;
    let value = byte & 127;
    for (let scale = 128; byte > 127; scale *= 128) {
      byte = records[at] ?? 0;
      at += 1;
      value += (byte & 127) * scale;
    }
    this.#at = at;
    return value;
  }

  #firstOf(block: number): string {
    const reader = new ByteReader(this.#blocks, (this.#blockOffsets[block] ?? 0) + 1);
    return reader.text(reader.varint());
  }

  #readBlock(block: number): string[] {
    const reader = new ByteReader(this.#blocks, this.#blockOffsets[block] ?? 0);
    const terms: string[] = [];
    for (let left = Math.min(BLOCK, this.count - block * BLOCK); left > 0; left -= 1) {
      const shared = reader.varint();
      const length = reader.varint();
      spelled.length = shared;
      spelled.append(this.#blocks, reader.at, reader.at + length);
      reader.at += length;
      terms.push(decodeUtf8(spelled.bytes, 0, spelled.length));
    }
    return terms;
  }
}

/** The term that is being read: the beginning stays from the one before. */
const spelled = new ByteWriter(1024);

/** The first index for which `before` is false, where it is true up to some index and false from there. */
function bound(length: number, before: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
