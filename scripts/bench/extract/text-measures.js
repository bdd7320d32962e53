import { splitTokens } from './split-tokens.js';

/**
 * How much of an expected text was found, and how much of what was found is expected.
 *
 * @typedef {{ precision: number | undefined, recall: number }} Overlap `precision` is undefined where nothing was found
 * @typedef {{ found: number, missing: number, unwanted: number, avoided: number }} SnippetCounts
 */

/**
 * Counts the runs of `length` tokens that two texts have in common, each as often as it stands in both. With 4 this is
 * the measure of Scrapinghub's article-extraction-benchmark (its evaluate.py), which sees words in a wrong order; with
 * 1 it is the plain overlap of words. A text of fewer tokens is one run.
 *
 * @param {string} expected
 * @param {string} actual
 * @param {number} length
 * @returns {Overlap}
 */
export function measureOverlap(expected, actual, length) {
  const wanted = countRuns(splitTokens(expected), length);
  const got = countRuns(splitTokens(actual), length);
  let common = 0;
  for (const [run, times] of wanted.runs) common += Math.min(times, got.runs.get(run) ?? 0);
  return { precision: got.total === 0 ? undefined : common / got.total, recall: wanted.total === 0 ? 1 : common / wanted.total };
}

/**
 * F1 of the mean precision and the mean recall, as the same benchmark has it: long articles weigh no more than short
 * ones, and a page where nothing was found counts in the recall alone.
 *
 * @param {readonly Overlap[]} overlaps
 */
export function meanOverlap(overlaps) {
  const precision = mean(overlaps.flatMap((one) => one.precision ?? []));
  const recall = mean(overlaps.map((one) => one.recall));
  return { f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall), precision, recall };
}

/**
 * Whether passages that belong to the article are in the text and others are not, as trafilatura's evaluation counts;
 * white space is folded.
 *
 * @param {string} actual
 * @param {readonly string[]} must
 * @param {readonly string[]} mustNot
 * @returns {SnippetCounts}
 */
export function countSnippets(actual, must, mustNot) {
  const text = foldSpace(actual);
  const found = must.filter((passage) => text.includes(foldSpace(passage))).length;
  const unwanted = mustNot.filter((passage) => text.includes(foldSpace(passage))).length;
  return { found, missing: must.length - found, unwanted, avoided: mustNot.length - unwanted };
}

/**
 * F1 over the passages of all pages together: one that is missing and one that must not be there weigh the same.
 *
 * @param {readonly SnippetCounts[]} counts
 */
export function sumSnippets(counts) {
  const sum = (/** @type {keyof SnippetCounts} */ name) => counts.reduce((total, one) => total + one[name], 0);
  const all = 2 * sum('found') + sum('unwanted') + sum('missing');
  return { f1: all === 0 ? 0 : (2 * sum('found')) / all, found: sum('found'), missing: sum('missing'), unwanted: sum('unwanted'), avoided: sum('avoided') };
}

/** @param {string} actual @param {string} words @returns {boolean} whether the text begins with these tokens */
export function beginsWith(actual, words) {
  const expected = splitTokens(decodeNumbers(words));
  // Far more than any expected beginning is long.
  const tokens = splitTokens(actual.slice(0, 20 * words.length + 200));
  return expected.every((token, place) => tokens[place] === token);
}

/** Expected beginnings were cut out of markup: some hold `&#151;`. @param {string} words */
function decodeNumbers(words) {
  return words.replace(/&#(\d{1,6});/g, ' ').replaceAll('&amp;', '&');
}

/** @param {readonly string[]} tokens @param {number} length */
function countRuns(tokens, length) {
  /** @type {Map<string, number>} */
  const runs = new Map();
  const total = tokens.length === 0 ? 0 : Math.max(1, tokens.length - length + 1);
  for (let at = 0; at < total; at += 1) {
    const run = tokens.slice(at, at + length).join(' ');
    runs.set(run, (runs.get(run) ?? 0) + 1);
  }
  return { runs, total };
}

/** @param {readonly number[]} values */
function mean(values) {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** @param {string} text */
function foldSpace(text) {
  return text.replace(/\s+/g, ' ').trim();
}
