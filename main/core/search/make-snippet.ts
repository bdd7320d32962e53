import type { Snippet } from '../../contract/search.ts';
import type { TextMark } from './mark-text.ts';

/** About four lines of a narrow list. */
const SNIPPET_LENGTH = 240;
/** Of them before the first match. */
const MOST_BEFORE = 40;
/** And from there on: what a list's two lines surely show. */
const SEEN_AT_ONCE = 48;

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

/** How a text begins, where nothing of it matches. */
export function makeOpening(field: string, text: string): Snippet {
  const end = endAtWord(text, SNIPPET_LENGTH);
  return { field, text: `${text.slice(0, end).replace(/\s/gu, ' ')}${end < text.length ? '…' : ''}`, marks: [] };
}

/** The first mark (its index) of the passage with the most different parts of the query; of several the one that shows most of them in its first lines. */
export function findDensest(marks: readonly TextMark[]): number {
  let best = { first: 0, score: 0 };
  const passage = new MarkWindow(marks, SNIPPET_LENGTH - MOST_BEFORE);
  const beginning = new MarkWindow(marks, SEEN_AT_ONCE);
  for (const first of marks.keys()) {
    passage.moveTo(first);
    beginning.moveTo(first);
    const score = (passage.parts * 1_000 + beginning.parts) * 1_000 + passage.count;
    if (score > best.score) best = { first, score };
  }
  return best.first;
}

/** The marks from one on that stand within so many characters, as it moves through a text. */
class MarkWindow {
  readonly #marks: readonly TextMark[];
  readonly #width: number;
  readonly #inside = new Map<TextMark['leaf'], number>();
  #first = 0;
  #end = 0;

  constructor(marks: readonly TextMark[], width: number) {
    this.#marks = marks;
    this.#width = width;
  }

  /** How many different parts of the query it holds. */
  get parts(): number {
    return this.#inside.size;
  }

  get count(): number {
    return this.#end - this.#first;
  }

  /** Forwards only. */
  moveTo(first: number): void {
    for (; this.#first < first; this.#first += 1) this.#add(this.#first, -1);
    const start = this.#marks[first]?.start ?? 0;
    while (this.#end === first || (this.#marks[this.#end]?.end ?? Infinity) - start <= this.#width) {
      this.#add(this.#end, 1);
      this.#end += 1;
    }
  }

  #add(at: number, times: 1 | -1): void {
    const leaf = this.#marks[at]?.leaf;
    if (!leaf) return;
    const count = (this.#inside.get(leaf) ?? 0) + times;
    if (count === 0) this.#inside.delete(leaf);
    else this.#inside.set(leaf, count);
  }
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
