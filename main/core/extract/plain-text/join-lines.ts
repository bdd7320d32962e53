import { isUnspaced } from './measure-width.ts';

/** Word beginnings that are never words by themselves: a hyphen after one was put there by a line breaker. */
const FRAGMENT = /^(?:inter|con|com|dis|im|trans|ver|ent|ge|admin|gov|univer|presi|repre|infor|organi)$/i;
/** Word ends that are never words by themselves. */
const ENDING = /^(?:tions?|sions?|tional|ments?|ings?|ness|ables?|ibles?|ity|ities|ally|edly|ational|ters?|ders?|ungs?|ungen|heit(?:en)?|keit(?:en)?|schaft(?:en)?|lich(?:e[nrs]?)?|ischen?|tion(?:en)?|ción|ciones|mente|ção|ções|zione|zioni|heid|ingen|lijke?|ность|ности|ский|ского|ение|ения)\b/u;
/** After these the hyphen stands for the missing half of a pair: `Nord- und Südufer`. */
const PAIRING = /^(?:and|or|to|und|oder|bis|et|ou|y|o|e|en|of|и|или)\s/;
const HYPHENS = new Set(['-', '\u2010', '\u00ad']);
const LINE_END_HYPHEN = /([\p{L}\p{N}]+)([-\u2010\u00ad])$/u;

/**
 * One paragraph from its hard-wrapped lines. East Asian lines meet without a space; a hyphen at a line's end goes only
 * where a line breaker must have put it there.
 *
 * @param isWord whether a word stands elsewhere in the text, as evidence for how a divided one is spelled
 */
export function joinLines(lines: readonly string[], isWord: (word: string) => boolean): string {
  // Only the end of what is joined matters; looking at all of it would make a long paragraph quadratic.
  let tail = '';
  const parts: string[] = [];
  for (const raw of lines) {
    const line = raw.trim();
    if (parts.length === 0) {
      parts.push(line);
    } else {
      const glue = glueBetween(tail, line, isWord);
      if (glue.dropsHyphen) parts[parts.length - 1] = (parts.at(-1) ?? '').slice(0, -1);
      parts.push(glue.between, line);
    }
    tail = line;
  }
  return parts.join('').replaceAll('\u00ad', '');
}

interface Glue {
  readonly between: '' | ' ';
  readonly dropsHyphen: boolean;
}

function glueBetween(line: string, next: string, isWord: (word: string) => boolean): Glue {
  const hyphen = HYPHENS.has(line.charAt(line.length - 1)) ? LINE_END_HYPHEN.exec(line) : null;
  if (hyphen !== null) return glueAtHyphen(hyphen[1] ?? '', hyphen[2] ?? '', next, isWord);
  const meets = isUnspaced(line.charAt(line.length - 1)) && isUnspaced(next.charAt(0));
  return { between: meets ? '' : ' ', dropsHyphen: false };
}

function glueAtHyphen(before: string, hyphen: string, next: string, isWord: (word: string) => boolean): Glue {
  if (hyphen === '\u00ad') return { between: '', dropsHyphen: true };
  if (PAIRING.test(next)) return { between: ' ', dropsHyphen: false };
  const after = /^\p{Ll}+/u.exec(next)?.[0];
  if (after === undefined || /\p{N}$/u.test(before)) return { between: '', dropsHyphen: false };
  if (isWord(`${before}-${after}`)) return { between: '', dropsHyphen: false };
  const divided = isWord(before + after) || FRAGMENT.test(before) || ENDING.test(after);
  return { between: '', dropsHyphen: divided };
}
