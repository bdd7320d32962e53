import { isUnspaced } from '../plain-text/measure-width.ts';
import type { Span } from './page-text.ts';

/** Text with one look, or the end of a line that is to be kept. */
export type Inline = Span | { readonly lineEnd: true };

interface Lines {
  readonly rows: readonly { readonly spans: readonly Span[]; readonly text: string }[];
  readonly ownLines: readonly boolean[];
}

/** Whether a word, in lower case, stands in the document; with a hyphen in it for compounds. */
export type IsWord = (word: string) => boolean;

/** The text of one paragraph: its rows joined, words whole again that the ends of lines divided. */
export function joinRows({ rows, ownLines }: Lines, isWord: IsWord): Inline[] {
  const inlines: Inline[] = [];
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    if (before !== undefined) {
      if (ownLines[index - 1] === true) inlines.push({ lineEnd: true });
      else joinTo(inlines, before.text, row.text, isWord);
    }
    inlines.push(...row.spans);
  }
  return mergeAlike(inlines.map((inline) => ('lineEnd' in inline ? inline : { ...inline, text: tidy(inline.text) })));
}

function joinTo(inlines: Inline[], before: string, next: string, isWord: IsWord): void {
  const { between, dropsHyphen } = glueBetween(before, next, isWord);
  const last = inlines.at(-1);
  if (last === undefined || 'lineEnd' in last) return;
  const text = dropsHyphen ? last.text.replace(/[-\u2010\u00ad]\s*$/u, '') : last.text;
  inlines[inlines.length - 1] = { ...last, text };
  // White space takes part in no note mark and no link.
  if (between !== '') inlines.push({ text: between });
}

const HYPHEN_AT_END = /([\p{L}\p{N}\p{M}'’]+)([-\u2010\u00ad])$/u;
/** After these the hyphen stands for the missing half of a pair: `Nord- und Südufer`. */
const PAIRING = /^(?:and|or|to|und|oder|bis|et|ou|y|o|e|en|of|и|или)\s/u;
/** Beginnings of compounds that keep their hyphen where the rest is a word. */
const COMPOUND =
  /^(?:self|well|ill|ex|non|half|long|short|high|low|cross|full|part|far|all|two|three|four|five|six|ten|first|second|third|anti|semi|post|pre|mid|multi|quasi|pseudo|counter|vice|new|old|hard|co)$/u;
/** Words that are beginnings of others far more often than of compounds. */
const BEGINNING = /^(?:a|an|as|at|be|by|for|in|is|it|man|me|no|of|on|or|out|over|per|so|the|to|un|under|up|us|was|we|con|com|de|en|im|inter|dis|re|pro|ver|ge|er|be|ent|zu|ab|auf|aus|ein|an)$/u;

export interface Glue {
  readonly between: '' | ' ';
  readonly dropsHyphen: boolean;
}

/**
 * How a line goes on in the next. A hyphen at its end goes where the next line begins in lower case, unless the document
 * writes the word with a hyphen elsewhere, or both halves are words of their own and the whole is none. Lines of Chinese and
 * Japanese meet without a space.
 */
export function glueBetween(line: string, next: string, isWord: IsWord): Glue {
  const end = line.trimEnd();
  const match = HYPHEN_AT_END.exec(end.slice(-80));
  if (match !== null) return { between: PAIRING.test(next) && match[2] !== '\u00ad' ? ' ' : '', dropsHyphen: isDivision(match[1] ?? '', match[2] ?? '', next, isWord) };
  const meets = isUnspaced(end.charAt(end.length - 1)) && isUnspaced(next.charAt(0));
  // A dash or slash has no space behind it where there is none before it.
  const tight = /[^\s](?:[—/]|[\d\p{L}]–)$/u.test(end);
  return { between: meets || tight ? '' : ' ', dropsHyphen: false };
}

function isDivision(before: string, hyphen: string, next: string, isWord: IsWord): boolean {
  if (hyphen === '\u00ad') return true;
  const after = /^\p{Ll}[\p{Ll}\p{M}'’]*/u.exec(next)?.[0];
  if (after === undefined || PAIRING.test(next) || /\p{N}$/u.test(before)) return false;
  const [first, second] = [before.toLowerCase(), after.toLowerCase()];
  if (isWord(`${first}-${second}`)) return false;
  if (isWord(first + second)) return true;
  if (COMPOUND.test(first)) return !isWord(second);
  if (BEGINNING.test(first)) return true;
  return !(first.length > 3 && second.length > 3 && isWord(first) && isWord(second));
}

const LEADERS = /\s*(?:[.·_…]\s*){6,}/g;

function tidy(text: string): string {
  return text.replaceAll('\u00ad', '').replace(LEADERS, ' … ').replace(/ {2,}/g, ' ');
}

function mergeAlike(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const inline of inlines) {
    const last = merged.at(-1);
    if (last !== undefined && !('lineEnd' in last) && !('lineEnd' in inline) && last.link === inline.link && last.shift === inline.shift) {
      merged[merged.length - 1] = { ...last, text: last.text + inline.text };
    } else {
      merged.push(inline);
    }
  }
  return merged;
}
