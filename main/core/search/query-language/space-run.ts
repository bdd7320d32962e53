import { spaceWords } from '../../index/split-words.ts';

/** A piece of a query with spaces between the words of scripts that set none, and the way back to where its letters stood. */
export interface SpacedRun {
  readonly text: string;
  /** From an offset in `text` to the offset in the piece. */
  readonly origin: (offset: number) => number;
}

/** Signs that belong to the word that they touch: lunr would see `北*` with a space inside as all that there is. */
const BOUND_AFTER = /[*~^:]/;
const BOUND_BEFORE = /[*:+\\]/;

export function spaceRun(run: string): SpacedRun {
  const spaced = spaceWords(run);
  if (spaced === run) return { text: run, origin: (offset) => offset };
  const letters: string[] = [];
  const origins: number[] = [];
  let at = 0;
  for (const letter of spaced.split('')) {
    const added = letter !== run[at];
    if (added && (BOUND_AFTER.test(run[at] ?? '') || BOUND_BEFORE.test(run[at - 1] ?? ''))) continue;
    letters.push(letter);
    origins.push(at);
    if (!added) at += 1;
  }
  // A space behind the last word would say that it is finished.
  if (letters.at(-1) === ' ' && !/\s$/u.test(run)) {
    letters.pop();
    origins.pop();
  }
  return { text: letters.join(''), origin: (offset) => origins[offset] ?? run.length };
}
