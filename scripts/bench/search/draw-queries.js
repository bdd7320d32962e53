import lunr from 'lunr';
import { QUERY_KINDS } from './query-kinds.js';
import { randomNumbers } from './random-numbers.js';
import { readCorpus } from './read-corpus.js';
import { splitWords } from './split-words.js';

/** Articles looked at: the first ones. More would only sharpen how rare the rare words are. */
const SAMPLE = 20_000;
/** Articles of the sample whose words are asked for together, so that something is found. */
const KEPT = 500;

/** How many of each kind: 185 in the kinds that every engine is asked for. */
const COUNTS = /** @type {const} */ ({ word: 30, or: 25, and: 25, prefix: 25, fuzzy: 20, field: 20, not: 20, several: 20, phrase: 25, 'common phrase': 10, near: 20 });

/** Shares of the articles that hold a word. */
const BANDS = /** @type {const} */ ({ common: [0.03, 0.3], middling: [0.002, 0.02], rare: [0, 0.0005] });

/** @typedef {keyof typeof BANDS} Band */
/** @typedef {import('./engine-types.ts').BenchQuery} BenchQuery */
/** @typedef {{ articles: number, holding: Map<string, number>, inTitles: Map<string, number>, kept: string[] }} Sample */

/**
 * Queries of all kinds made of the corpus' own words, common, middling and rare ones. The same corpus and seed give
 * the same queries.
 *
 * @param {string} corpus
 * @param {number} seed
 * @returns {Promise<BenchQuery[]>}
 */
export async function drawQueries(corpus, seed) {
  const random = randomNumbers(seed);
  const draw = drawer(await takeSample(corpus, random), random);
  return QUERY_KINDS.flatMap((kind) => {
    /** @type {Map<string, BenchQuery>} */
    const drawn = new Map();
    // A small corpus may not have so many different ones.
    for (let attempt = 0; attempt < 2_000 && drawn.size < COUNTS[kind]; attempt += 1) {
      const words = draw[kind](drawn.size);
      if (words !== null) drawn.set(words.join(' '), { kind, words });
    }
    return [...drawn.values()];
  });
}

/** @param {string} corpus @param {() => number} random @returns {Promise<Sample>} */
async function takeSample(corpus, random) {
  /** @type {Sample} */
  const sample = { articles: 0, holding: new Map(), inTitles: new Map(), kept: [] };
  const count = (/** @type {Map<string, number>} */ counts, /** @type {string} */ text) => {
    for (const word of new Set(splitWords(text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  };
  for await (const { title, text } of readCorpus(corpus)) {
    sample.articles += 1;
    count(sample.holding, `${title} ${text}`);
    count(sample.inTitles, title);
    if (sample.kept.length < KEPT) sample.kept.push(text);
    else if (random() < KEPT / sample.articles) sample.kept[Math.floor(random() * KEPT)] = text;
    if (sample.articles === SAMPLE) break;
  }
  return sample;
}

/**
 * For each kind a function that draws words, or null when this try came to nothing.
 *
 * @param {Sample} sample
 * @param {() => number} random
 * @returns {Record<import('./engine-types.ts').QueryKind, (nth: number) => string[] | null>}
 */
function drawer(sample, random) {
  /** @template T @param {readonly T[]} list @returns {T | undefined} */
  const pick = (list) => list[Math.floor(random() * list.length)];
  const words = { common: wordsOfBand(sample, 'common'), middling: wordsOfBand(sample, 'middling'), rare: wordsOfBand(sample, 'rare') };
  const titleWords = [...sample.inTitles].filter(([word, count]) => count >= 2 && isPlain(word)).map(([word]) => word);
  const bands = /** @type {const} */ (['common', 'middling', 'rare']);
  const ofBand = (/** @type {Band} */ band) => all([pick(words[band])], 1);
  const ofTurn = (/** @type {number} */ nth) => ofBand(bands[nth % 3] ?? 'common');
  /** @param {number} count */
  const together = (count) => {
    const known = splitWords(pick(sample.kept) ?? '').filter((word) => isPlain(word) && (sample.holding.get(word) ?? 0) >= 2);
    return all([...new Set(Array.from({ length: count }, () => pick(known)))], count);
  };
  return {
    word: ofTurn,
    or: (nth) => all([...(ofTurn(nth) ?? []), ...(ofTurn(Math.floor(nth / 3)) ?? [])], 2),
    and: () => together(2),
    not: () => together(2),
    several: (nth) => together(3 + (nth % 3)),
    prefix: (nth) => all([pick(words[nth % 2 ? 'common' : 'middling'])?.slice(0, 3 + (nth % 3))], 1),
    fuzzy: (nth) => all([slip(pick(words[bands[nth % 3] ?? 'common'].filter((word) => word.length > 5)), nth, random)], 1),
    field: () => all([pick(titleWords)], 1),
    phrase: (nth) => pick(runsOfWords(pick(sample.kept) ?? '', 2 + (nth % 2), isPlain)) ?? null,
    'common phrase': (nth) => pick(runsOfWords(pick(sample.kept) ?? '', 2 + (nth % 2), isStopWord)) ?? null,
    near: () => {
      const run = pick(runsOfWords(pick(sample.kept) ?? '', 5, () => true)) ?? [];
      const [first, last] = [run[0] ?? '', run.at(-1) ?? ''];
      return isPlain(first) && isPlain(last) && first !== last ? [first, last] : null;
    },
  };
}

/** @param {readonly (string | undefined)[]} words @param {number} count @returns {string[] | null} */
function all(words, count) {
  const found = words.filter((word) => word !== undefined);
  return found.length === count && new Set(found).size === count ? found : null;
}

/** @param {Sample} sample @param {Band} band */
function wordsOfBand(sample, band) {
  const [least, most] = BANDS[band];
  const atMost = Math.max(sample.articles * most, 4);
  return [...sample.holding].filter(([word, count]) => count >= 2 && count >= sample.articles * least && count <= atMost && isPlain(word)).map(([word]) => word);
}

/** Letters only, so that every engine takes it for the same word. @param {string} word */
function isPlain(word) {
  return /^[a-z]{4,14}$/.test(word) && !isStopWord(word);
}

/** @param {string} word */
function isStopWord(word) {
  return /^[a-z]+$/.test(word) && lunr.stopWordFilter(new lunr.Token(word, {})) === undefined;
}

/** Every other word has one letter wrong, as typed words have. @param {string | undefined} word @param {number} nth @param {() => number} random */
function slip(word, nth, random) {
  if (word === undefined || nth % 2) return word;
  const at = 1 + Math.floor(random() * (word.length - 1));
  return `${word.slice(0, at)}${String.fromCodePoint(97 + Math.floor(random() * 26))}${word.slice(at + 1)}`;
}

/**
 * Words side by side with nothing but a space between them.
 *
 * @param {string} text
 * @param {number} length
 * @param {(word: string) => boolean} fits
 */
function runsOfWords(text, length, fits) {
  const parts = text.toLowerCase().split(/\s/);
  return parts.flatMap((_, at) => {
    const run = parts.slice(at, at + length);
    return run.length === length && run.every((word) => /^[a-z]+$/.test(word) && fits(word)) ? [run] : [];
  });
}
