import { FIELD_BOOSTS, FIELDS } from '../index/fields.ts';
import type { LiveSegment } from '../index/live-segment.ts';
import type { SearchIndex } from '../index/search-index.ts';
import type { QueryTerm } from './query-terms.ts';
import type { SearchCosts } from './search-costs.ts';

// lunr's BM25.
const K1 = 1.2;
const B = 0.75;

/** A term of a query with the boost it has in each field; undefined where it is not looked for. */
export interface WeightedTerm {
  readonly term: QueryTerm;
  readonly boosts: readonly (number | undefined)[];
}

/** What all scores of one question rest on: sums over the whole library, and the length of the query's vectors. */
export interface Scoring {
  readonly documents: number;
  readonly averages: readonly number[];
  /** By field, the Euclidean length of the boosts. */
  readonly magnitudes: readonly number[];
}

export function makeScoring(index: SearchIndex, terms: readonly WeightedTerm[]): Scoring {
  const magnitudes = FIELDS.map((_, field) => Math.sqrt(terms.reduce((sum, { boosts }) => sum + (boosts[field] ?? 0) ** 2, 0)));
  return { documents: index.documents, averages: index.averageLengths(), magnitudes };
}

/** lunr's idf, in which a document counts once for each field that the term stands in. */
export function inverseDocumentFrequency({ frequencies }: Pick<QueryTerm, 'frequencies'>, documents: number): number {
  const withTerm = frequencies.reduce((sum, count) => sum + count, 0);
  return Math.log(1 + Math.abs((documents - withTerm + 0.5) / (withTerm + 0.5)));
}

/**
 * Adds up the scores of one segment's documents: for each field the product of the query's vector and the document's,
 * divided by the length of the query's, as lunr does.
 *
 * @param wanted only these documents; null is all of them, and then `marks` gets those that a term stands in
 * @param scores by document, all zero
 */
export function scoreSegment(live: LiveSegment, at: number, terms: readonly WeightedTerm[], scoring: Scoring, wanted: Uint32Array | null, marks: Uint32Array, scores: Float64Array, costs: SearchCosts): void {
  const { records } = live.segment.terms.table;
  const norms = scoring.averages.map((average, field) => lengthNorms(live, field, average));
  for (const { term, boosts } of terms) {
    const number = term.numbers[at] ?? -1;
    if (number < 0) continue;
    const record = live.segment.terms.table.record(number);
    const idf = inverseDocumentFrequency(term, scoring.documents);
    for (let field = 0; field < FIELDS.length; field += 1) {
      const own = record.fields[field];
      const boost = boosts[field];
      if (!own || boost === undefined) continue;
      costs.add('scoring', own.df);
      // A vector without length gives 0, as in lunr.
      const magnitude = scoring.magnitudes[field] ?? 0;
      const factor = magnitude === 0 ? 0 : boost / (1000 * magnitude);
      const lengths = live.segment.documents.lengths[field] ?? new Uint32Array();
      scoreList(records, own.listAt, own.df, idf, FIELD_BOOSTS[FIELDS[field] ?? 'body'], factor, lengths, norms[field] ?? new Float64Array(), wanted, marks, scores);
    }
  }
}

/** Reads one posting list and adds each document's weight, rounded to thousandths as in lunr. */
function scoreList(
  records: Uint8Array,
  listAt: number,
  df: number,
  idf: number,
  fieldBoost: number,
  factor: number,
  lengths: Uint32Array,
  norms: Float64Array,
  wanted: Uint32Array | null,
  marks: Uint32Array,
  scores: Float64Array,
): void {
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
    // No branch: see read-postings.ts.
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
    const bit = 1 << (doc & 31);
    if (wanted === null) marks[doc >>> 5] = (marks[doc >>> 5] ?? 0) | bit;
    else if (((wanted[doc >>> 5] ?? 0) & bit) === 0) continue;
    const weight = ((idf * ((K1 + 1) * tf)) / ((norms[lengths[doc] ?? 0] ?? 0) + tf)) * fieldBoost;
    scores[doc] = (scores[doc] ?? 0) + Math.round(weight * 1000) * factor;
  }
}

/** One weight as lunr rounds it, for explaining. */
export function weightOf(idf: number, tf: number, length: number, average: number, fieldBoost: number): number {
  return Math.round(((idf * ((K1 + 1) * tf)) / (normOf(length, average) + tf)) * fieldBoost * 1000) / 1000;
}

function normOf(length: number, average: number): number {
  return K1 * (1 - B + B * (length / average));
}

interface Norms {
  readonly average: number;
  readonly values: Float64Array;
}
/** By segment and field: holds until an article comes or goes and the average changes. */
const NORMS = new WeakMap<LiveSegment, (Norms | undefined)[]>();

/** What a document's length adds to the divisor, by length. */
function lengthNorms(live: LiveSegment, field: number, average: number): Float64Array {
  const known = NORMS.get(live) ?? [];
  NORMS.set(live, known);
  const own = known[field];
  if (own?.average === average) return own.values;
  const values = Float64Array.from({ length: (live.longest[field] ?? 0) + 1 }, (_, length) => normOf(length, average));
  known[field] = { average, values };
  return values;
}
