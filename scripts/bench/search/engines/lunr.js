import fs from 'node:fs';
import path from 'node:path';
import lunr from 'lunr';
import { readCorpus } from '../read-corpus.js';
import { saveJson } from '../save-json.js';

const FILE = 'lunr.json';

/** @type {import('../engine-types.ts').Engine} */
export const engine = {
  name: `lunr ${lunr.version}`,
  lacks: { phrase: 'lunr knows no phrases', 'common phrase': 'lunr knows no phrases', near: 'lunr knows no distances' },
  notes: ['No positions are kept (its default).', 'Adding or removing an article needs a full rebuild.'],
  async build(corpus, folder, { titleBoost }) {
    const builder = new lunr.Builder();
    builder.pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
    builder.searchPipeline.add(lunr.stemmer);
    builder.ref('id');
    builder.field('title', { boost: titleBoost ?? 1 });
    builder.field('text');
    for await (const article of readCorpus(corpus)) builder.add(article);
    const index = builder.build();
    return saveJson(path.join(folder, FILE), index, () => serve(index));
  },
  open: (folder) => serve(lunr.Index.load(JSON.parse(fs.readFileSync(path.join(folder, FILE), 'utf8')))),
};

/** @param {lunr.Index} index @returns {import('../engine-types.ts').Serving} */
function serve(index) {
  return {
    find: (query, limit) =>
      index
        .search(sayQuery(query))
        .slice(0, limit)
        .map(({ ref }) => Number(ref)),
    close: () => undefined,
  };
}

/**
 * A query in lunr's language.
 *
 * @param {import('../engine-types.ts').BenchQuery} query
 */
export function sayQuery({ kind, words }) {
  const [first = '', second = ''] = words;
  if (kind === 'and') return words.map((word) => `+${word}`).join(' ');
  if (kind === 'not') return `+${first} -${second}`;
  if (kind === 'prefix') return `${first}*`;
  if (kind === 'fuzzy') return `${first}~1`;
  if (kind === 'field') return `title:${first}`;
  return words.join(' ');
}
