/// <reference path="./lunr-parser.d.ts" />
import lunr from 'lunr';

/** One word of a text: where it stands (UTF-16, end exclusive) and the term it is indexed under ('' for stop words). */
export interface TextToken {
  readonly start: number;
  readonly end: number;
  readonly term: string;
}

// lunr splits at white space and hyphens.
const SEPARATOR = /[\s-]+/u;
const WORD = /[^\s-]+/gu;
/** Scripts that set no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** Longer words are indexed by their beginning: lunr's index costs memory for each letter, its wildcards time. */
const LONGEST_TERM = 100;

/**
 * lunr's trimmer knows ASCII letters only: it takes the é off "café" and leaves nothing of a Russian word. This one
 * trims whatever is no letter, mark or digit; on ASCII it does the same.
 */
function trimAnyScript(token: lunr.Token): lunr.Token {
  return token.update((word) => word.replace(/^[^\p{L}\p{M}\p{N}_]+|[^\p{L}\p{M}\p{N}_]+$/gu, '').slice(0, LONGEST_TERM));
}
lunr.Pipeline.registerFunction(trimAnyScript, 'trimAnyScript');

/** Analysis for both sides: documents and queries. */
export function usePipelines(builder: lunr.Builder): void {
  builder.pipeline.add(trimAnyScript, lunr.stopWordFilter, lunr.stemmer);
  builder.searchPipeline.add(trimAnyScript, lunr.stemmer);
}

/** Sets spaces between the words of scripts that have none, so that lunr sees words. */
export function spaceWords(text: string): string {
  if (!UNSPACED.test(text)) return text;
  return [...segmenter.segment(text)].map(({ segment }) => (UNSPACED.test(segment) ? ` ${segment} ` : segment)).join('');
}

const pipeline = new lunr.Pipeline();
pipeline.add(trimAnyScript, lunr.stopWordFilter, lunr.stemmer);

/** The words of a text with their terms, for marking what a query matched. `terms` remembers stems between calls. */
export function tokenizeText(text: string, terms: Map<string, string>): TextToken[] {
  return findWords(text).map(({ start, end }) => ({ start, end, term: recallTerm(text.slice(start, end).toLowerCase(), terms) }));
}

/** The term that a word in lower case is indexed under; '' for a stop word. */
export function termOf(word: string): string {
  return pipeline.runString(word, {})[0] ?? '';
}

function recallTerm(word: string, terms: Map<string, string>): string {
  const known = terms.get(word);
  if (known !== undefined) return known;
  const term = termOf(word);
  terms.set(word, term);
  return term;
}

function findWords(text: string): { start: number; end: number }[] {
  const words: { start: number; end: number }[] = [];
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!UNSPACED.test(word)) words.push(trimSpan(text, index, index + word.length));
    else {
      for (const { segment, index: inside, isWordLike } of segmenter.segment(word)) {
        if (isWordLike) words.push({ start: index + inside, end: index + inside + segment.length });
      }
    }
  }
  return words.filter(({ start, end }) => end > start);
}

/** The span without the punctuation around it, so that marks cover the word only. */
function trimSpan(text: string, start: number, end: number): { start: number; end: number } {
  const word = text.slice(start, end);
  const lead = /^[^\p{L}\p{M}\p{N}_]*/u.exec(word)?.[0].length ?? 0;
  const trail = /[^\p{L}\p{M}\p{N}_]*$/u.exec(word)?.[0].length ?? 0;
  return { start: start + lead, end: Math.max(start + lead, end - trail) };
}

/** Splits a query's plain words as lunr would. */
export function splitWords(text: string): string[] {
  return text.split(SEPARATOR).filter(Boolean);
}
