import { analysisLanguage } from '../index/languages.ts';
import { FIELDS, type Field } from '../index/fields.ts';
import type { SearchIndex } from '../index/search-index.ts';
import { makeBits, subtract } from './bit-set.ts';
import type { KnownWords } from './known-words.ts';
import { pickBest, type Match } from './pick-best.ts';
import { QueryTerms } from './query-terms.ts';
import type { BooleanNode } from './query-tree.ts';
import { inverseDocumentFrequency, makeScoring, scoreSegment } from './score-query.ts';
import { SearchCosts } from './search-costs.ts';

/** A term that tells an article from others. */
export interface TellingTerm {
  readonly term: string;
  /** As the article has it most often, in lower case. */
  readonly word: string;
  /** From 0 to 1, which the most telling one has. */
  readonly boost: number;
}

/** More terms make an answer slower and hardly better. */
const MOST_TERMS = 25;
/** Of a longer text the rest is left out: what it is about is said by then. */
const MOST_WORDS = 20_000;
/** Fields that say what an article is about; who wrote it does not. */
const TELLING_FIELDS: readonly Field[] = ['title', 'body'];
/** Numbers and dates are rare and say little. */
const HAS_LETTERS = /\p{L}/u;

/**
 * The terms that stand often in a text and in few other articles: by their number times lunr's inverse document
 * frequency. None that stands in this article only.
 *
 * @param texts what is read of the article, in its language (BCP 47 or null)
 * @param index `frequency`: in how many fields of articles a term stands; `elsewhere`: whether another article has it
 */
export function chooseTellingTerms(
  texts: readonly string[],
  language: string | null,
  words: KnownWords,
  index: { readonly idf: (term: string) => number; readonly isShared: (term: string) => boolean },
): TellingTerm[] {
  const found = new Map<string, { count: number; forms: Map<string, number> }>();
  for (const { word } of texts.flatMap((text) => words.read(text, analysisLanguage(language), MOST_WORDS))) {
    if (word.term === '' || !HAS_LETTERS.test(word.term)) continue;
    const own = found.get(word.term) ?? { count: 0, forms: new Map<string, number>() };
    found.set(word.term, own);
    own.count += 1;
    own.forms.set(word.form, (own.forms.get(word.form) ?? 0) + 1);
  }
  const weighed = [...found].map(([term, { count, forms }]) => ({ term, word: mostFrequent(forms), weight: count * index.idf(term) }));
  const best = weighed.toSorted((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1));
  const chosen: typeof best = [];
  for (const one of best) {
    if (chosen.length === MOST_TERMS) break;
    if (one.weight > 0 && index.isShared(one.term)) chosen.push(one);
  }
  const most = chosen[0]?.weight ?? 1;
  return chosen.map(({ term, word, weight }) => ({ term, word, boost: weight / most }));
}

function mostFrequent(forms: ReadonlyMap<string, number>): string {
  return [...forms].reduce((best, own) => (own[1] > best[1] ? own : best))[0];
}

/** The articles that have most of an article's telling terms, without itself; best first. */
export function findSimilar(
  index: SearchIndex,
  article: { readonly n: number; readonly title: string; readonly text: string; readonly language: string | null },
  words: KnownWords,
  limit: number,
): { terms: TellingTerm[]; matches: Match[] } {
  const costs = new SearchCosts();
  const all = new QueryTerms(index, costs);
  const { documents } = index;
  const own = index.find(article.n);
  const terms = chooseTellingTerms([article.title, article.text], article.language, words, {
    idf: (term) => inverseDocumentFrequency(all.term(term), documents),
    // An article that has it in both fields alone is counted in each once.
    isShared: (term) => all.term(term).frequencies.some((count) => count > (own ? 1 : 0)),
  });
  const weighted = terms.map(({ term, boost }) => ({ term: all.term(term), boosts: FIELDS.map((field) => (TELLING_FIELDS.includes(field) ? boost : undefined)) }));
  const scoring = makeScoring(index, weighted);
  const segments = all.segments.map((live, at) => {
    const { count } = live.segment.documents;
    const scores = new Float64Array(count);
    const bits = makeBits(count);
    scoreSegment(live, at, weighted, scoring, null, bits, scores, costs);
    subtract(bits, live.removed);
    if (own?.live === live) bits[own.doc >>> 5] = (bits[own.doc >>> 5] ?? 0) & ~(1 << (own.doc & 31));
    return { live, bits, scores };
  });
  return { terms, matches: pickBest(segments, 'relevance', limit).best };
}

/** The telling terms as a part of a query, so that they can be marked. */
export function toQuery(terms: readonly TellingTerm[]): BooleanNode {
  const at = { start: 0, end: 0 };
  return { kind: 'or', at, parts: terms.map(({ term, boost }) => ({ kind: 'term', text: term, fields: TELLING_FIELDS, boost, edits: 0, pattern: true, prefix: false, at })) };
}
