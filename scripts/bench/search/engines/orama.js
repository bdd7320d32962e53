import fs from 'node:fs';
import path from 'node:path';
import { create, insert, load, remove, save, search } from '@orama/orama';
import { packageVersion } from '../package-version.js';
import { readCorpus } from '../read-corpus.js';
import { saveJson } from '../save-json.js';

const FILE = 'orama.json';

/** @type {import('../engine-types.ts').Engine} */
export const engine = {
  name: `Orama ${packageVersion('@orama/orama')}`,
  lacks: {
    not: 'Orama excludes by filters only, not by words',
    phrase: 'Orama knows no phrases',
    'common phrase': 'Orama knows no phrases',
    near: 'Orama knows no distances',
  },
  notes: ['With its stemmer for English; every word is a prefix (its default).', 'It keeps the articles themselves, too. Changes stay in memory until all is saved anew.'],
  async build(corpus, folder) {
    const index = open();
    for await (const { id, title, text } of readCorpus(corpus)) await insert(index, { id: String(id), title, text });
    return saveJson(path.join(folder, FILE), save(index), () => serve(index));
  },
  open(folder) {
    const index = open();
    load(index, JSON.parse(fs.readFileSync(path.join(folder, FILE), 'utf8')));
    return serve(index);
  },
};

function open() {
  return create({ schema: { title: 'string', text: 'string' }, components: { tokenizer: { language: 'english', stemming: true } } });
}

/** @param {ReturnType<typeof open>} index @returns {import('../engine-types.ts').Serving} */
function serve(index) {
  return {
    async find({ kind, words }, limit) {
      const { hits } = await search(index, {
        term: words.join(' '),
        limit,
        // 0: every word must be there; 1: any of them.
        threshold: kind === 'and' ? 0 : 1,
        ...(kind === 'fuzzy' ? { tolerance: 1 } : {}),
        ...(kind === 'field' ? { properties: ['title'] } : {}),
      });
      return hits.map(({ id }) => Number(id));
    },
    add: ({ id, title, text }) => insert(index, { id: String(id), title, text }),
    remove: ({ id }) => remove(index, String(id)),
    close: () => undefined,
  };
}
