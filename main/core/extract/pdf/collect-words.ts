import type { IsWord } from './join-rows.ts';

const WORDS = /[\p{L}\p{M}'’]+(?:[-\u2010][\p{L}\p{M}'’]+)*/gu;
const HYPHEN_AT_END = /[-\u2010\u00ad]\s*$/u;
/** More words than any one document has. */
const MOST_WORDS = 200_000;

/**
 * The words that stand undivided in some lines, as evidence for how the divided ones are spelled: whole ones, and those of
 * compounds. What stands on both sides of a hyphen at a line's end is left out.
 */
export function collectWords(lines: Iterable<string>): IsWord {
  const words = new Set<string>();
  let dividedBefore = false;
  for (const line of lines) {
    const found = line.toLowerCase().match(WORDS) ?? [];
    const divided = HYPHEN_AT_END.test(line);
    for (const word of found.slice(dividedBefore ? 1 : 0, divided ? -1 : undefined)) {
      if (words.size >= MOST_WORDS) break;
      words.add(word);
      if (word.includes('-')) for (const part of word.split('-')) words.add(part);
    }
    dividedBefore = divided;
  }
  return (word) => words.has(word);
}
