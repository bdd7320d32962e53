import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { meanMeasures, measureRanking } from './search/rank-measures.js';
import { readCollection } from './search/read-collection.js';

/** Deep enough for every judged article of a small collection to be found. */
const LIMIT = 1_000;

/** @type {readonly { engine: string, titleBoost: number }[]} lunr's default is no boost. Its boosts speak for Carrel's, whose scores are the same. */
const RUNS = [
  { engine: 'carrel', titleBoost: 1 },
  ...[1, 2, 3, 5, 10].map((titleBoost) => ({ engine: 'lunr', titleBoost })),
  { engine: 'minisearch', titleBoost: 1 },
  { engine: 'fts5', titleBoost: 1 },
];

/**
 * How well each engine orders the articles of a test collection whose relevant ones are known.
 *
 * @param {readonly string[]} flags `--collection DIR` with docs.jsonl, queries.jsonl and qrels.tsv; `--json`
 */
export async function benchRanking(flags) {
  const { values } = parseArgs({ args: [...flags], options: { collection: { type: 'string' }, json: { type: 'boolean', default: false } } });
  if (values.collection === undefined) throw new Error('Name a test collection: npm run bench -- ranking --collection DIR');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-bench-'));
  try {
    const corpus = path.join(folder, 'corpus.ndjson');
    const collection = readCollection(values.collection);
    fs.writeFileSync(corpus, collection.articles.map((article) => JSON.stringify(article)).join('\n'));
    const results = [];
    for (const run of RUNS) {
      if (!fs.existsSync(new URL(`search/engines/${run.engine}.js`, import.meta.url))) continue;
      const place = path.join(folder, `${run.engine}-${run.titleBoost}`);
      fs.mkdirSync(place);
      results.push(await rank(run, corpus, place, collection));
    }
    report(collection, results, values.json);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** @typedef {{ engine: string, titleBoost: number, map: number, ndcg10: number, precision10: number }} Result */

/**
 * @param {{ engine: string, titleBoost: number }} run
 * @param {string} corpus
 * @param {string} place
 * @param {import('./search/read-collection.js').Collection} collection
 * @returns {Promise<Result>}
 */
async function rank({ engine: file, titleBoost }, corpus, place, { ids, queries }) {
  /** @type {{ engine: import('./search/engine-types.ts').Engine }} */
  const { engine } = await import(`./search/engines/${file}.js`);
  await engine.keepTexts?.(corpus, place);
  await engine.build(corpus, place, { titleBoost });
  const serving = await engine.open(place);
  const measures = [];
  for (const { words, grades } of queries) {
    const lines = await serving.find({ kind: 'several', words }, LIMIT);
    const ranked = lines.map((line) => ids[line - 1] ?? '');
    measures.push(measureRanking(ranked, grades));
  }
  await serving.close();
  return { engine: engine.name, titleBoost, ...meanMeasures(measures) };
}

/** @param {import('./search/read-collection.js').Collection} collection @param {readonly Result[]} results @param {boolean} json */
function report({ ids, queries }, results, json) {
  if (json) {
    console.log(JSON.stringify({ articles: ids.length, queries: queries.length, results }));
    return;
  }
  console.log(`${ids.length} articles, ${queries.length} queries with relevant articles`);
  const round = (/** @type {number} */ value) => Math.round(value * 10_000) / 10_000;
  console.table(results.map(({ engine, titleBoost, map, ndcg10, precision10 }) => ({ engine, 'title boost': titleBoost, MAP: round(map), 'nDCG@10': round(ndcg10), 'P@10': round(precision10) })));
}
