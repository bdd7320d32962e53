import fs from 'node:fs';
import readline from 'node:readline';
import { splitWords } from './split-words.js';

/** @typedef {{ id: number, title: string, text: string, date: string }} CorpusArticle `id`: its line, from 1 */

/**
 * @param {string} file one JSON object `{title, text, date}` a line
 * @returns {AsyncGenerator<CorpusArticle>}
 * @throws {Error} naming the line that is not such an object
 */
export async function* readCorpus(file) {
  const lines = readline.createInterface({ input: fs.createReadStream(file, { highWaterMark: 1_048_576 }), crlfDelay: Infinity });
  let id = 0;
  for await (const line of lines) {
    id += 1;
    yield readLine(file, id, line);
  }
}

/** @param {string} file @param {number} id @param {string} line @returns {CorpusArticle} */
function readLine(file, id, line) {
  const { title, text, date } = parseLine(line);
  if (typeof title !== 'string' || typeof text !== 'string') throw new Error(`${file}:${id} is not an object with a title and a text`);
  return { id, title, text, date: typeof date === 'string' ? date : '' };
}

/** @param {string} line @returns {Record<string, unknown>} */
function parseLine(line) {
  try {
    return Object(JSON.parse(line));
  } catch {
    // What is wrong with it is said with the line's number.
    return {};
  }
}

/**
 * Counts a corpus that was not made here.
 *
 * @param {string} file
 * @returns {Promise<import('./make-corpus.js').CorpusFigures>}
 */
export async function measureCorpus(file) {
  const figures = { articles: 0, textBytes: 0, words: 0, forms: 0 };
  /** @type {Set<string>} */
  const forms = new Set();
  for await (const { title, text } of readCorpus(file)) {
    const words = splitWords(`${title} ${text}`);
    for (const word of words) forms.add(word);
    figures.articles += 1;
    figures.words += words.length;
    figures.textBytes += Buffer.byteLength(title) + Buffer.byteLength(text);
  }
  return { ...figures, forms: forms.size };
}
