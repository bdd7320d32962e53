/// <reference path="./lunr-parser.d.ts" />
import lunr from 'lunr';

/*
 * For tests: lunr's order, from the formula that lunr documents, by counting every word of every article. Of Carrel's
 * own code nothing is used; of lunr's the stemmer and the list of stop words.
 */

const FIELDS = ['title', 'body'] as const;
const K1 = 1.2;
const B = 0.75;
const STOP = -1;

/** The words of an article in lower case without the punctuation around them. */
export type ReadArticle = Readonly<Record<(typeof FIELDS)[number], readonly string[]>>;

interface Clause {
  readonly fits: (stem: string) => boolean;
  readonly fields: readonly string[];
  readonly boost: number;
}

export class NaiveRanking {
  /** By field and article, the number of the stem of each word that is no stop word. As to lunr, a sign alone is a word without letters. */
  readonly #texts: Readonly<Record<(typeof FIELDS)[number], readonly (readonly number[])[]>>;
  readonly #stems: string[] = [];

  constructor(articles: readonly ReadArticle[]) {
    const ofStem = new Map<string, number>();
    const ofWord = new Map<string, number>();
    const read = (word: string): number => {
      const known = ofWord.get(word);
      if (known !== undefined) return known;
      const stem = stemOf(word);
      const number = isStopWord(word) ? STOP : (ofStem.get(stem) ?? this.#stems.push(stem) - 1);
      if (number !== STOP) ofStem.set(stem, number);
      ofWord.set(word, number);
      return number;
    };
    const readAll = (words: readonly string[]) => words.map(read).filter((number) => number !== STOP);
    this.#texts = { title: articles.map(({ title }) => readAll(title)), body: articles.map(({ body }) => readAll(body)) };
  }

  /** The score of each article for some words: `word`, `beginning*`, `misspelt~1`, `title:word`, `word^2`. */
  score(words: string): number[] {
    const clauses = words.split(' ').filter((word) => word !== '').map(readClause);
    const boosts = FIELDS.map((field) => this.#boostsOf(clauses.filter(({ fields }) => fields.includes(field))));
    const wanted = new Set(boosts.flatMap((own) => [...own.keys()]));
    const counts = FIELDS.map((field) => this.#texts[field].map((text) => countIn(text, wanted)));
    const standing = new Map([...wanted].map((stem) => [stem, counts.reduce((sum, texts) => sum + texts.filter((own) => own.has(stem)).length, 0)]));
    const scores = this.#texts.body.map(() => 0);
    for (const [at, field] of FIELDS.entries()) {
      const own = boosts[at] ?? new Map<number, number>();
      const length = Math.hypot(...own.values());
      const average = this.#texts[field].reduce((sum, text) => sum + text.length, 0) / scores.length;
      for (const [article, text] of this.#texts[field].entries()) {
        for (const [stem, boost] of own) {
          const times = counts[at]?.[article]?.get(stem) ?? 0;
          if (times === 0) continue;
          const rarity = Math.log(1 + Math.abs((scores.length - (standing.get(stem) ?? 0) + 0.5) / ((standing.get(stem) ?? 0) + 0.5)));
          const weight = (rarity * (K1 + 1) * times) / (K1 * (1 - B + B * (text.length / average)) + times);
          scores[article] = (scores[article] ?? 0) + ((Math.round(weight * 1_000) / 1_000) * boost) / length;
        }
      }
    }
    return scores;
  }

  #boostsOf(clauses: readonly Clause[]): Map<number, number> {
    const boosts = new Map<number, number>();
    for (const [number, stem] of this.#stems.entries()) {
      const boost = clauses.reduce((sum, clause) => sum + (clause.fits(stem) ? clause.boost : 0), 0);
      if (boost > 0) boosts.set(number, boost);
    }
    return boosts;
  }
}

function readClause(written: string): Clause {
  const [, field, word = '', edits, boost = '1'] = /^(?:(title|body):)?([^~^]+)(~1)?(?:\^(\d+))?$/.exec(written) ?? [];
  const fields = field === undefined ? FIELDS : [field];
  const stem = stemOf(word);
  const pattern = new RegExp(`^${word.split('*').map((part) => part.replaceAll('.', '\\.')).join('.*')}$`, 'u');
  const fits = (other: string) => (word.includes('*') ? pattern.test(other) : other === stem || (edits !== undefined && isOneEditFrom(stem, other)));
  return { fits, fields, boost: Number(boost) };
}

function countIn(text: readonly number[], wanted: ReadonlySet<number>): Map<number, number> {
  const counts = new Map<number, number>();
  for (const stem of text) if (wanted.has(stem)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

/** One letter changed, added, left out, or changed places with the next. */
function isOneEditFrom(one: string, other: string): boolean {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [left, right] = [one.slice(at), other.slice(at)];
  const swapped = (right[1] ?? '') + (right[0] ?? '') + right.slice(2);
  return left.slice(1) === right.slice(1) || left.slice(1) === right || left === right.slice(1) || left === swapped;
}

function stemOf(word: string): string {
  return lunr.stemmer(new lunr.Token(word, {})).toString();
}

function isStopWord(word: string): boolean {
  return lunr.stopWordFilter(new lunr.Token(word, {})) === undefined;
}
