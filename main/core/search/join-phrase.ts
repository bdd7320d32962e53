import { NumberList } from '../index/read-postings.ts';
import { SpanList } from './span-list.ts';

/** Where the words of one place of a phrase stand; places are counted from the first, which is 0. */
export interface PhrasePlace {
  readonly offset: number;
  readonly words: SpanList;
}

/**
 * The begins of a phrase that are still possible, with one place more: those from which the place's word stands just
 * `offset` further on.
 */
export function narrowBegins(begins: SpanList, { offset, words }: PhrasePlace): SpanList {
  const left = { starts: new Uint32Array(begins.docs.length + 1), positions: new NumberList() };
  left.positions.reserve(begins.begins.length);
  // Millions of positions go through here: what the loops need lies in variables.
  const [found, possible, places] = [left.positions.values, begins.begins.values, words.begins.values];
  let length = 0;
  let span = 0;
  let at = 0;
  for (let rank = 0; rank < begins.docs.length; rank += 1) {
    const spanEnd = begins.starts[rank + 1] ?? 0;
    const to = words.starts[rank + 1] ?? 0;
    for (; span < spanEnd; span += 1) {
      const wanted = (possible[span] ?? 0) + offset;
      while (at < to && (places[at] ?? 0) < wanted) at += 1;
      if (at < to && places[at] === wanted) {
        found[length] = wanted - offset;
        length += 1;
      }
    }
    at = to;
    left.starts[rank + 1] = length;
  }
  left.positions.length = length;
  return new SpanList(begins.docs, left);
}

/** The begins that a place's words leave possible: nothing begins before the text does. */
export function beginsOf({ offset, words }: PhrasePlace): SpanList {
  if (offset === 0) return words;
  const left = { starts: new Uint32Array(words.docs.length + 1), positions: new NumberList() };
  for (let rank = 0; rank < words.docs.length; rank += 1) {
    for (let span = words.starts[rank] ?? 0; span < (words.starts[rank + 1] ?? 0); span += 1) {
      const begin = (words.begins.values[span] ?? 0) - offset;
      if (begin >= 0) left.positions.push(begin);
    }
    left.starts[rank + 1] = left.positions.length;
  }
  return new SpanList(words.docs, left);
}

/** Phrases whose last word stands `offset` behind their begin. */
export function endBehind(begins: SpanList, offset: number): SpanList {
  const spans = new SpanList(begins.docs);
  for (let rank = 0; rank < begins.docs.length; rank += 1) {
    for (let span = begins.starts[rank] ?? 0; span < (begins.starts[rank + 1] ?? 0); span += 1) {
      const begin = begins.begins.values[span] ?? 0;
      spans.add(begin, begin + offset);
    }
    spans.enter();
  }
  return spans;
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
