import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { realDisk } from '../../../../main/core/base/disk-calls.ts';
import { LIMITS } from '../../../../main/core/base/limits.ts';
import { SegmentBuilder } from '../../../../main/core/index/build-segment.ts';
import { FIELDS } from '../../../../main/core/index/fields.ts';
import { dateKey } from '../../../../main/core/index/index-document.ts';
import { Lexicon } from '../../../../main/core/index/lexicon.ts';
import { mergeFiles, SearchIndex, writeSegment } from '../../../../main/core/index/search-index.ts';
import { KnownWords } from '../../../../main/core/search/known-words.ts';
import { makeSnippet } from '../../../../main/core/search/make-snippet.ts';
import { makeMarker } from '../../../../main/core/search/mark-text.ts';
import { parseQuery } from '../../../../main/core/search/query-language/parse-query.ts';
import { pickFrom, runQuery } from '../../../../main/core/search/run-query.ts';
import { TooMuch } from '../../../../main/core/search/search-costs.ts';
import { keepTexts, readTexts } from '../keep-texts.js';
import { readCorpus } from '../read-corpus.js';
import { sayQuery as sayToLunr } from './lunr.js';

const INDEX = 'index';
/** Twice as large as those of the library's jobs, which share memory with an import. */
const SEGMENT = { articles: 16_000, words: 8_000_000 };

/** @type {import('../engine-types.ts').Engine} */
export const engine = {
  name: 'Carrel',
  lacks: {},
  notes: [
    "With positions, those of stop words included. One thread. The articles' texts, which the library keeps in its database, are not counted; snippets read them there.",
    'An answer has the total, too. Adding on disk is a commit of its own, as after an import of one article.',
  ],
  // V8 takes a third of what a worker may have for new objects as the limit of one of their spaces.
  serveWith: [`--max-old-space-size=${LIMITS.searchHeapMb}`, `--max-semi-space-size=${Math.floor(LIMITS.searchYoungHeapMb / 3)}`],
  keepTexts,
  async build(corpus, folder) {
    const place = path.join(folder, INDEX);
    fs.mkdirSync(place);
    const index = new SearchIndex(place);
    let lexicon = new Lexicon();
    let builder = new SegmentBuilder(lexicon);
    const finish = () => {
      index.adopt(writeSegment(realDisk, place, builder.finish()));
      for (let merge = index.chooseMerge(); merge; merge = index.chooseMerge()) index.finishMerge(merge, mergeFiles(realDisk, place, merge));
      if (lexicon.full) lexicon = new Lexicon();
      builder = new SegmentBuilder(lexicon);
    };
    for await (const article of readCorpus(corpus)) {
      builder.add(makeDocument(article));
      if (builder.documents >= SEGMENT.articles || builder.words >= SEGMENT.words) finish();
    }
    if (builder.documents > 0) finish();
    index.commit(1);
    index.close();
    const bytes = fs.readdirSync(place).reduce((sum, name) => sum + fs.statSync(path.join(place, name)).size, 0);
    return { indexBytes: bytes, diskBytes: bytes };
  },
  open: (folder) => serve(path.join(folder, INDEX), readTexts(folder)),
};

/** @param {string} folder @param {ReturnType<typeof readTexts>} texts @returns {import('../engine-types.ts').Serving} */
function serve(folder, texts) {
  const index = new SearchIndex(folder);
  const words = new KnownWords();
  let waits = false;
  let change = index.change;
  const commitIfAsked = () => {
    if (waits) index.commit((change += 1));
  };
  return {
    find: (query, limit) => search(index, parse(query), limit),
    findWithSnippets(query, limit) {
      const root = parse(query);
      const marker = makeMarker(root, index.languages(), words);
      return search(index, root, limit).map((id) => {
        const text = texts.get(id);
        return { id, snippet: makeSnippet('body', text, marker.mark(text, 'en', 'body'))?.text ?? '' };
      });
    },
    add(article) {
      index.add([makeDocument(article)]);
      commitIfAsked();
    },
    remove({ id }) {
      index.remove(id);
      commitIfAsked();
    },
    waitForDisk: (wait) => {
      waits = wait;
    },
    async merge() {
      const inputs = index.segments.flatMap(({ file, removed }) => (file === null ? [] : [{ file, removed }]));
      const worker = new Worker(new URL('../merge-worker.js', import.meta.url), { workerData: { folder, merge: { inputs } } });
      await once(worker, 'message');
      return () => worker.terminate();
    },
    close() {
      texts.close();
      index.close();
    },
  };
}

/** @param {SearchIndex} index @param {import('../../../../main/core/search/query-tree.ts').GroupNode} root @param {number} limit */
function search(index, root, limit) {
  try {
    const { best } = pickFrom(runQuery(index, root, refuseFilter), 'relevance', limit);
    return best.map(({ live, doc }) => live.segment.documents.rows[doc] ?? 0);
  } catch (error) {
    // The program says so and finds nothing; here it is counted among the queries without a result.
    if (error instanceof TooMuch) return [];
    throw error;
  }
}

/** @returns {never} */
function refuseFilter() {
  throw new Error('This should not be possible: no query of the benchmark has a filter');
}

/** @param {import('../engine-types.ts').BenchQuery} query */
function parse(query) {
  return parseQuery(sayQuery(query), { fields: FIELDS, typing: false, now: new Date(0) }).root;
}

/** @param {import('../engine-types.ts').BenchQuery} query */
function sayQuery(query) {
  const { kind, words } = query;
  if (kind === 'phrase' || kind === 'common phrase') return `"${words.join(' ')}"`;
  if (kind === 'near') return words.join(' NEAR/6 ');
  return sayToLunr(query);
}

/** @param {import('../read-corpus.js').CorpusArticle} article */
function makeDocument({ id, title, text, date }) {
  return { n: id, id: String(id), version: 1, language: 'en', published: dateKey(date), fields: { title: Buffer.from(title), body: Buffer.from(text), byline: new Uint8Array() } };
}
