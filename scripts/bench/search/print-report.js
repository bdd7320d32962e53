import { percentiles } from './percentiles.js';
import { PLACE_KINDS, QUERY_KINDS } from './query-kinds.js';

/** @typedef {import('../bench-search.js').SearchReport} SearchReport */
/** @typedef {import('../bench-search.js').EngineReport} EngineReport */

/**
 * Tables for people. A ratio in brackets is the engine's figure divided by Carrel's; for latencies over all kinds,
 * divided by Carrel's over those kinds that this engine can answer, too.
 *
 * @param {SearchReport} report
 */
export function printReport(report) {
  const { machine, corpus, engines } = report;
  console.log(`${machine.processor}, ${machine.cores} cores, ${machine.memoryGb.toFixed(0)} GB, ${machine.platform}, Node ${machine.node}; load when it began ${machine.loadBefore.toFixed(2)}`);
  console.log(
    `${whole(corpus.articles)} articles, ${megabytes(corpus.textBytes)} MB of text, ${whole(corpus.words)} words (${whole(corpus.words / corpus.articles)} an article), ${whole(corpus.forms)} distinct forms: ${corpus.file}`,
  );
  console.log(`Reading it takes ${corpus.readCpuSeconds.toFixed(1)} CPU s, which articles per CPU second leave out. Files are in the system's cache. Queries: best of three passes. 'collected': after a forced garbage collection.\n`);
  const carrel = engines.find(({ id }) => id === 'carrel');
  if (!carrel) console.log('Carrel was not measured: no ratios.\n');
  else console.log('In brackets: the figure divided by that of Carrel, which for latencies over all kinds of query is that over the kinds that the engine can answer, too.\n');
  printTable('Building', BUILDING, engines, carrel);
  printTable('Serving', SERVING, engines, carrel);
  const asked = QUERY_KINDS.filter((kind) => (report.queries[kind] ?? 0) > 0);
  printTable('ms for the ids of the best 20, p50 / p95 / p99', [...asked.map((kind) => latencyColumn(kind, report, 'ids'))], engines, carrel);
  if (engines.some(({ serving }) => serving?.snippets)) {
    const able = engines.filter(({ serving }) => serving?.snippets);
    printTable('ms with a snippet for each, p50 / p95 / p99', [...asked.map((kind) => latencyColumn(kind, report, 'snippets'))], able, carrel);
  }
  printNotes(engines);
}

/**
 * @typedef {object} Column
 * @property {string} title
 * @property {(engine: EngineReport, other: EngineReport) => number | null | undefined} value what the ratio is made of; where it depends on what was asked, only what `other` can answer, too
 * @property {(engine: EngineReport) => string} say
 */

/** @type {readonly Column[]} */
const BUILDING = [
  stoppedColumn('building'),
  column('articles / CPU s', ({ build }) => build?.articlesPerCpuSecond, whole),
  column('CPU s', ({ build }) => build?.cpuSeconds, tenth),
  column('wall s', ({ build }) => build?.wallSeconds, tenth),
  column('peak MB', ({ build }) => build?.peakBytes, megabytes),
  column('index MB', ({ build }) => build?.indexBytes, megabytes),
  column('index / text', ({ build }) => build?.indexPerText, fine),
  column('on disk MB', ({ build }) => build?.diskBytes, megabytes),
];

/** @type {readonly Column[]} */
const SERVING = [
  stoppedColumn('serving'),
  column('open to answer ms', ({ serving, build }) => (build?.unsaved === null ? serving?.openMs : null), tenth),
  column('resident MB', ({ serving }) => serving?.residentBytes, megabytes),
  column('collected MB', ({ serving }) => serving?.collectedBytes, megabytes),
  column('with snippets MB', ({ serving }) => serving?.snippetBytes, megabytes),
  column('p50 ms', overKinds('idsMs', 'p50'), fine),
  column('p95 ms', overKinds('idsMs', 'p95'), fine),
  column('p99 ms', overKinds('idsMs', 'p99'), fine),
  column('p50 ms beside a merge', ({ serving }) => serving?.merging?.ids.p50, fine),
  column('p95 ms beside a merge', ({ serving }) => serving?.merging?.ids.p95, fine),
  column('times as slow, p50', ({ serving }) => serving?.merging?.slower.p50, fine),
  column('times as slow, p95', ({ serving }) => serving?.merging?.slower.p95, fine),
  column('snippets p95 ms', overKinds('snippetsMs', 'p95'), fine),
  column('add ms', ({ serving }) => serving?.add?.memoryMs, fine),
  column('add, on disk ms', ({ serving }) => serving?.add?.diskMs, fine),
  column('remove ms', ({ serving }) => serving?.remove?.memoryMs, fine),
  column('remove, on disk ms', ({ serving }) => serving?.remove?.diskMs, fine),
];

/** @param {string} title @param {Column['value']} value @param {(value: number) => string} format @returns {Column} */
function column(title, value, format) {
  return {
    title,
    value,
    say(engine) {
      const found = value(engine, engine);
      return found === null || found === undefined ? '-' : format(found);
    },
  };
}

/** @param {'building' | 'serving'} step @returns {Column} the limit that an engine outgrew */
function stoppedColumn(step) {
  return { title: 'stopped past', value: () => null, say: ({ stopped }) => stopped.find((stop) => stop.step === step)?.past ?? '-' };
}

/**
 * @param {import('./engine-types.ts').QueryKind} kind
 * @param {SearchReport} report
 * @param {'ids' | 'snippets'} what
 * @returns {Column} its ratio is of the p95
 */
function latencyColumn(kind, report, what) {
  const find = (/** @type {EngineReport} */ { serving }) => serving?.kinds[kind]?.[what];
  return {
    title: `${kind} (${report.queries[kind]})`,
    value: (engine) => find(engine)?.p95,
    say(engine) {
      const found = find(engine);
      if (found) return `${fine(found.p50)} / ${fine(found.p95)} / ${fine(found.p99)}`;
      return engine.facts?.lacks[kind] === undefined ? '-' : 'cannot';
    },
  };
}

/**
 * Engines side by side, one figure a line: so the widest table stays readable.
 *
 * @param {string} heading
 * @param {readonly Column[]} columns
 * @param {readonly EngineReport[]} engines
 * @param {EngineReport | undefined} carrel
 */
function printTable(heading, columns, engines, carrel) {
  const rows = [[heading, ...engines.map(nameOf)]];
  for (const one of columns) rows.push([one.title, ...engines.map((engine) => one.say(engine) + ratio(one.value(engine, engine), engine === carrel || !carrel ? null : one.value(carrel, engine)))]);
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0))) ?? [];
  for (const row of rows) console.log(row.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '));
  console.log('');
}

/**
 * Over the kinds that every engine is asked for.
 *
 * @param {'idsMs' | 'snippetsMs'} what
 * @param {'p50' | 'p95' | 'p99'} rank
 * @returns {Column['value']}
 */
function overKinds(what, rank) {
  return ({ serving }, other) => {
    const asked = serving?.queries.filter(({ kind }) => !PLACE_KINDS.has(kind) && other.facts?.lacks[kind] === undefined) ?? [];
    const times = asked.flatMap((query) => query[what] ?? []);
    return times.length === 0 ? null : percentiles(times)[rank];
  };
}

/** @param {number | null | undefined} value @param {number | null | undefined} carrel */
function ratio(value, carrel) {
  if (value === null || value === undefined || carrel === null || carrel === undefined || carrel === 0) return '';
  const times = value / carrel;
  return ` (x${times < 100 ? times.toPrecision(2) : whole(times)})`;
}

/** @param {readonly EngineReport[]} engines */
function printNotes(engines) {
  for (const engine of engines) {
    const lacks = Object.entries(engine.facts?.lacks ?? {}).map(([kind, why]) => `${kind}: ${why}.`);
    const silent = Object.entries(engine.serving?.kinds ?? {}).flatMap(([kind, { queries, answered }]) => (answered < queries ? [`${kind} ${answered} of ${queries}`] : []));
    const notes = [...engine.stopped.map(({ step, why }) => `${step}: ${why}`), ...(engine.build?.unsaved ? [`${engine.build.unsaved}; asked in the process that built it.`] : []), ...(engine.facts?.notes ?? []), ...lacks];
    if (silent.length > 0) notes.push(`Queries with a result: ${silent.join(', ')}; all of the other kinds.`);
    for (const note of notes) console.log(`${nameOf(engine)}: ${note}`);
  }
}

/** @param {EngineReport} engine */
function nameOf({ facts, id }) {
  return facts?.name ?? id;
}

/** @param {number} value */
function whole(value) {
  return Math.round(value).toLocaleString('en');
}

/** @param {number} bytes */
function megabytes(bytes) {
  return (bytes / 1e6).toFixed(bytes < 1e7 ? 1 : 0);
}

/** @param {number} value */
function tenth(value) {
  return value.toFixed(1);
}

/** @param {number} value */
function fine(value) {
  return value.toFixed(value < 10 ? 2 : 0);
}
