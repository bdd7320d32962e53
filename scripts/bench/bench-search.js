import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { bundleEngine } from './search/bundle-engine.js';
import { drawQueries } from './search/draw-queries.js';
import { makeCorpus } from './search/make-corpus.js';
import { measureCorpus } from './search/read-corpus.js';
import { printReport } from './search/print-report.js';
import { startEngine } from './search/start-engine.js';

const ENGINES_FOLDER = new URL('search/engines/', import.meta.url);
/** Carrel first: all others are compared with it. */
const ORDER = ['carrel', 'fts5', 'minisearch', 'flexsearch', 'orama', 'lunr'];
const QUICK_ARTICLES = 3_000;
const SEED = 1;

/**
 * @typedef {import('./search/start-engine.js').Stop & { step: 'building' | 'serving' }} StoppedStep
 * @typedef {object} EngineReport
 * @property {string} id
 * @property {import('./search/run-engine.js').EngineFacts | null} facts
 * @property {(import('./search/run-engine.js').BuildFigures & { articlesPerCpuSecond: number, indexPerText: number | null }) | null} build `articlesPerCpuSecond`: less the reading of the corpus; `indexPerText`: its bytes divided by the text's in UTF-8
 * @property {import('./search/measure-serving.js').ServingFigures | null} serving
 * @property {readonly StoppedStep[]} stopped
 *
 * @typedef {object} SearchReport
 * @property {{ cores: number, processor: string, memoryGb: number, node: string, platform: string, loadBefore: number }} machine
 * @property {import('./search/make-corpus.js').CorpusFigures & { file: string, readCpuSeconds: number }} corpus
 * @property {Partial<Record<import('./search/engine-types.ts').QueryKind, number>>} queries how many of each kind
 * @property {readonly EngineReport[]} engines
 */

/**
 * Carrel's search and its peers over the same articles, each engine in processes of its own, one after the other.
 *
 * @param {readonly string[]} flags `--articles N` (10,000), `--words N` on average (458), `--corpus FILE.ndjson` instead of made-up articles,
 *   `--engines a,b`, `--minutes N` of processor time (4) and `--memory GB` (6) for building with each and for serving, `--quick` (3,000 articles), `--json`
 */
export async function benchSearch(flags) {
  const options = readFlags(flags);
  const { file, figures } = options.corpus === undefined ? makeCorpus(options) : { file: path.resolve(options.corpus), figures: await measureCorpus(options.corpus) };
  const queries = await drawQueries(file, SEED);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-bench-'));
  try {
    const machine = describeMachine();
    const read = await startEngine({ task: 'read', module: '', corpus: file, articles: figures.articles, folder, queries: [] }, options.limits);
    const readCpuSeconds = read.read?.cpuSeconds ?? Number.NaN;
    /** @type {EngineReport[]} */
    const engines = [];
    for (const engine of options.engines) {
      process.stderr.write(`${engine}\n`);
      const job = { module: await bundleEngine(engine, folder), corpus: file, articles: figures.articles, folder: path.join(folder, engine), queries };
      engines.push({ id: engine, ...(await measureEngine(job, options.limits, figures.textBytes, readCpuSeconds)) });
      // A library of a hundred thousand articles and six indexes of it need not all be on the disk at once.
      fs.rmSync(path.join(folder, engine), { recursive: true, force: true });
    }
    const counts = Object.fromEntries([...Map.groupBy(queries, ({ kind }) => kind)].map(([kind, ofKind]) => [kind, ofKind.length]));
    /** @type {SearchReport} */
    const report = { machine, corpus: { ...figures, file, readCpuSeconds }, queries: counts, engines };
    if (options.json) console.log(JSON.stringify(report));
    else printReport(report);
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {readonly string[]} flags */
function readFlags(flags) {
  const { values } = parseArgs({
    args: [...flags],
    options: {
      articles: { type: 'string' },
      words: { type: 'string' },
      corpus: { type: 'string' },
      engines: { type: 'string' },
      minutes: { type: 'string', default: '4' },
      memory: { type: 'string', default: '6' },
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const present = ORDER.filter((engine) => fs.existsSync(new URL(`${engine}.js`, ENGINES_FOLDER)));
  const engines = values.engines?.split(',') ?? present;
  const unknown = engines.find((engine) => !present.includes(engine));
  if (unknown !== undefined) throw new Error(`There is no engine named "${unknown}". There are: ${present.join(', ')}`);
  return {
    articles: count(values.articles, values.quick ? QUICK_ARTICLES : 10_000),
    ...(values.words === undefined ? {} : { words: count(values.words, 0) }),
    corpus: values.corpus,
    engines,
    limits: { minutes: count(values.minutes, 0), gigabytes: count(values.memory, 0) },
    json: values.json,
  };
}

/** @param {string | undefined} said @param {number} otherwise */
function count(said, otherwise) {
  const number = said === undefined ? otherwise : Number(said);
  if (!(number > 0)) throw new Error(`"${said}" is not a number above 0`);
  return number;
}

function describeMachine() {
  return {
    cores: os.availableParallelism(),
    processor: os.cpus()[0]?.model ?? 'unknown',
    memoryGb: os.totalmem() / 2 ** 30,
    node: process.version,
    platform: `${os.platform()} ${os.arch()}`,
    loadBefore: os.loadavg()[0] ?? 0,
  };
}

/**
 * @param {Omit<import('./search/run-engine.js').Job, 'task'>} job
 * @param {import('./search/start-engine.js').EngineLimits} limits
 * @param {number} textBytes
 * @param {number} readCpuSeconds
 * @returns {Promise<Omit<EngineReport, 'id'>>}
 */
async function measureEngine(job, limits, textBytes, readCpuSeconds) {
  fs.mkdirSync(job.folder, { recursive: true });
  const building = await startEngine({ ...job, task: 'build' }, limits);
  const opens = building.build !== undefined && building.build.unsaved === null;
  const serving = opens ? await startEngine({ ...job, task: 'serve' }, limits, building.facts?.serveWith) : {};
  const { build, facts } = building;
  /** @type {StoppedStep[]} */
  const stopped = [];
  if (building.stopped) stopped.push({ step: building.build ? 'serving' : 'building', ...building.stopped });
  if (serving.stopped) stopped.push({ step: 'serving', ...serving.stopped });
  return {
    facts: facts ?? null,
    build: build
      ? { ...build, articlesPerCpuSecond: job.articles / (build.cpuSeconds - readCpuSeconds), indexPerText: build.indexBytes === null ? null : build.indexBytes / textBytes }
      : null,
    serving: serving.serving ?? building.serving ?? null,
    stopped,
  };
}
