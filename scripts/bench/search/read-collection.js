import fs from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Collection
 * @property {readonly { title: string, text: string, date: string }[]} articles
 * @property {readonly string[]} ids of the articles, in their order
 * @property {readonly { words: readonly string[], grades: ReadonlyMap<string, number> }[]} queries those with a relevant article at least; words only, in lower case: what a person typed holds no operators
 */

/**
 * A test collection: `docs.jsonl` (id, title, text), `queries.jsonl` (id, text) and `qrels.tsv` (query, article, grade).
 *
 * @param {string} folder
 * @returns {Collection}
 */
export function readCollection(folder) {
  const read = (/** @type {string} */ name) => fs.readFileSync(path.join(folder, name), 'utf8').split('\n').filter((line) => line.trim() !== '');
  /** @type {{ id: string, title: string, text: string }[]} */
  const docs = read('docs.jsonl').map((line) => JSON.parse(line));
  /** @type {Map<string, Map<string, number>>} */
  const judged = new Map();
  for (const line of read('qrels.tsv')) {
    const [query = '', article = '', grade = ''] = line.split('\t');
    judged.set(query, (judged.get(query) ?? new Map()).set(article, Number(grade)));
  }
  /** @type {{ id: string, text: string }[]} */
  const asked = read('queries.jsonl').map((line) => JSON.parse(line));
  const queries = asked.flatMap(({ id, text }) => {
    const grades = judged.get(id);
    const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    return grades && [...grades.values()].some((grade) => grade > 0) && words.length > 0 ? [{ words, grades }] : [];
  });
  return { articles: docs.map(({ title, text }) => ({ title, text, date: '' })), ids: docs.map(({ id }) => id), queries };
}
