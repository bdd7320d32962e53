import fs from 'node:fs';
import path from 'node:path';
import MiniSearch from 'minisearch';
import { packageVersion } from '../package-version.js';
import { readCorpus } from '../read-corpus.js';
import { saveJson } from '../save-json.js';

const FILE = 'minisearch.json';
const OPTIONS = { fields: ['title', 'text'], idField: 'id' };

/** @type {import('../engine-types.ts').Engine} */
export const engine = {
  name: `MiniSearch ${packageVersion('minisearch')}`,
  lacks: { phrase: 'MiniSearch knows no phrases', 'common phrase': 'MiniSearch knows no phrases', near: 'MiniSearch knows no distances' },
  notes: ['Default options: neither stems nor stop words.', 'Removes by discard(), which leaves the cleaning to a later vacuum(). Changes stay in memory until all is saved anew.'],
  async build(corpus, folder) {
    const index = new MiniSearch(OPTIONS);
    for await (const { id, title, text } of readCorpus(corpus)) index.add({ id, title, text });
    return saveJson(path.join(folder, FILE), index, () => serve(index));
  },
  open: (folder) => serve(MiniSearch.loadJSON(fs.readFileSync(path.join(folder, FILE), 'utf8'), OPTIONS)),
};

/** @param {MiniSearch} index @returns {import('../engine-types.ts').Serving} */
function serve(index) {
  return {
    find: (query, limit) => search(index, query).slice(0, limit).map(({ id }) => Number(id)),
    add: ({ id, title, text }) => index.add({ id, title, text }),
    remove: ({ id }) => index.discard(id),
    close: () => undefined,
  };
}

/** @param {MiniSearch} index @param {import('../engine-types.ts').BenchQuery} query */
function search(index, { kind, words }) {
  const said = words.join(' ');
  if (kind === 'and') return index.search(said, { combineWith: 'AND' });
  if (kind === 'not') return index.search({ combineWith: 'AND_NOT', queries: [...words] });
  if (kind === 'prefix') return index.search(said, { prefix: true });
  if (kind === 'fuzzy') return index.search(said, { fuzzy: 1 });
  if (kind === 'field') return index.search(said, { fields: ['title'] });
  return index.search(said);
}
