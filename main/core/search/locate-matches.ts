import type { Mark, MatchPlaces } from '../../contract/search.ts';
import { placeInDocument } from '../reading/place-in-document.ts';
import type { HitTexts } from '../store/search-rows.ts';
import { findDensest } from './make-snippet.ts';
import type { Marker, TextMark } from './mark-text.ts';

/** More nobody looks through one by one, and a window can paint at once. */
const MOST_MATCHES = 5_000;
/** What parts the words of a phrase into several matches: other words, and the end of a paragraph. */
const PARTS_MATCHES = /[\p{L}\p{N}]|\n\n/u;

/** Everywhere a query matches an article: the places that snippets mark, all of them. */
export function locateMatches(article: HitTexts, html: string, marker: Marker): MatchPlaces {
  const { title, byline, text, language } = article;
  const inTitle = joinMarks(title, marker.mark(title, language, 'title'));
  const inByline = joinMarks(byline ?? '', marker.mark(byline ?? '', language, 'byline'));
  const bodyMarks = marker.mark(text, language, 'body');
  const inBody = joinMarks(text, bodyMarks);
  const body = inBody.slice(0, MOST_MATCHES);
  const densest = bodyMarks[findDensest(bodyMarks)];
  const around = densest ? body.findIndex(([start, end]) => start <= densest.start && densest.start < end) : -1;
  return {
    title: inTitle.slice(0, MOST_MATCHES),
    byline: inByline.slice(0, MOST_MATCHES),
    body,
    inDocument: placeInDocument(text, html, body),
    densest: around === -1 ? null : around,
    total: inTitle.length + inByline.length + inBody.length,
  };
}

interface Match {
  readonly start: number;
  readonly end: number;
  /** The parts of the query that its last word belongs to. */
  readonly leaves: ReadonlySet<TextMark['leaf']>;
}

/** Marks as a reader counts them: a word that belongs to several parts of the query once, a phrase as one. */
function joinMarks(text: string, marks: readonly TextMark[]): Mark[] {
  const matches: Match[] = [];
  for (const word of oneForEachWord(marks)) {
    const last = matches.at(-1);
    const goesOn = last && !PARTS_MATCHES.test(text.slice(last.end, word.start)) && [...word.leaves].some((leaf) => leaf.kind === 'phrase' && last.leaves.has(leaf));
    if (goesOn) matches[matches.length - 1] = { ...word, start: last.start };
    else matches.push(word);
  }
  return matches.map(({ start, end }) => [start, end]);
}

function oneForEachWord(marks: readonly TextMark[]): Match[] {
  const words: { start: number; end: number; leaves: Set<TextMark['leaf']> }[] = [];
  for (const { start, end, leaf } of marks) {
    const last = words.at(-1);
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      last.leaves.add(leaf);
    } else words.push({ start, end, leaves: new Set([leaf]) });
  }
  return words;
}
