import type { Snippet } from '../../contract/search.ts';
import { tokenizeText, type TextToken } from './tokenize-text.ts';

/** About four lines of a narrow list. */
const SNIPPET_LENGTH = 240;
/** Of them before the first hit. */
const MOST_BEFORE = 40;
/** Tokens that are looked at: a book-length article must not hold up the answer. */
const MOST_TOKENS = 50_000;

/**
 * The passage of a text with the most of the matched terms, each different one counting before repetitions, with the
 * matches marked. Undefined where nothing of the text matches.
 */
export function makeSnippet(field: string, text: string, matched: ReadonlySet<string>, terms: Map<string, string>): Snippet | undefined {
  const hits = tokenizeText(text, terms).slice(0, MOST_TOKENS).filter(({ term }) => matched.has(term));
  if (hits.length === 0) return undefined;
  const first = findDensest(hits);
  const start = beginAtWord(text, hits[first]?.start ?? 0);
  const end = endAtWord(text, start + SNIPPET_LENGTH);
  const lead = start > 0 ? '…' : '';
  const body = text.slice(start, end).replace(/\s/gu, ' ');
  const shift = lead.length - start;
  const marks = hits.filter((hit) => hit.start >= start && hit.end <= end).map((hit): [number, number] => [hit.start + shift, hit.end + shift]);
  return { field, text: `${lead}${body}${end < text.length ? '…' : ''}`, marks };
}

/** The first hit of the window, no wider than a snippet, with the most different terms. */
function findDensest(hits: readonly TextToken[]): number {
  let best = { first: 0, score: 0 };
  const inside = new Map<string, number>();
  let first = 0;
  for (const [last, hit] of hits.entries()) {
    inside.set(hit.term, (inside.get(hit.term) ?? 0) + 1);
    for (let out = hits[first]; out && hit.end - out.start > SNIPPET_LENGTH - MOST_BEFORE; out = hits[first]) {
      const left = (inside.get(out.term) ?? 1) - 1;
      if (left === 0) inside.delete(out.term);
      else inside.set(out.term, left);
      first += 1;
    }
    const score = inside.size * 1_000 + (last - first);
    if (score > best.score) best = { first, score };
  }
  return best.first;
}

/** Where to begin: a few words before the first hit, so that a list's two lines show it; not inside a word. */
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
