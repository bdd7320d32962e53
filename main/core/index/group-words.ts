import type { Lexicon, WordKind } from './lexicon.ts';

/** Words by their terms. */
export interface WordGroups {
  /** In the order of a segment. */
  readonly terms: readonly string[];
  /** Where the words of each term begin in `words`; one number more than there are terms. */
  readonly starts: Uint32Array;
  readonly words: Uint32Array;
}

/**
 * Brings words of one kind together by their terms.
 *
 * @param used different words, of any kind
 */
export function groupWords(lexicon: Lexicon, kind: WordKind, used: readonly number[]): WordGroups {
  const { kinds, terms: termOf, termTexts } = lexicon;
  const counts = new Uint32Array(termTexts.length);
  for (const word of used) {
    const term = termOf[word] ?? 0;
    if (kinds[word] === kind) counts[term] = (counts[term] ?? 0) + 1;
  }
  const terms: string[] = [];
  const starts = [0];
  const next = new Uint32Array(termTexts.length);
  let end = 0;
  for (const term of lexicon.orderTerms()) {
    const count = counts[term] ?? 0;
    if (count === 0) continue;
    next[term] = end;
    end += count;
    starts.push(end);
    terms.push(termTexts[term] ?? '');
  }
  const words = new Uint32Array(end);
  for (const word of used) {
    if (kinds[word] !== kind) continue;
    const term = termOf[word] ?? 0;
    const place = next[term] ?? 0;
    words[place] = word;
    next[term] = place + 1;
  }
  return { terms, starts: Uint32Array.from(starts), words };
}
