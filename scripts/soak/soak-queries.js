import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { FIELDS } from '../../main/core/index/fields.ts';
import { SearchIndex } from '../../main/core/index/search-index.ts';
import { describeQuery } from '../../main/core/search/query-language/describe-query.ts';
import { parseQuery } from '../../main/core/search/query-language/parse-query.ts';
import { pickFrom, runQuery } from '../../main/core/search/run-query.ts';
import { TooMuch } from '../../main/core/search/search-costs.ts';
import { engine } from '../bench/search/engines/carrel.js';
import { makeCorpus } from '../bench/search/make-corpus.js';
import { randomNumbers } from '../bench/search/random-numbers.js';
import { readCorpus } from '../bench/search/read-corpus.js';

/** No question may take longer: of the processor, so that what else the machine does is not held against it. */
const MOST_MS = 200;
const PIECES = ['"', '“', '(', ')', '+', '-', '=', '~', '~1', '~2', '~3', '~99', '^2', '^999', ':', 'title:', 'byline:', 'nofield:', 'tag:', 'date:', '2025', '..', '<30d', 'is:unread', 'words:>5', ' AND ', ' OR ', ' NOT ', ' NEAR/3 ', ' NEAR/99 ', ' BEFORE/9 ', '\\', '*', '**', '*a*', '*e*', 's*', '?', '北京', '\ud800', '\0', '\u202e', 'x-y', 'the', 'of', 'said', 'will be the', ' '];

/**
 * Random and hostile questions on a large index: none may throw, none may take long. Those of files (JSON lists of
 * strings) come first.
 *
 * @param {readonly string[]} args files; `--articles N` (100,000), `--queries N` (100,000)
 * @returns {Promise<boolean>} whether all went well
 */
export async function soakQueries(args) {
  const valueOf = (/** @type {string} */ flag, /** @type {number} */ otherwise) => (args.includes(flag) ? Number(args[args.indexOf(flag) + 1]) : otherwise);
  const articles = valueOf('--articles', 100_000);
  const count = valueOf('--queries', 100_000);
  const given = args.filter((arg) => arg.endsWith('.json')).flatMap((file) => JSON.parse(fs.readFileSync(file, 'utf8')));
  const { file: corpus } = makeCorpus({ articles });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'carrel-queries-'));
  try {
    await engine.build(corpus, folder, {});
    const index = new SearchIndex(path.join(folder, 'index'));
    const draw = makeDraw(await takeWords(corpus));
    /** @type {{ ms: number, wallMs: number, query: string, found: number }[]} */
    const slowest = [];
    /** @type {string[]} */
    const thrown = [];
    let refused = 0;
    for (let turn = 0; turn < count; turn += 1) {
      const query = given[turn] ?? draw();
      const started = performance.now();
      const cpu = process.threadCpuUsage();
      const found = ask(index, query, turn % 2 === 1, thrown);
      const { user, system } = process.threadCpuUsage(cpu);
      const ms = (user + system) / 1_000;
      const wallMs = performance.now() - started;
      if (found < 0) refused += 1;
      slowest.push({ ms, wallMs, query, found });
      if (slowest.length > 200) slowest.sort((a, b) => b.ms - a.ms).length = 10;
      if (turn % 10_000 === 9_999) console.log(`${turn + 1} of ${count}`);
    }
    slowest.sort((a, b) => b.ms - a.ms).length = Math.min(10, slowest.length);
    console.table(slowest.map(({ ms, wallMs, query, found }) => ({ ms: Math.round(ms), wallMs: Math.round(wallMs), found, query: query.slice(0, 90) })));
    for (const line of thrown.slice(0, 10)) console.log(`THREW ${line}`);
    const slow = slowest.filter(({ ms }) => ms > MOST_MS).length;
    console.log(`${count} questions on ${index.documents} articles: ${thrown.length} threw, ${slow}${slow === 10 ? ' or more' : ''} took over ${MOST_MS} ms of the processor, ${refused} were refused as too much`);
    index.close();
    return thrown.length === 0 && slow === 0;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {SearchIndex} index @param {string} query @param {boolean} typing @param {string[]} thrown @returns {number} found, or -1 where it asks for too much */
function ask(index, query, typing, thrown) {
  try {
    const { root } = parseQuery(query, { fields: FIELDS, typing, now: new Date() });
    describeQuery(root);
    return pickFrom(runQuery(index, root, () => []), 'relevance', 20).total;
  } catch (error) {
    if (error instanceof TooMuch) return -1;
    thrown.push(`${JSON.stringify(query)}: ${error instanceof Error ? error.stack : String(error)}`);
    return 0;
  }
}

/** @param {string} corpus @returns {Promise<string[]>} words as they come, so common ones come often */
async function takeWords(corpus) {
  /** @type {string[]} */
  const words = [];
  for await (const { text } of readCorpus(corpus)) {
    words.push(...text.split(/\s+/));
    if (words.length > 20_000) break;
  }
  return words;
}

/** @param {readonly string[]} words */
function makeDraw(words) {
  const random = randomNumbers(7);
  const pick = (/** @type {readonly string[]} */ list) => list[Math.floor(random() * list.length)] ?? '';
  return () => {
    // Mostly short, now and then as long as a question may be.
    const length = random() < 0.02 ? 200 : 1 + Math.floor(random() * 9);
    const parts = Array.from({ length }, () => (random() < 0.5 ? pick(PIECES) : `${pick(words)}${random() < 0.6 ? ' ' : ''}`));
    return parts.join('').slice(0, 2_000);
  };
}
