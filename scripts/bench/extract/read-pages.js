import fs from 'node:fs';
import path from 'node:path';

/**
 * One page of a collection and what is known of it. A missing field is not judged; an empty one says that there is none.
 *
 * @typedef {object} Page
 * @property {string} id
 * @property {string} file relative to the collection's folder
 * @property {string} set the part of the collection; `all` where it has none
 * @property {string | undefined} url
 * @property {string | undefined} title
 * @property {string | readonly string[] | undefined} byline
 * @property {string | undefined} date
 * @property {string | undefined} text the whole article
 * @property {readonly string[] | undefined} must passages of the article
 * @property {readonly string[]} mustNot passages of the page that are not of the article
 * @property {string | undefined} firstWords what the article begins with
 */

/**
 * @param {string} folder with `expected.jsonl`, a line `{id, file, set, url, title, byline, date, text | must, mustnot |
 * first_words}` for each page
 * @returns {Page[]}
 */
export function readPages(folder) {
  const lines = fs.readFileSync(path.join(folder, 'expected.jsonl'), 'utf8').split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, index) => readLine(JSON.parse(line), index + 1));
}

/** @param {Record<string, unknown>} said @param {number} number @returns {Page} */
function readLine(said, number) {
  const text = (/** @type {string} */ name) => readText(said[name]);
  const file = text('file');
  if (file === undefined) throw new Error(`Line ${number} of expected.jsonl names no file.`);
  return {
    id: text('id') ?? file,
    file,
    set: text('set') ?? 'all',
    url: text('url'),
    title: text('title'),
    byline: Array.isArray(said['byline']) ? readTexts(said['byline']) : text('byline'),
    date: text('date'),
    text: text('text'),
    must: Array.isArray(said['must']) ? readTexts(said['must']) : undefined,
    mustNot: readTexts(said['mustnot']),
    firstWords: text('first_words'),
  };
}

/** @param {unknown} value @returns {string | undefined} null says that there is none */
function readText(value) {
  return value === null ? '' : typeof value === 'string' ? value : undefined;
}

/** @param {unknown} value */
function readTexts(value) {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
