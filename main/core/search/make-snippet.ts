import type { Snippet } from '../../contract/search.ts';
import type { TextMark } from './mark-text.ts';

/** About four lines of a narrow list. */
const SNIPPET_LENGTH = 240;
/** Of them before the first match. */
const MOST_BEFORE = 40;

/**
 * The passage of a text with the most parts of the query, each different one counting before repetitions, with the
 * matches marked. Undefined where nothing of the text matches.
 *
 * @param marks all of the text, in order: see `makeMarker`
 */
export function makeSnippet(field: string, text: string, marks: readonly TextMark[]): Snippet | undefined {
  if (marks.length === 0) return undefined;
  const first = findDensest(marks);
  const start = beginAtWord(text, marks[first]?.start ?? 0);
  const end = endAtWord(text, start + SNIPPET_LENGTH);
  const lead = start > 0 ? '…' : '';
  const body = text.slice(start, end).replace(/\s/gu, ' ');
  return { field, text: `${lead}${body}${end < text.length ? '…' : ''}`, marks: marksWithin(marks, start, end, lead.length - start) };
}

/** Each marked word once, a word that does not fit as far as it is shown. */
function marksWithin(marks: readonly TextMark[], start: number, end: number, shift: number): [number, number][] {
  const within: [number, number][] = [];
  let last = -1;
  for (const mark of marks) {
    if (mark.start < start || mark.start >= end || mark.start === last) continue;
    last = mark.start;
    within.push([mark.start + shift, Math.min(mark.end, end) + shift]);
  }
  return within;
}

/** The first mark (its index) of the window, no wider than a snippet, with the most different parts of the query. */
export function findDensest(marks: readonly TextMark[]): number {
  let best = { first: 0, score: 0 };
  const inside = new Map<TextMark['leaf'], number>();
  let first = 0;
  for (const [last, mark] of marks.entries()) {
    inside.set(mark.leaf, (inside.get(mark.leaf) ?? 0) + 1);
    for (let out = marks[first]; out && first < last && mark.end - out.start > SNIPPET_LENGTH - MOST_BEFORE; out = marks[first]) {
      const left = (inside.get(out.leaf) ?? 1) - 1;
      if (left === 0) inside.delete(out.leaf);
      else inside.set(out.leaf, left);
      first += 1;
    }
    const score = inside.size * 1_000 + (last - first);
    if (score > best.score) best = { first, score };
  }
  return best.first;
}

/** Where to begin: a few words before the first match, so that a list's two lines show it; not inside a word. */
function beginAtWord(text: string, from: number): number {
  const wanted = from - MOST_BEFORE;
  if (wanted <= 0) return 0;
  const space = text.slice(wanted, from).search(/\s/u);
  return space === -1 ? from : wanted + space + 1;
}

function endAtWord(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length;
  const space = text.lastIndexOf(' ', wanted);
  if (space > wanted - 40) return space;
  // No space near (an unspaced script, a very long word): cut, but never between the halves of one character.
  const low = text.charCodeAt(wanted);
  return low >= 0xdc00 && low <= 0xdfff ? wanted - 1 : wanted;
}
