/** Scripts that set no space between words. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** lunr parts words at white space and hyphens. */
const CHUNK = /[^\s-]+/gu;
const LEADING = /^[^\p{L}\p{M}\p{N}_]+/u;
const TRAILING = /[^\p{L}\p{M}\p{N}_]+$/u;
/** The segmenter's time grows with the square of what it is given. */
const SEGMENT_CHARS = 2_048;
/** Longer words are indexed by their beginning: no one types the rest, and patterns cost time by the letter. */
export const LONGEST_WORD = 100;

const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/** One word of a text: where it stands (UTF-16, end exclusive), without the punctuation around it; empty where nothing else is there. */
export interface TextWord {
  readonly start: number;
  readonly end: number;
}

/**
 * The words of a text in order. A word's place in this list is its position in the index: also what holds nothing but
 * punctuation takes a place, as in lunr.
 */
export function* splitWords(text: string): Generator<TextWord> {
  for (const { 0: chunk, index } of text.matchAll(CHUNK)) {
    for (const { start, end } of splitChunk(chunk)) yield trimSpan(text, index + start, index + end);
  }
}

/** A text with spaces between the words of scripts that have none: what lunr must be given to see the same words. */
export function spaceWords(text: string): string {
  if (!UNSPACED.test(text)) return text;
  return text.replace(CHUNK, (chunk) => (UNSPACED.test(chunk) ? splitChunk(chunk).map(({ start, end }) => ` ${chunk.slice(start, end)} `).join('') : chunk));
}

/** The words of a run without white space and hyphens: one, or in scripts without spaces as many as the platform finds. */
function splitChunk(chunk: string): TextWord[] {
  if (!UNSPACED.test(chunk)) return [{ start: 0, end: chunk.length }];
  const words: TextWord[] = [];
  let open = 0;
  for (let from = 0; from < chunk.length; from += SEGMENT_CHARS) {
    for (const { segment, index } of segmenter.segment(chunk.slice(from, from + SEGMENT_CHARS))) {
      if (!UNSPACED.test(segment)) continue;
      const start = from + index;
      // What stands between such words (digits, Latin letters, a comma) is a word of its own.
      if (start > open) words.push({ start: open, end: start });
      open = start + segment.length;
      words.push({ start, end: open });
    }
  }
  if (open < chunk.length) words.push({ start: open, end: chunk.length });
  return words;
}

/**
 * A word as it is compared: lower case, without the punctuation around it, not longer than `LONGEST_WORD`; empty where
 * nothing is left. lunr's own trimmer knows ASCII letters only and would take the é off "café" and all off a Russian
 * word; on ASCII this one does the same.
 */
export function foldWord(word: string): string {
  return trimWord(word.toLowerCase());
}

/** Like `foldWord`, for what is in lower case already. */
export function trimWord(word: string): string {
  const trimmed = word.replace(LEADING, '').replace(TRAILING, '');
  return trimmed.length > LONGEST_WORD ? trimmed.slice(0, LONGEST_WORD).toWellFormed() : trimmed;
}

function trimSpan(text: string, start: number, end: number): TextWord {
  const word = text.slice(start, end);
  const lead = LEADING.exec(word)?.[0].length ?? 0;
  const trail = lead === word.length ? 0 : (TRAILING.exec(word)?.[0].length ?? 0);
  return { start: start + lead, end: end - trail };
}
