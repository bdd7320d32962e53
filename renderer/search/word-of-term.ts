import type { Snippet } from '../../main/contract/search.ts';

/** How many letters of a stem its words may have otherwise: `librari`, library. */
const OTHER_LETTERS = 1;

/** A stem as a reader knows it: a marked word of the snippets that begins like it, or the stem where there is none. */
export function wordOfTerm(term: string, snippets: readonly Snippet[]): string {
  const marked = snippets.flatMap(({ text, marks }) => marks.map(([start, end]) => text.slice(start, end).toLowerCase()));
  const alike = marked.filter((word) => sharedBeginning(word, term) >= Math.max(1, term.length - OTHER_LETTERS));
  return alike.toSorted((a, b) => sharedBeginning(b, term) - sharedBeginning(a, term) || a.length - b.length)[0] ?? term;
}

function sharedBeginning(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}
