// One engine in a process of its own, started by start-engine.js: what it is to do comes as JSON in the first argument, what came of it goes back as messages.
import { peakBytes } from '../measure-process.js';
import { readCorpus } from './read-corpus.js';
import { measureServing } from './measure-serving.js';

/**
 * @typedef {object} Job
 * @property {'read' | 'build' | 'serve'} task `read`: only reads the corpus, to tell apart what that costs
 * @property {string} module the engine's address
 * @property {string} corpus
 * @property {number} articles in it
 * @property {string} folder of the saved index
 * @property {readonly import('./engine-types.ts').BenchQuery[]} queries
 *
 * @typedef {object} BuildFigures
 * @property {number} cpuSeconds of all threads, the reading of the corpus included
 * @property {number} wallSeconds
 * @property {number} peakBytes resident
 * @property {number | null} indexBytes
 * @property {number | null} diskBytes
 * @property {string | null} unsaved
 *
 * @typedef {object} EngineFacts
 * @property {string} name
 * @property {Readonly<Partial<Record<import('./engine-types.ts').QueryKind, string>>>} lacks
 * @property {readonly string[]} notes
 * @property {readonly string[]} serveWith
 *
 * @typedef {{ facts?: EngineFacts, read?: { cpuSeconds: number }, build?: BuildFigures, serving?: import('./measure-serving.js').ServingFigures }} Message
 */

/** @type {Job} */
const job = JSON.parse(process.argv[2] ?? '');
const send = (/** @type {Message} */ message) => process.send?.(message);
const clock = startClock();

if (job.task === 'read') {
  for await (const article of readCorpus(job.corpus)) if (article.id < 0) throw new Error('Lines are counted from 1');
  send({ read: { cpuSeconds: clock().cpuSeconds } });
} else {
  /** @type {{ engine: import('./engine-types.ts').Engine }} */
  const { engine } = await import(job.module);
  send({ facts: { name: engine.name, lacks: engine.lacks, notes: engine.notes, serveWith: engine.serveWith ?? [] } });
  if (job.task === 'build') await build(engine);
  else send({ serving: await measureServing(engine, () => engine.open(job.folder), job) });
}
process.disconnect?.();

/** @param {import('./engine-types.ts').Engine} engine */
async function build(engine) {
  await engine.keepTexts?.(job.corpus, job.folder);
  const clock = startClock();
  const built = await engine.build(job.corpus, job.folder, {});
  const times = clock();
  const { indexBytes, diskBytes, unsaved = null } = built;
  send({ build: { ...times, peakBytes: peakBytes(), indexBytes, diskBytes, unsaved } });
  // What cannot be saved is asked where it was built; opening it cannot be measured.
  const { serving } = built;
  if (serving) send({ serving: await measureServing(engine, () => serving, job) });
}

function startClock() {
  const cpu = process.cpuUsage();
  const started = performance.now();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { cpuSeconds: (user + system) / 1e6, wallSeconds: (performance.now() - started) / 1000 };
  };
}
