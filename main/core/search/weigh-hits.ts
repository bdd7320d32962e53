import { FIELD_BOOSTS, FIELDS, type Field } from '../index/fields.ts';
import { makePostingList, readPostings } from '../index/read-postings.ts';
import type { Match } from './pick-best.ts';
import type { QueryRun } from './run-query.ts';
import { inverseDocumentFrequency, weightOf } from './score-query.ts';

/** What a term adds to a hit's score by standing in a field. */
export interface HitWeight {
  readonly term: string;
  readonly field: Field;
  readonly weight: number;
  /** How often it stands there. */
  readonly times: number;
}

const list = makePostingList();

/**
 * Takes the scores of hits apart, in the order of the hits: the weights of each add up to its score, the largest first.
 *
 * @throws TooMuch
 */
export function weighHits({ matcher, costs, weighted, scoring }: QueryRun, hits: readonly Match[]): HitWeight[][] {
  const weights = hits.map((): HitWeight[] => []);
  for (const [at, live] of matcher.terms.segments.entries()) {
    const own = hits.flatMap((hit, index) => (hit.live === live ? [{ doc: hit.doc, into: weights[index] ?? [] }] : []));
    if (own.length === 0) continue;
    const { table } = live.segment.terms;
    for (const { term, boosts } of weighted) {
      const number = term.numbers[at] ?? -1;
      costs.add('record', 1);
      const record = number < 0 ? undefined : table.record(number);
      const idf = inverseDocumentFrequency(term, scoring.documents);
      for (const [index, field] of FIELDS.entries()) {
        const found = record?.fields[index];
        const boost = boosts[index];
        const magnitude = scoring.magnitudes[index] ?? 0;
        if (!found || boost === undefined || magnitude === 0) continue;
        costs.add('marking', found.df);
        readPostings(table.records, found, list);
        for (const { doc, into } of own) {
          const tf = frequencyOf(doc);
          const length = live.segment.documents.lengths[index]?.[doc] ?? 0;
          if (tf > 0) into.push({ term: term.text, field, weight: (weightOf(idf, tf, length, scoring.averages[index] ?? 0, FIELD_BOOSTS[field]) * boost) / magnitude, times: tf });
        }
      }
    }
  }
  for (const own of weights) own.sort((a, b) => b.weight - a.weight);
  return weights;
}

/** How often the term whose list was read stands in a document. */
function frequencyOf(doc: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list.docs[middle] ?? 0) < doc) low = middle + 1;
    else high = middle;
  }
  return low < list.length && list.docs[low] === doc ? (list.tfs[low] ?? 0) : 0;
}
