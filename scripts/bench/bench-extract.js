import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { decodeHtml } from '../../main/core/extract/html/decode-html.ts';
import { dayOf, EXTRACTORS, wordsOf } from './extract/extractors.js';
import { printScores } from './extract/print-scores.js';
import { readPages } from './extract/read-pages.js';
import { scorePage, sumScores } from './extract/score-pages.js';

/**
 * How well Carrel, Readability and defuddle find the articles of a collection of pages, all in the same run on the same
 * text of each page. What is measured:
 *
 * - `token F1`, of pages whose `text` is known: how many words of the text found and of the expected one are in the
 *   other, each as often as it stands there; `shingle F1` the same for runs of four words, which tell the order as well:
 *   the measure of Scrapinghub's article-extraction-benchmark. Both from the mean precision and the mean recall.
 * - `snippet F1`, of pages with `must` and `mustnot`: passages found, missed and wrongly taken, as trafilatura's evaluation counts them.
 * - `first words`: how often the article begins with the expected `first_words`, and nothing before them.
 * - `title`, `byline`, `date`: how often the field is right, of pages where it is known: the same words (of a byline in
 *   any order and without "By" and "and"), the same day. Where `expected.jsonl` says null or "", nothing is right.
 *
 * The words are those of each one's markup through one and the same function, dates are read by one and the same function out of
 * what each returns. A page that one of them fails on counts as one where it found nothing. Pages a second are of one
 * thread, from the decoded text of a page to the article, while the three take turns.
 *
 * @param {readonly string[]} flags `--pages DIR` with expected.jsonl; `--json`; `--scores FILE.ndjson` writes what each
 * page got, to see where one of them loses
 */
export async function benchExtract(flags) {
  const { values } = parseArgs({ args: [...flags], options: { pages: { type: 'string' }, json: { type: 'boolean', default: false }, scores: { type: 'string' } } });
  if (values.pages === undefined) throw new Error('Name a collection of pages: npm run bench -- extract --pages DIR');
  const scores = await scoreAll(values.pages);
  if (values.scores !== undefined) fs.writeFileSync(values.scores, scores.map((score) => `${JSON.stringify(score)}\n`).join(''));
  const sets = [...new Set(scores.map(({ set }) => set))];
  const results = ['all', ...sets.filter((set) => set !== 'all')].map((set) => ({
    set,
    pages: scores.filter((score) => set === 'all' || score.set === set).length / EXTRACTORS.length,
    results: EXTRACTORS.map(({ name }) => sumScores(name, scores.filter((score) => score.extractor === name && (set === 'all' || score.set === set)))),
  }));
  if (values.json) console.log(JSON.stringify({ sets: results }));
  else for (const result of results) printScores(result);
}

/** @param {string} folder @returns {Promise<import('./extract/score-pages.js').PageScore[]>} of every page by every extractor */
async function scoreAll(folder) {
  const scores = [];
  for (const page of readPages(folder)) {
    const bytes = fs.readFileSync(path.join(folder, page.file));
    const html = decodeHtml(bytes).text;
    for (const extractor of EXTRACTORS) {
      const { found, failure, ms } = await extractOnce(extractor, html, page.url);
      scores.push({ extractor: extractor.name, bytes: bytes.length, ms, failure, ...scorePage(page, found) });
    }
  }
  return scores;
}

/** @param {import('./extract/extractors.js').Extractor} extractor @param {string} html @param {string | undefined} url */
async function extractOnce({ extract }, html, url) {
  const started = performance.now();
  try {
    const { html: content, ...fields } = await withoutLog(async () => extract(html, url));
    const ms = performance.now() - started;
    return { found: { ...fields, date: dayOf(fields.date), text: wordsOf(content) }, failure: undefined, ms };
  } catch (error) {
    const failure = error instanceof Error ? error.message : String(error);
    return { found: { text: '', title: undefined, byline: undefined, date: undefined }, failure, ms: performance.now() - started };
  }
}

/**
 * defuddle and linkedom write to the console what they stumble on; it would mix with the figures.
 *
 * @template Value @param {() => Promise<Value>} run
 */
async function withoutLog(run) {
  const { log, warn, error } = console;
  Object.assign(console, { log: ignore, warn: ignore, error: ignore });
  try {
    return await run();
  } finally {
    Object.assign(console, { log, warn, error });
  }
}

function ignore() {}
