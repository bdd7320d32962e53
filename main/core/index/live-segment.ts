import { FIELDS } from './fields.ts';
import { makePostingList, readPostings } from './read-postings.ts';
import type { Segment } from './segment.ts';
import type { TermInField } from './term-table.ts';

const list = makePostingList();

/** A segment and which of its documents were removed since it was made. All sums are over those that are left. */
export class LiveSegment {
  readonly segment: Segment;
  /** The name of its file in the index folder; null while it is in memory only. */
  readonly file: string | null;
  /** One bit for each document. */
  readonly removed: Uint32Array;
  /** By field, the sum of lengths. */
  readonly totals: number[];
  /** By field, the greatest length, removed documents included. */
  readonly longest: readonly number[];
  /** Documents by code of language. */
  readonly languages: ReadonlyMap<string, number>;
  #removedCount = 0;
  /** Document frequencies that were counted, by term times the number of fields plus field. */
  readonly #frequencies = new Map<number, number>();

  /** @param removed the bits of an earlier run; taken over */
  constructor(segment: Segment, file: string | null, removed?: Uint32Array) {
    const { count, lengths } = segment.documents;
    this.segment = segment;
    this.file = file;
    this.removed = new Uint32Array(Math.ceil(count / 32));
    this.totals = lengths.map((own) => own.reduce((sum, length) => sum + length, 0));
    this.longest = lengths.map((own) => own.reduce((most, length) => Math.max(most, length), 0));
    const languages = new Map<string, number>();
    for (let doc = 0; doc < count; doc += 1) {
      const code = segment.languages[segment.documents.languages[doc] ?? 0] ?? '';
      languages.set(code, (languages.get(code) ?? 0) + 1);
    }
    this.languages = languages;
    this.#languages = languages;
    if (removed) for (let doc = 0; doc < count; doc += 1) if ((removed[doc >>> 5] ?? 0) & (1 << (doc & 31))) this.remove(doc);
  }

  readonly #languages: Map<string, number>;

  get documents(): number {
    return this.segment.documents.count - this.#removedCount;
  }

  get removedCount(): number {
    return this.#removedCount;
  }

  isRemoved(doc: number): boolean {
    return ((this.removed[doc >>> 5] ?? 0) & (1 << (doc & 31))) !== 0;
  }

  remove(doc: number): void {
    if (this.isRemoved(doc)) return;
    const { documents, languages } = this.segment;
    this.removed[doc >>> 5] = (this.removed[doc >>> 5] ?? 0) | (1 << (doc & 31));
    this.#removedCount += 1;
    for (let field = 0; field < FIELDS.length; field += 1) this.totals[field] = (this.totals[field] ?? 0) - (documents.lengths[field]?.[doc] ?? 0);
    const code = languages[documents.languages[doc] ?? 0] ?? '';
    const left = (this.#languages.get(code) ?? 1) - 1;
    if (left === 0) this.#languages.delete(code);
    else this.#languages.set(code, left);
    this.#frequencies.clear();
  }

  /** Adds, by field, in how many documents a term stands; counted where documents were removed. */
  addFrequencies(term: number, sums: number[]): void {
    const { fields } = this.segment.terms.table.record(term);
    for (let field = 0; field < FIELDS.length; field += 1) {
      const own = fields[field];
      if (own) sums[field] = (sums[field] ?? 0) + (this.#removedCount === 0 ? own.df : this.#countLeft(term, field, own));
    }
  }

  #countLeft(term: number, field: number, own: TermInField): number {
    const key = term * FIELDS.length + field;
    const known = this.#frequencies.get(key);
    if (known !== undefined) return known;
    readPostings(this.segment.terms.table.records, own, list);
    let count = 0;
    for (let index = 0; index < list.length; index += 1) if (!this.isRemoved(list.docs[index] ?? 0)) count += 1;
    this.#frequencies.set(key, count);
    return count;
  }
}
