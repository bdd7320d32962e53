import { isSameByline, isSameDay, isSameTitle } from './field-measures.js';
import { beginsWith, countSnippets, meanOverlap, measureOverlap, sumSnippets } from './text-measures.js';

/**
 * What one extractor found on one page, and how good that is. Undefined: not judged.
 *
 * @typedef {{ text: string, title: string | undefined, byline: string | undefined, date: string | undefined }} Found
 *
 * @typedef {object} Score
 * @property {string} id
 * @property {string} set
 * @property {import('./text-measures.js').Overlap | undefined} tokens
 * @property {import('./text-measures.js').Overlap | undefined} shingles
 * @property {import('./text-measures.js').SnippetCounts | undefined} snippets
 * @property {boolean | undefined} firstWords
 * @property {boolean | undefined} title
 * @property {boolean | undefined} byline
 * @property {boolean | undefined} date
 *
 * @typedef {Score & { extractor: string, bytes: number, ms: number, failure: string | undefined }} PageScore
 * @typedef {ReturnType<typeof sumScores>} ExtractorScore
 */

const SHINGLE = 4;

/** @param {import('./read-pages.js').Page} page @param {Found} found @returns {Score} */
export function scorePage(page, found) {
  const { text, must, firstWords, title, byline, date } = page;
  return {
    id: page.id,
    set: page.set,
    tokens: text === undefined ? undefined : measureOverlap(text, found.text, 1),
    shingles: text === undefined ? undefined : measureOverlap(text, found.text, SHINGLE),
    snippets: must === undefined ? undefined : countSnippets(found.text, must, page.mustNot),
    firstWords: firstWords === undefined ? undefined : beginsWith(found.text, firstWords),
    title: title === undefined ? undefined : isSameTitle(title, found.title),
    byline: byline === undefined ? undefined : isSameByline(byline, found.byline),
    date: date === undefined ? undefined : isSameDay(date, found.date),
  };
}

/** @param {string} name of the extractor @param {readonly PageScore[]} scores its own */
export function sumScores(name, scores) {
  const judged = (/** @type {'firstWords' | 'title' | 'byline' | 'date'} */ field) => share(scores.flatMap((score) => score[field] ?? []));
  const tokens = scores.flatMap((score) => score.tokens ?? []);
  const shingles = scores.flatMap((score) => score.shingles ?? []);
  const snippets = scores.flatMap((score) => score.snippets ?? []);
  const seconds = scores.reduce((sum, { ms }) => sum + ms, 0) / 1000;
  return {
    extractor: name,
    tokens: tokens.length === 0 ? undefined : { pages: tokens.length, ...meanOverlap(tokens) },
    shingles: shingles.length === 0 ? undefined : { pages: shingles.length, ...meanOverlap(shingles) },
    snippets: snippets.length === 0 ? undefined : { pages: snippets.length, ...sumSnippets(snippets) },
    firstWords: judged('firstWords'),
    title: judged('title'),
    byline: judged('byline'),
    date: judged('date'),
    failed: scores.filter(({ failure }) => failure !== undefined).length,
    pagesPerSecond: scores.length / seconds,
    kilobytesPerPage: scores.reduce((sum, { bytes }) => sum + bytes, 0) / scores.length / 1000,
  };
}

/** @param {readonly boolean[]} answers */
function share(answers) {
  return answers.length === 0 ? undefined : { pages: answers.length, accuracy: answers.filter(Boolean).length / answers.length };
}
