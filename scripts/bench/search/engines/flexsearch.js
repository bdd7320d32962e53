import fs from 'node:fs';
import path from 'node:path';
import { Index } from 'flexsearch';
import { packageVersion } from '../package-version.js';
import { readCorpus } from '../read-corpus.js';

const FIELDS = /** @type {const} */ (['title', 'text']);
/** Beginnings of words are found only when each is an entry of its own. */
const OPTIONS = /** @type {const} */ ({ tokenize: 'forward' });

/** @type {import('../engine-types.ts').Engine} */
export const engine = {
  name: `FlexSearch ${packageVersion('flexsearch')}`,
  lacks: {
    fuzzy: 'FlexSearch knows no edit distance',
    phrase: 'FlexSearch knows no phrases',
    'common phrase': 'FlexSearch knows no phrases',
    near: 'FlexSearch knows no distances',
  },
  notes: [
    'tokenize: forward, without which it finds no prefixes; every word is a prefix then. No BM25: the order is by place in the text; no total.',
    'One index for titles and one for texts; titles first in the answer. Changes stay in memory until all is exported anew.',
  ],
  async build(corpus, folder) {
    const indexes = { title: new Index(OPTIONS), text: new Index(OPTIONS) };
    for await (const article of readCorpus(corpus)) for (const field of FIELDS) indexes[field].add(article.id, article[field]);
    let bytes = 0;
    for (const field of FIELDS) {
      fs.mkdirSync(path.join(folder, field));
      indexes[field].export((key, data) => {
        if (data === undefined) return;
        fs.writeFileSync(path.join(folder, field, key), data);
        bytes += Buffer.byteLength(data);
      });
    }
    return { indexBytes: bytes, diskBytes: bytes };
  },
  open(folder) {
    const indexes = { title: new Index(OPTIONS), text: new Index(OPTIONS) };
    for (const field of FIELDS) {
      for (const key of fs.readdirSync(path.join(folder, field))) indexes[field].import(key, fs.readFileSync(path.join(folder, field, key), 'utf8'));
    }
    return serve(indexes);
  },
};

/** @param {Record<'title' | 'text', Index>} indexes @returns {import('../engine-types.ts').Serving} */
function serve(indexes) {
  return {
    find(query, limit) {
      const inTitles = search(indexes.title, query, limit);
      const ids = query.kind === 'field' ? inTitles : [...new Set([...inTitles, ...search(indexes.text, query, limit)])];
      return ids.slice(0, limit).map(Number);
    },
    add: ({ id, title, text }) => {
      indexes.title.add(id, title);
      indexes.text.add(id, text);
    },
    remove: ({ id }) => {
      indexes.title.remove(id);
      indexes.text.remove(id);
    },
    close: () => undefined,
  };
}

/** @param {Index} index @param {import('../engine-types.ts').BenchQuery} query @param {number} limit @returns {readonly (number | string)[]} */
function search(index, { kind, words }, limit) {
  const [first = '', second = ''] = words;
  if (kind === 'not') return index.search(first, { resolve: false }).not({ query: second, index, limit, resolve: true });
  if (kind === 'or' || kind === 'several') return index.search(words.join(' '), { limit, suggest: true });
  return index.search(words.join(' '), { limit });
}
