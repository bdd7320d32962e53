/** @typedef {{ p50: number, p95: number, p99: number }} Percentiles */

/**
 * The least value that so many of them do not exceed (nearest rank).
 *
 * @param {readonly number[]} values in any order
 * @returns {Percentiles} NaN when there are none
 */
export function percentiles(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}
