/**
 * How well an order of articles serves one query, by the articles that people judged. As trec_eval counts, but for
 * nDCG, whose gain is the grade itself and whose ideal order is over all judged articles.
 *
 * @typedef {object} RankMeasures
 * @property {number} averagePrecision its mean over the queries is MAP
 * @property {number} ndcg10
 * @property {number} precision10
 */

const CUT = 10;

/**
 * @param {readonly string[]} ranked ids, best first
 * @param {ReadonlyMap<string, number>} grades by id; 0 and below: not relevant
 * @returns {RankMeasures}
 */
export function measureRanking(ranked, grades) {
  const gain = (/** @type {string} */ id) => Math.max(0, grades.get(id) ?? 0);
  const relevant = [...grades.keys()].filter((id) => gain(id) > 0);
  let found = 0;
  let precisions = 0;
  for (const [place, id] of ranked.entries()) {
    if (gain(id) === 0) continue;
    found += 1;
    precisions += found / (place + 1);
  }
  const ideal = discounted(relevant.map(gain).toSorted((a, b) => b - a));
  return {
    averagePrecision: relevant.length === 0 ? 0 : precisions / relevant.length,
    ndcg10: ideal === 0 ? 0 : discounted(ranked.map(gain)) / ideal,
    precision10: ranked.slice(0, CUT).filter((id) => gain(id) > 0).length / CUT,
  };
}

/** @param {readonly number[]} gains */
function discounted(gains) {
  return gains.slice(0, CUT).reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0);
}

/** @param {readonly RankMeasures[]} measures of all queries @returns {{ map: number, ndcg10: number, precision10: number }} */
export function meanMeasures(measures) {
  const mean = (/** @type {(one: RankMeasures) => number} */ value) => measures.reduce((sum, one) => sum + value(one), 0) / measures.length;
  return { map: mean((one) => one.averagePrecision), ndcg10: mean((one) => one.ndcg10), precision10: mean((one) => one.precision10) };
}
