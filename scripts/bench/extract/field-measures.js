import { splitTokens } from './split-tokens.js';

/** What stands around names and belongs to none: in English, German, French, Spanish, Italian, Portuguese, Dutch. */
const AROUND_NAMES = new Set(['by', 'written', 'posted', 'von', 'par', 'por', 'di', 'door', 'and', 'und', 'et', 'y', 'e', 'en']);
const DAY = /^\d{4}-\d{2}-\d{2}/;

/**
 * Whether two titles are the same words in the same order. Case, punctuation, spacing and Unicode's compatibility forms
 * do not count; the outlet's name does. An expected nothing is met by nothing.
 *
 * @param {string} expected
 * @param {string | undefined} actual
 */
export function isSameTitle(expected, actual = '') {
  return splitTokens(expected).join(' ') === splitTokens(actual).join(' ');
}

/**
 * Whether two bylines hold the same words in any order, without what stands around names ("By", "and").
 *
 * @param {string | readonly string[]} expected
 * @param {string | undefined} actual
 */
export function isSameByline(expected, actual = '') {
  return wordsOfNames(typeof expected === 'string' ? expected : expected.join(', ')) === wordsOfNames(actual);
}

/**
 * Whether two dates are the same day of the calendar, each as it was stated: a zone moves no day.
 *
 * @param {string} expected `YYYY-MM-DD...`
 * @param {string | undefined} actual
 */
export function isSameDay(expected, actual = '') {
  return (DAY.exec(expected)?.[0] ?? '') === (DAY.exec(actual)?.[0] ?? '');
}

/** @param {string} byline */
function wordsOfNames(byline) {
  return splitTokens(byline).filter((word) => !AROUND_NAMES.has(word)).toSorted().join(' ');
}
