import type lunr from 'lunr';
import { filterNamed } from './parse-filter.ts';
import { suggestName } from './suggest-name.ts';
import { quote } from './query-notes.ts';

type Lexeme = lunr.QueryLexer.Lexeme;
/** Says something about a lexeme. */
type Tell = (note: string, about: Lexeme) => void;

/**
 * What lunr's lexer made of a text, changed so that lunr's parser takes it: what it would refuse is left out or becomes
 * a word, and the user is told. Lexemes that it takes are left alone.
 */
export function mendLexemes(lexemes: readonly Lexeme[], fields: readonly string[], tell: Tell): Lexeme[] {
  return mendPresences(mendModifiers(mendFields(lexemes, fields, tell), tell), tell);
}

function mendFields(lexemes: readonly Lexeme[], fields: readonly string[], tell: Tell): Lexeme[] {
  return lexemes.flatMap((lexeme, index): Lexeme[] => {
    if (lexeme.type !== 'FIELD') return [lexeme];
    const next = lexemes[index + 1];
    const known = fields.find((field) => field === lexeme.str.toLowerCase());
    if (known !== undefined && next?.type === 'TERM') return [{ ...lexeme, str: known }];
    if (known === undefined) tell(next?.str.startsWith('//') ? ADDRESS : unknownName(lexeme.str), lexeme);
    else tell(`No word follows ${quote(`${known}:`)}, so it was not taken as a field.`, next ?? { ...lexeme, end: lexeme.end + 1 });
    // Where something is excluded or required, the name is not: only what follows it.
    return lexemes[index - 1]?.type === 'PRESENCE' || !/[\p{L}\p{N}]/u.test(lexeme.str) ? [] : [{ ...lexeme, type: 'TERM' }];
  });
}

const ADDRESS = 'An address was searched for as words; write site:example.org for articles from there.';

function isName(text: string): boolean {
  return /^\p{L}[\p{L}\p{M}\p{N}_-]*$/u.test(text);
}

/** What is said of a name before a colon that is none of a field. */
export function unknownName(name: string): string {
  if (filterNamed(name)) return `${quote(`${name}:`)} was not taken as a filter here, but searched for as words.`;
  if (!isName(name)) return `A colon${name === '' ? '' : ` after ${quote(name)}`} was left out: only the name of a field or of a filter stands before one.`;
  const nearest = suggestName(name);
  return `There is no field ${quote(name)}${nearest === undefined ? '' : ` (did you mean “${nearest}:”?)`}, so the words were searched for everywhere.`;
}

function mendModifiers(lexemes: readonly Lexeme[], tell: Tell): Lexeme[] {
  const mended: Lexeme[] = [];
  /** A `~` or `^` without a number, which may have a sign behind it: `lamp~-1`. */
  let broken: Lexeme | undefined;
  for (const lexeme of lexemes) {
    const signed = lexeme.type === 'PRESENCE' && broken?.end === lexeme.start;
    broken = undefined;
    if (signed) continue;
    if (lexeme.type !== 'EDIT_DISTANCE' && lexeme.type !== 'BOOST') {
      mended.push(lexeme);
      continue;
    }
    const sign = lexeme.type === 'BOOST' ? '^' : '~';
    const last = mended.at(-1)?.type;
    if (lexeme.str === '') {
      tell(`“${sign}” needs a number right behind it, so it was left out.`, lexeme);
      broken = lexeme;
    } else if (last === undefined || last === 'FIELD' || last === 'PRESENCE') {
      tell(`“${sign}${lexeme.str}” stands behind no word, so ${quote(lexeme.str)} was searched for.`, lexeme);
      mended.push({ ...lexeme, type: 'TERM' });
    } else mended.push(lexeme);
  }
  return mended;
}

function mendPresences(lexemes: readonly Lexeme[], tell: Tell): Lexeme[] {
  return lexemes.filter((lexeme, index) => {
    if (lexeme.type !== 'PRESENCE') return true;
    const next = lexemes[index + 1]?.type;
    if (next === 'TERM' || next === 'FIELD') return true;
    tell(`“${lexeme.str}” stands before no word, so it was left out.`, lexeme);
    return false;
  });
}
