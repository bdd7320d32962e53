import { percentiles } from './percentiles.js';
import { PLACE_KINDS, QUERY_KINDS } from './query-kinds.js';
import { readCorpus } from './read-corpus.js';

const LIMIT = 20;
const PASSES = 3;
const CHANGES = 50;

/**
 * @typedef {import('./percentiles.js').Percentiles} Percentiles
 * @typedef {import('./engine-types.ts').QueryKind} QueryKind
 *
 * @typedef {object} KindFigures
 * @property {Percentiles} ids ms for the ids of the best 20
 * @property {Percentiles | null} snippets the same with a snippet for each
 * @property {number} queries
 * @property {number} answered those with a result at least
 *
 * @typedef {object} MergingFigures
 * @property {Percentiles} ids over the same queries while another thread merges segments
 * @property {Percentiles} slower divided by those while nothing else goes on
 *
 * @typedef {{ memoryMs: number, diskMs: number | null }} ChangeFigures medians; `diskMs`: when it waits until the disk has it
 *
 * @typedef {object} ServingFigures
 * @property {number} openMs from the beginning of opening to the first answer
 * @property {number} residentBytes after all queries
 * @property {number} collectedBytes the same after a forced garbage collection
 * @property {number | null} snippetBytes resident after all queries with snippets, too
 * @property {Percentiles} ids over the queries of the kinds that every engine is asked for
 * @property {Percentiles | null} snippets
 * @property {MergingFigures | null} merging
 * @property {Partial<Record<QueryKind, KindFigures>>} kinds
 * @property {readonly { kind: QueryKind, idsMs: number, snippetsMs: number | null, found: number }[]} queries each by itself, in the order of asking
 * @property {ChangeFigures | null} add
 * @property {ChangeFigures | null} remove
 */

/**
 * @param {import('./engine-types.ts').Engine} engine
 * @param {() => import('./engine-types.ts').Serving | Promise<import('./engine-types.ts').Serving>} open
 * @param {import('./run-engine.js').Job} job
 * @returns {Promise<ServingFigures>}
 */
export async function measureServing(engine, open, job) {
  const queries = job.queries.filter(({ kind }) => engine.lacks[kind] === undefined);
  const [first] = queries;
  if (!first) throw new Error('The corpus gave no query');
  const started = performance.now();
  const serving = await open();
  await serving.find(first, LIMIT);
  const openMs = performance.now() - started;
  const { findWithSnippets } = serving;
  const ids = await timeQueries(queries, (query) => serving.find(query, LIMIT));
  const residentBytes = process.memoryUsage.rss();
  globalThis.gc?.();
  const collectedBytes = process.memoryUsage.rss();
  const snippets = findWithSnippets ? await timeQueries(queries, (query) => findWithSnippets(query, LIMIT)) : null;
  const snippetBytes = snippets && process.memoryUsage.rss();
  const over = (/** @type {readonly Timed[]} */ times) => percentiles(times.filter(({ kind }) => !PLACE_KINDS.has(kind)).map(({ ms }) => ms));
  const each = ids.map(({ kind, ms, found }, at) => ({ kind, idsMs: ms, snippetsMs: snippets?.[at]?.ms ?? null, found }));
  const merging = await compareMerging(serving, async () => over(await timeQueries(queries, (query) => serving.find(query, LIMIT))));
  const figures = { openMs, residentBytes, collectedBytes, snippetBytes, ids: over(ids), snippets: snippets && over(snippets), merging, kinds: figuresByKind(ids, snippets), queries: each };
  const changes = await measureChanges(serving, job);
  await serving.close();
  return { ...figures, ...changes };
}

/** @typedef {{ kind: QueryKind, ms: number, found: number }} Timed */

/**
 * The best of three passes for each query: what the engine needs, not what else the machine did.
 *
 * @param {readonly import('./engine-types.ts').BenchQuery[]} queries
 * @param {(query: import('./engine-types.ts').BenchQuery) => readonly unknown[] | Promise<readonly unknown[]>} find
 * @returns {Promise<Timed[]>}
 */
async function timeQueries(queries, find) {
  const times = queries.map(({ kind }) => ({ kind, ms: Infinity, found: 0 }));
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const [at, query] of queries.entries()) {
      const started = performance.now();
      const found = await find(query);
      const ms = performance.now() - started;
      const time = times[at];
      if (!time) continue;
      time.ms = Math.min(time.ms, ms);
      time.found = found.length;
    }
  }
  return times;
}

/**
 * @param {import('./engine-types.ts').Serving} serving
 * @param {() => Promise<Percentiles>} measure
 * @returns {Promise<MergingFigures | null>}
 */
async function compareMerging({ merge }, measure) {
  if (!merge) return null;
  // Once more: by now the engine is faster than when its figures were taken.
  const alone = await measure();
  const end = await merge();
  const ids = await measure();
  await end();
  return { ids, slower: { p50: ids.p50 / alone.p50, p95: ids.p95 / alone.p95, p99: ids.p99 / alone.p99 } };
}

/** @param {readonly Timed[]} ids @param {readonly Timed[] | null} snippets @returns {Partial<Record<QueryKind, KindFigures>>} */
function figuresByKind(ids, snippets) {
  const ofKind = (/** @type {readonly Timed[]} */ times, /** @type {QueryKind} */ kind) => times.filter((time) => time.kind === kind);
  const ms = (/** @type {readonly Timed[]} */ times) => percentiles(times.map((time) => time.ms));
  return Object.fromEntries(
    QUERY_KINDS.flatMap((kind) => {
      const timed = ofKind(ids, kind);
      if (timed.length === 0) return [];
      const answered = timed.filter(({ found }) => found > 0).length;
      return [[kind, { ids: ms(timed), snippets: snippets && ms(ofKind(snippets, kind)), queries: timed.length, answered }]];
    }),
  );
}

/**
 * Adds articles and removes others, one at a time.
 *
 * @param {import('./engine-types.ts').Serving} serving
 * @param {import('./run-engine.js').Job} job
 */
async function measureChanges(serving, { corpus, articles: count }) {
  /** @type {import('./read-corpus.js').CorpusArticle[]} */
  const articles = [];
  for await (const article of readCorpus(corpus)) if (articles.push(article) === CHANGES * 2) break;
  // Twice as many: the first half without waiting for the disk.
  const added = articles.map((article) => ({ ...article, id: article.id + count }));
  return { add: await timeChanges(serving, serving.add, added), remove: await timeChanges(serving, serving.remove, articles) };
}

/**
 * @param {import('./engine-types.ts').Serving} serving
 * @param {((article: import('./read-corpus.js').CorpusArticle) => unknown) | undefined} change
 * @param {readonly import('./read-corpus.js').CorpusArticle[]} articles
 * @returns {Promise<ChangeFigures | null>}
 */
async function timeChanges(serving, change, articles) {
  if (!change) return null;
  const { waitForDisk } = serving;
  /** @param {readonly import('./read-corpus.js').CorpusArticle[]} part */
  const median = async (part) => {
    const times = [];
    for (const article of part) {
      const started = performance.now();
      await change(article);
      times.push(performance.now() - started);
    }
    return percentiles(times).p50;
  };
  waitForDisk?.(false);
  const memoryMs = await median(articles.slice(0, CHANGES));
  waitForDisk?.(true);
  return { memoryMs, diskMs: waitForDisk ? await median(articles.slice(CHANGES)) : null };
}
