import { LOCALE } from '../app/format.ts';

/** What is offered by name. Any other is written by its code. */
const OFFERED = (
  'af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk kn ko ku la lb lo lt lv mk ml mr ms mt nb nl nn no pa pl pt ro ru sk sl sq sr sv sw ta te th tl tr uk ur uz vi yo zh'
).split(' ');

const display = new Intl.DisplayNames([LOCALE], { type: 'language', fallback: 'code' });

/** `German` for `de`; the code itself where it has no name. */
export function nameOfLanguage(code: string): string {
  try {
    return display.of(code) ?? code;
  } catch {
    // A file may call anything a language.
    return code;
  }
}

/** The names to choose from, in the order of their letters. */
export const LANGUAGE_NAMES: readonly string[] = OFFERED.map(nameOfLanguage).toSorted((a, b) => a.localeCompare(b, LOCALE));

const byName = new Map(OFFERED.map((code) => [folded(nameOfLanguage(code)), code]));

/**
 * The code of a language that is typed by its name; what is no name stays as it is: it may be a code.
 *
 * @param known the code that a name may also be of, because it was shown by it
 */
export function codeOfLanguage(typed: string, known: string | null = null): string {
  if (known !== null && folded(typed) === folded(nameOfLanguage(known))) return known;
  return byName.get(folded(typed)) ?? typed.trim();
}

function folded(text: string): string {
  return text.trim().toLocaleLowerCase();
}
