import { describe, expect, it } from 'vitest';
import { percentiles } from './percentiles.js';
import { meanMeasures, measureRanking } from './rank-measures.js';

describe('measures of ranking', () => {
  it('agree with a computation by hand', () => {
    const grades = new Map([['a', 1], ['b', 2], ['c', 1], ['d', 0]]);
    const { averagePrecision, ndcg10, precision10 } = measureRanking(['x', 'b', 'd', 'a'], grades);
    // Relevant at places 2 and 4; c is never found: (1/2 + 2/4) / 3.
    expect(averagePrecision).toBeCloseTo(1 / 3, 12);
    // (2 / log2 3 + 1 / log2 5) / (2 / log2 2 + 1 / log2 3 + 1 / log2 4)
    expect(ndcg10).toBeCloseTo((1.261_859_507 + 0.430_676_558) / (2 + 0.630_929_754 + 0.5), 8);
    expect(precision10).toBe(0.2);
  });

  it('count what stands below the tenth place for the average precision alone', () => {
    const ranked = [...Array.from({ length: 10 }, (_, place) => `wrong ${place}`), 'right'];
    expect(measureRanking(ranked, new Map([['right', 1]]))).toEqual({ averagePrecision: 1 / 11, ndcg10: 0, precision10: 0 });
  });

  it('are averaged over the queries', () => {
    const one = { averagePrecision: 1, ndcg10: 0.5, precision10: 0.1 };
    expect(meanMeasures([one, { averagePrecision: 0, ndcg10: 0, precision10: 0.3 }])).toEqual({ map: 0.5, ndcg10: 0.25, precision10: 0.2 });
  });
});

describe('percentiles', () => {
  it('are values that occur, by nearest rank', () => {
    const values = Array.from({ length: 200 }, (_, index) => 200 - index);
    expect(percentiles(values)).toEqual({ p50: 100, p95: 190, p99: 198 });
    expect(percentiles([3])).toEqual({ p50: 3, p95: 3, p99: 3 });
  });
});
