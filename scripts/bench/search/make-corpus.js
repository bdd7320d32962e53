import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { wordInventor } from './invent-words.js';
import { randomNumbers, shuffle } from './random-numbers.js';
import { readParagraphs } from './read-paragraphs.js';

/** Raised when the same parameters make other articles, so that no cached corpus outlives its maker. */
const VERSION = 1;
const DEFAULT_WORDS = 458;

/**
 * Distinct forms after so many words, measured on 100,000 real news articles of 458 words: what the vocabulary of a
 * corpus that is to be believed must follow. Between and beyond the points it is a power of the words (Heaps' law).
 */
const GROWTH = /** @type {const} */ ([
  [1_000 * DEFAULT_WORDS, 40_000],
  [10_000 * DEFAULT_WORDS, 149_000],
  [50_000 * DEFAULT_WORDS, 356_000],
  [100_000 * DEFAULT_WORDS, 510_000],
]);
/** At most one word in so many is exchanged, however far the vocabulary lags behind. */
const LEAST_GAP = 12;
/** How often an invented word comes back for each that is new; most come back near their first place. */
const RETURNS = 1.5;
const REMEMBERED = 1_000_000;

/**
 * @typedef {object} CorpusFigures
 * @property {number} articles
 * @property {number} textBytes UTF-8, title and text
 * @property {number} words
 * @property {number} forms distinct words, trimmed and in lower case
 */

/**
 * A file of made-up articles, one JSON object `{title, text, date}` a line: paragraphs of real news put together
 * anew, with invented words in them, so that the vocabulary grows as that of a real library. The same parameters make
 * the same file; it is kept in the system's temporary folder and taken from there the next time.
 *
 * @param {{ articles: number, words?: number, seed?: number, folder?: string, pool?: import('./read-paragraphs.js').ParagraphPool }} options `words`: of an article, on average; `pool`: from who makes several
 * @returns {{ file: string, figures: CorpusFigures }}
 */
export function makeCorpus({ articles, words = DEFAULT_WORDS, seed = 1, folder = os.tmpdir(), pool }) {
  const file = path.join(folder, `carrel-bench-corpus-${VERSION}-${articles}-${words}-${seed}.ndjson`);
  const figuresFile = `${file}.figures.json`;
  if (fs.existsSync(figuresFile)) return { file, figures: JSON.parse(fs.readFileSync(figuresFile, 'utf8')) };
  const handle = fs.openSync(`${file}.part`, 'w');
  const figures = { articles: 0, textBytes: 0, words: 0, forms: 0 };
  try {
    const writer = articleWriter(pool ?? readParagraphs(), randomNumbers(seed), words);
    let lines = '';
    for (; figures.articles < articles; figures.articles += 1) {
      const article = writer.write();
      figures.textBytes += Buffer.byteLength(article.title) + Buffer.byteLength(article.text);
      lines += `${JSON.stringify(article)}\n`;
      if (lines.length < 1_000_000) continue;
      fs.writeSync(handle, lines);
      lines = '';
    }
    fs.writeSync(handle, lines);
    Object.assign(figures, writer.count());
  } finally {
    fs.closeSync(handle);
  }
  fs.renameSync(`${file}.part`, file);
  fs.writeFileSync(figuresFile, JSON.stringify(figures));
  return { file, figures };
}

/** @param {number} words @returns {number} distinct forms */
export function expectedForms(words) {
  const last = GROWTH.length - 1;
  const found = GROWTH.findIndex(([end]) => words <= end);
  const upper = Math.min(Math.max(found === -1 ? last : found, 1), last);
  const [fromWords, fromForms] = GROWTH[upper - 1] ?? GROWTH[0];
  const [toWords, toForms] = GROWTH[upper] ?? GROWTH[0];
  const slope = Math.log(toForms / fromForms) / Math.log(toWords / fromWords);
  return fromForms * (words / fromWords) ** slope;
}

/** @param {import('./read-paragraphs.js').ParagraphPool} pool @param {() => number} random @param {number} meanWords */
function articleWriter(pool, random, meanWords) {
  const exchange = wordExchange(pool, random);
  const lead = dealer(pool.articles, random);
  const rest = dealer(pool.articles, random);
  const sayAll = (/** @type {readonly number[]} */ wordNumbers) => wordNumbers.map((number) => exchange.next(number)).join(' ');
  return {
    count: exchange.count,
    write() {
      const { title, paragraphs } = lead();
      const length = articleLength(random, meanWords) - title.length;
      const texts = [];
      let said = 0;
      let source = paragraphs;
      while (said < length) {
        for (const paragraph of source) {
          // A short article is cut inside of a paragraph: else none would be shorter than what the agency wrote first.
          const taken = paragraph.slice(0, Math.max(8, length - said));
          texts.push(sayAll(taken));
          said += taken.length;
          if (said >= length) break;
        }
        source = rest().paragraphs;
      }
      const date = new Date(Date.UTC(1995, 0, 1) + Math.floor(random() * 11_000) * 86_400_000).toISOString().slice(0, 10);
      return { title: sayAll(title), text: texts.join('\n\n'), date };
    },
  };
}

/** Words of an article: log-normal around the average, as the lengths of news are. @param {() => number} random @param {number} mean */
function articleLength(random, mean) {
  const spread = 0.6;
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return Math.max(10, Math.round(mean * Math.exp(spread * normal - (spread * spread) / 2)));
}

/** Deals a deck over and over, shuffled each time. @template T @param {readonly T[]} deck @param {() => number} random */
function dealer(deck, random) {
  /** @type {T[]} */
  let left = [];
  return () => {
    if (left.length === 0) left = shuffle(deck, random);
    const card = left.pop();
    if (card === undefined) throw new Error('There is nothing to deal');
    return card;
  };
}

/**
 * Says words of the pool, and in place of some of them invented ones: new ones while the vocabulary lags behind the
 * growth that is expected, and earlier ones again.
 *
 * @param {import('./read-paragraphs.js').ParagraphPool} pool
 * @param {() => number} random
 */
function wordExchange(pool, random) {
  const realForms = new Set(pool.formTexts);
  /** @type {Set<string>} */
  const inventedForms = new Set();
  const invent = wordInventor(random, (form) => realForms.has(form) || inventedForms.has(form));
  const seen = new Uint8Array(pool.formTexts.length);
  /** @type {string[]} */
  const remembered = [];
  let words = 0;
  let realSeen = 0;
  let sinceExchange = 0;
  let owed = 0;
  const remember = (/** @type {string} */ word) => {
    if (remembered.length < REMEMBERED) remembered.push(word);
    else remembered[Math.floor(random() * REMEMBERED)] = word;
  };
  const sayAgain = () => {
    owed -= 1;
    const back = random() < 0.4 ? Math.min(remembered.length, 20) : remembered.length;
    return remembered[remembered.length - 1 - Math.floor(random() * back)] ?? '';
  };
  /** @param {string} real */
  const sayNew = (real) => {
    const word = invent(real);
    inventedForms.add(word.toLowerCase());
    owed += RETURNS;
    return word;
  };
  return {
    count: () => ({ words, forms: realSeen + inventedForms.size }),
    /** @param {number} number @returns {string} */
    next(number) {
      const forms = pool.forms[number] ?? [];
      const real = pool.written[number] ?? '';
      words += forms.length;
      sinceExchange += 1;
      if (forms.length === 1 && sinceExchange * random() * 2 > LEAST_GAP) {
        const lags = realSeen + inventedForms.size < expectedForms(words);
        if (lags || owed >= 1) {
          sinceExchange = 0;
          const word = owed >= 1 && (!lags || random() < 0.5) ? sayAgain() : sayNew(real);
          remember(word);
          // The sign that closes a sentence stays.
          return word + (/[.,]$/.exec(real)?.[0] ?? '');
        }
      }
      for (const form of forms) {
        if (seen[form] === 1) continue;
        seen[form] = 1;
        realSeen += 1;
      }
      return real;
    },
  };
}
