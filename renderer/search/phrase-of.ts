/** Nobody looks for a longer passage word by word; the rest is cut at a word. */
const LONGEST = 300;
/** What begins and ends a phrase in the query language: within one they are left out, and mean nothing to the search. */
const QUOTES = /["“”„‟«»]/gu;

/** A query for the words of a selected text, side by side; null where there are none. */
export function phraseOf(selected: string): string | null {
  const words = selected.replaceAll('\u00ad', '').replace(QUOTES, ' ').replace(/\s+/gu, ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(words)) return null;
  const end = words.length > LONGEST ? words.lastIndexOf(' ', LONGEST) : words.length;
  return `"${words.slice(0, end > 0 ? end : LONGEST).toWellFormed()}"`;
}
