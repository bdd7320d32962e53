import type { SearchSort } from '../../contract/search.ts';
import type { LiveSegment } from '../index/live-segment.ts';
import type { SearchIndex } from '../index/search-index.ts';
import { makeBits, subtract } from './bit-set.ts';
import { collectWeights, matchesAnyWord, QueryMatcher, type AnswerFilter } from './match-query.ts';
import { pickBest, type Match, type SegmentMatches } from './pick-best.ts';
import type { QueryNode } from './query-tree.ts';
import { makeScoring, scoreSegment, type Scoring, type WeightedTerm } from './score-query.ts';
import { SearchCosts } from './search-costs.ts';

/** What an answer was made from. Its scores hold until the next question. */
export interface QueryRun {
  readonly matcher: QueryMatcher;
  readonly costs: SearchCosts;
  readonly weighted: readonly WeightedTerm[];
  readonly scoring: Scoring;
  /** Patterns that found articles and did not count for the order. */
  readonly uncounted: readonly string[];
  readonly matches: readonly SegmentMatches[];
}

/**
 * Matches and scores. A question's words count as lunr counts optional ones; brackets, phrases and filters only say
 * which articles are in the answer.
 *
 * @throws TooMuch
 */
export function runQuery(index: SearchIndex, root: QueryNode, answerFilter: AnswerFilter): QueryRun {
  const costs = new SearchCosts();
  const matcher = new QueryMatcher(index, answerFilter, costs);
  const { weighted, uncounted } = collectWeights(root, matcher.terms);
  const scoring = makeScoring(index, weighted);
  const wanted = matchesAnyWord(root, matcher.terms) ? undefined : matcher.match(root);
  const matches = matcher.terms.segments.map((live, at) => {
    const { count } = live.segment.documents;
    const scores = emptyScores(live);
    const marks = makeBits(count);
    const own = wanted?.[at];
    scoreSegment(live, at, weighted, scoring, own ?? null, marks, scores, costs);
    if (!own) subtract(marks, live.removed);
    return { live, bits: own ?? marks, scores };
  });
  return { matcher, costs, weighted, scoring, uncounted, matches };
}

/** One array for each segment, used by one question after the other: as much garbage for each would cost more than scoring. */
const SCORES = new WeakMap<LiveSegment, Float64Array>();

function emptyScores(live: LiveSegment): Float64Array {
  const scores = SCORES.get(live)?.fill(0) ?? new Float64Array(live.segment.documents.count);
  SCORES.set(live, scores);
  return scores;
}

/** The best of an answer, and how many there are. */
export function pickFrom({ matches }: QueryRun, sort: SearchSort, count: number): { total: number; best: Match[] } {
  return pickBest(matches, sort, count);
}
