import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { nodeServices } from '../../main/hosts/node-services.ts';
import { openLibrary } from '../../main/core/open-library.ts';
import { makeListLibrary } from './make-list-library.js';

const RUNS = 15;
const PAGE = 50;

/**
 * Asks a large library for pages of its lists, each at its beginning, middle and end, and prints how long the answers
 * take: `first` is the first answer after a change, which counts the list; the others are what scrolling feels like.
 *
 * @param {readonly string[]} flags `--articles N`; `--library DIR` makes the library there, or uses the one that is there
 */
export async function benchList(flags) {
  const valueOf = (/** @type {string} */ flag) => (flags.includes(flag) ? flags[flags.indexOf(flag) + 1] : undefined);
  const articles = Number(valueOf('--articles') ?? 100_000);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-bench-'));
  const root = valueOf('--library') ?? path.join(folder, 'library');
  try {
    if (!fs.existsSync(root)) {
      const started = performance.now();
      makeListLibrary(root, articles);
      process.stdout.write(`Made ${articles} articles in ${seconds(started)} s.\n`);
    }
    const library = await openLibrary({ root, access: 'write' }, nodeServices('the benchmark'));
    try {
      await measureLists(library.client);
      await measureOthers(library.client);
    } finally {
      await library.close();
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** @typedef {import('../../main/contract/contract.ts').LibraryClient} Client */
/** @typedef {Omit<NonNullable<Parameters<Client['articles.list']>[0]>, 'limit' | 'offset'>} Selection */

/** @param {Client} client */
async function measureLists(client) {
  const places = /** @type {const} */ (['library', 'unread', 'favourites', 'archive', 'trash']);
  const sorts = /** @type {const} */ (['added', 'published', 'title']);
  /** @type {Selection[]} */
  const selections = [
    ...places.flatMap((place) => sorts.map((sort) => ({ in: place, sort }))),
    ...sorts.flatMap((sort) => [
      { sort, tag: 'tag 0' },
      { sort, tag: 'tag 299' },
      { sort, collection: 'Area 0' },
      { sort, site: 'Site 0' },
      { sort, in: /** @type {const} */ ('unread'), tag: 'tag 0' },
    ]),
  ];
  /** @type {Record<string, Record<string, number | string>>} */
  const table = {};
  for (const selection of selections) {
    const name = Object.entries(selection).map(([key, value]) => `${key} ${value}`).join(', ');
    await touch(client);
    const started = performance.now();
    const { total } = valueOfOutcome(await client['articles.list']({ ...selection, limit: PAGE }));
    /** @type {Record<string, number | string>} */
    const row = { total, first: round(performance.now() - started) };
    for (const [at, part] of Object.entries({ start: 0, middle: 0.5, end: 1 })) {
      const offset = Math.floor(Math.max(0, total - PAGE) * part);
      const { p50, p95 } = await measure(() => client['articles.list']({ ...selection, limit: PAGE, offset }));
      row[at] = `${p50} / ${p95}`;
    }
    table[name] = row;
  }
  process.stdout.write(`Pages of ${PAGE}, milliseconds (p50 / p95 of ${RUNS}):\n`);
  console.table(table);
}

/** @param {Client} client */
async function measureOthers(client) {
  const calls = {
    'library.counts': () => client['library.counts']({}),
    'library.labels': () => client['library.labels']({}),
    'articles.ids, all': () => client['articles.ids']({}),
    'articles.ids, all by title': () => client['articles.ids']({ sort: 'title' }),
    'articles.ids, one tag': () => client['articles.ids']({ tag: 'tag 0' }),
  };
  /** @type {Record<string, Record<string, number>>} */
  const table = {};
  for (const [name, call] of Object.entries(calls)) {
    await touch(client);
    const started = performance.now();
    await call();
    table[name] = { first: round(performance.now() - started), ...(await measure(call)) };
  }
  const { ids } = valueOfOutcome(await client['articles.ids']({}));
  const changes = {
    'setState of all': (/** @type {typeof ids} */ of, /** @type {boolean} */ on) => client['articles.setState']({ ids: of, favourite: on }),
    'setTag of all': (/** @type {typeof ids} */ of, /** @type {boolean} */ on) => client['articles.setTag']({ ids: of, tag: 'of the benchmark', on }),
    'setCollection of all': (/** @type {typeof ids} */ of, /** @type {boolean} */ on) => client['articles.setCollection']({ ids: of, path: 'Of/the benchmark', on }),
  };
  for (const [name, change] of Object.entries(changes)) {
    /** @type {readonly import('../../main/contract/ids.ts').ArticleId[]} */
    let changing = ids;
    for (const on of [true, false]) {
      const started = performance.now();
      changing = valueOfOutcome(await change([...changing], on)).changed;
      table[`${name}, ${on ? 'on' : 'off'}`] = { first: round(performance.now() - started) };
    }
  }
  process.stdout.write('Other calls, milliseconds:\n');
  console.table(table);
}

/** A small change, after which nothing that was counted holds any more. @param {Client} client */
async function touch(client) {
  const { articles } = valueOfOutcome(await client['articles.list']({ limit: 1 }));
  const ids = articles.map(({ id }) => id);
  for (const on of [true, false]) await client['articles.setTag']({ ids, tag: 'touched', on });
}

/** @param {() => Promise<unknown>} call */
async function measure(call) {
  /** @type {number[]} */
  const times = [];
  for (let run = 0; run < RUNS; run += 1) {
    const started = performance.now();
    await call();
    times.push(performance.now() - started);
  }
  times.sort((a, b) => a - b);
  const at = (/** @type {number} */ part) => round(times[Math.floor((times.length - 1) * part)] ?? 0);
  return { p50: at(0.5), p95: at(0.95) };
}

/** @template T @param {import('../../main/contract/define.ts').Outcome<T>} outcome */
function valueOfOutcome(outcome) {
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

const round = (/** @type {number} */ ms) => Math.round(ms * 10) / 10;
const seconds = (/** @type {number} */ since) => Math.round((performance.now() - since) / 100) / 10;
