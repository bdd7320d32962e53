import { NumberList } from '../index/read-postings.ts';
import { SpanList } from './span-list.ts';

/** Where the words of one place of a phrase stand; places are counted from the first, which is 0. */
export interface PhrasePlace {
  readonly offset: number;
  readonly words: SpanList;
}

/** Phrases whose last word stands `offset` behind their begin. */
export function endBehind({ docs, starts, begins }: SpanList, offset: number): SpanList {
  const ends = begins.values.subarray(0, begins.length).map((begin) => begin + offset);
  return new SpanList(docs, { starts, begins, ends: new NumberList(ends, begins.length) });
}

/**
 * Phrases between whose words others may stand, at most `slop` all together: from each begin the next place's first
 * word that can follow, which leaves most to the places behind it.
 *
 * @param places in order of their offsets
 */
export function followLoosely(places: readonly PhrasePlace[], slop: number): SpanList {
  const [first, ...others] = places;
  const spans = new SpanList(first?.words.docs ?? new Uint32Array());
  if (!first) return spans;
  for (let rank = 0; rank < spans.docs.length; rank += 1) {
    const cursors = others.map(({ words }) => words.starts[rank] ?? 0);
    for (let span = first.words.starts[rank] ?? 0; span < (first.words.starts[rank + 1] ?? 0); span += 1) {
      const begin = first.words.begins.values[span] ?? 0;
      const end = followFrom(begin, others, cursors, rank);
      if (end >= 0 && end - begin - (others.at(-1)?.offset ?? 0) <= slop) spans.add(begin, end);
    }
    spans.enter();
  }
  return spans;
}

/** The last position of the shortest phrase from a begin, or -1. Cursors only go forward: later begins have later ends. */
function followFrom(begin: number, others: readonly PhrasePlace[], cursors: number[], rank: number): number {
  let end = begin;
  let before = 0;
  for (const [place, { words, offset: own }] of others.entries()) {
    const least = end + own - before;
    const to = words.starts[rank + 1] ?? 0;
    let at = cursors[place] ?? 0;
    while (at < to && (words.begins.values[at] ?? 0) < least) at += 1;
    cursors[place] = at;
    if (at === to) return -1;
    end = words.begins.values[at] ?? 0;
    before = own;
  }
  return end;
}
