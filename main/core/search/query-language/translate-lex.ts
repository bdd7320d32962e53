import type { Dialect, FieldMeaning } from './translate-dialects.ts';

export type Level = Dialect['precedence'][number];

export type Token =
  | { readonly type: 'word' | 'phrase'; readonly text: string }
  | { readonly type: 'open' | 'close' }
  | { readonly type: 'operator'; readonly level: Level; readonly operator: string; readonly lost?: string }
  /** `bracket`: its content follows up to the closing bracket; else it is `value`. */
  | { readonly type: 'field'; readonly name: string; readonly meaning: FieldMeaning; readonly value: string };

const SENTENCE = 25;
const PARAGRAPH = 75;

const QUOTED = /["“”„]([^"“”„]*)["“”„]?/uy;
const BRACKET = /[()]/y;
const OPERATOR = /(and\s+not|or\s+not|andnot|and|or|not\s+(?:w|pre)\/\d+|not|same|adj\d*|(?:o?near|w|n|pre|p)\/(?:\d+|s|p|seg|sent|para)|near\d*|\/[nf]\d+\/)(?=[\s()"“”]|$)/iuy;
const FUNCTION = /([a-z]+(?:,[a-z]+)*)(?:\.(?:exact|x))?\s*\(/iy;
const EQUALS = /([a-z]+)\s*=\s*/iy;
const OFTEN = /atleast\s*\d+\s*/iy;
const LENGTH = /(?:wc|length|word count)\s*([<>]=?|=|greater than|less than)\s*(\d+)/iy;
const DATES = /(?:date|pd)\s+(?:from\s+(\S+)\s+to\s+(\S+)|(after|before|aft|bef|on|is|geq|leq|[<>]=?)\s+([^\s()]+))/iy;
const WORD = /[^\s()"“”„]+/uy;

/** Takes a query of a news database apart. */
export function lexForeign(text: string, { fields }: Dialect): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found;
  };
  while (at < text.length) {
    if (/\s/u.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const token = lexOne(match, fields, () => lexBracket(text, at, (end) => (at = end)));
    if (token) tokens.push(token);
    else at += 1;
  }
  return tokens;
}

type Matcher = (pattern: RegExp) => RegExpExecArray | null;

function lexOne(match: Matcher, fields: Dialect['fields'], rest: () => string): Token | undefined {
  const quoted = match(QUOTED);
  if (quoted) return { type: 'phrase', text: quoted[1] ?? '' };
  const bracket = match(BRACKET);
  if (bracket) return { type: bracket[0] === '(' ? 'open' : 'close' };
  const operator = match(OPERATOR);
  if (operator) return operatorOf(operator[1] ?? '');
  if (match(OFTEN)) return { type: 'field', name: 'atleast', meaning: { as: 'often' }, value: '' };
  const length = match(LENGTH);
  if (length) return { type: 'field', name: 'length', meaning: { as: 'length' }, value: `${signOf(length[1] ?? '')}${length[2]}` };
  const dates = match(DATES);
  if (dates) return { type: 'field', name: 'date', meaning: { as: 'date' }, value: dates[3] === undefined ? `${dates[1]} to ${dates[2]}` : `${signOf(dates[3])}${dates[4]}` };
  const equals = match(EQUALS);
  if (equals) return fieldOf(equals[1] ?? '', fields, '');
  const called = match(FUNCTION);
  if (called) return fieldOf(called[1] ?? '', fields, rest());
  const word = match(WORD);
  return word ? { type: 'word', text: word[0] } : undefined;
}

/** An unknown name is kept as what it stands before: nothing is left out without a word. */
function fieldOf(name: string, fields: Dialect['fields'], value: string): Token {
  const known = Object.entries(fields).find(([field]) => field === name.toLowerCase())?.[1];
  return { type: 'field', name, meaning: known ?? { as: 'everywhere', lost: 'there is no such field' }, value };
}

/** The text up to the bracket that closes the one just read. */
function lexBracket(text: string, start: number, moveTo: (end: number) => void): string {
  let depth = 1;
  let end = start;
  for (; end < text.length && depth > 0; end += 1) {
    if (text.charAt(end) === '(') depth += 1;
    if (text.charAt(end) === ')') depth -= 1;
  }
  moveTo(end);
  return text.slice(start, depth === 0 ? end - 1 : end);
}

function operatorOf(written: string): Token {
  const text = written.toLowerCase().replace(/\s+/gu, ' ');
  if (text === 'and' || text === 'or') return { type: 'operator', level: text, operator: text.toUpperCase() };
  if (/^(?:and ?not|not|or not)$/u.test(text)) return { type: 'operator', level: 'not', operator: 'NOT' };
  if (text.startsWith('not ')) return { type: 'operator', level: 'not', operator: 'NOT', lost: `“${written}” excludes the word everywhere, not only near the other` };
  if (text === 'same' || /\/(?:p|para)$/u.test(text)) return { type: 'operator', level: 'near', operator: `NEAR/${PARAGRAPH}`, lost: `“${written}” (the same paragraph) was taken as within ${PARAGRAPH} words` };
  if (/\/(?:s|sent)$/u.test(text)) return { type: 'operator', level: 'near', operator: `NEAR/${SENTENCE}`, lost: `“${written}” (the same sentence) was taken as within ${SENTENCE} words` };
  if (text.endsWith('/seg')) return { type: 'operator', level: 'and', operator: 'AND', lost: `“${written}” (the same segment) was taken as AND` };
  const distance = Math.max(1, Number(/\d+/u.exec(text)?.[0] ?? (text === 'near' ? 10 : 1)));
  return { type: 'operator', level: 'near', operator: `${/^(?:adj|pre|p\/|onear|\/f)/u.test(text) ? 'BEFORE' : 'NEAR'}/${distance}` };
}

function signOf(word: string): string {
  const text = word.toLowerCase();
  if (text === 'after' || text === 'aft' || text === 'greater than') return '>';
  if (text === 'before' || text === 'bef' || text === 'less than') return '<';
  if (text === 'geq') return '>=';
  if (text === 'leq') return '<=';
  return /[<>]/u.test(text) ? text : '';
}
