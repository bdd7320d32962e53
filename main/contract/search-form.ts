/*
 * A search without operators: what the form of the window asks, and the query that it writes. Both directions are pure.
 * It stands in the contract because the window writes the query and the library's tests hold it against the parser.
 */

export interface SearchForm {
  /** Words, each of which an article must have. */
  readonly all: string;
  readonly phrase: string;
  /** Words of which it must have one. */
  readonly any: string;
  readonly none: string;
  /** Two words or more, at most `distance` words apart. */
  readonly near: string;
  readonly distance: number;
  /** Days such as `1987-02-26`, both included; empty is open. */
  readonly from: string;
  readonly to: string;
  readonly site: string;
}

export const EMPTY_FORM: SearchForm = { all: '', phrase: '', any: '', none: '', near: '', distance: 5, from: '', to: '', site: '' };

/** The most characters of each field: so a query stays below the limits of its length and of its parts. */
export const FORM_LIMITS = { words: 90, near: 40, phrase: 300, site: 200, distance: 1_000 } as const;

/** The query of a filled form; empty for an empty one. Whatever was typed is looked for and never obeyed. */
export function writeQuery(form: SearchForm): string {
  const parts: string[] = [];
  const near = writeNear(form);
  const any = wordsOf(form.any);
  const required = [...wordsOf(form.all), ...phrasesOf(form.phrase)];
  const none = wordsOf(form.none).map((word) => `-${word}`);
  const dates = writeDates(form);
  const site = writeSite(form.site);
  // With nothing else to be met, the alternatives are the query and need no sign.
  const alone = required.length === 0 && near === '';
  parts.push(...required.map((word) => `+${word}`));
  if (near !== '') parts.push(`+(${near})`);
  if (any.length > 0) parts.push(alone ? any.join(' ') : any.length === 1 ? `+${any.join('')}` : `+(${any.join(' ')})`);
  return [...parts, ...none, dates, site].filter((part) => part !== '').join(' ');
}

/** The form that writes just this query; undefined where none does. */
export function readForm(query: string): SearchForm | undefined {
  const text = query.trim().replace(/\s+/gu, ' ');
  const form = { ...EMPTY_FORM };
  const rest = text
    .replace(/(?:^| )site:"([^"]*)"$/u, (_, site: string) => take(() => (form.site = site)))
    .replace(/(?:^| )date:(\d{4}-\d\d-\d\d)?\.\.(\d{4}-\d\d-\d\d)?$/u, (_, from = '', to = '') => take(() => ([form.from, form.to] = [from, to])))
    .replace(/(?:^| )\+\((\S+(?: NEAR\/\d+ \S+)+)\)/u, (_, near: string) => take(() => readNear(form, near)))
    .replace(/(?:^| )\+\(([^()"]+)\)/u, (_, any: string) => take(() => (form.any = any)));
  const pieces = rest.match(/[+-]?"[^"]*"|\S+/gu) ?? [];
  const all: string[] = [];
  const any: string[] = [];
  const none: string[] = [];
  for (const piece of pieces) {
    const word = piece.replace(/^[+-]/, '');
    const plain = word.replaceAll('"', '');
    if (/^\+".* .*"$/u.test(piece) && form.phrase === '') form.phrase = plain;
    else (piece.startsWith('+') ? all : piece.startsWith('-') ? none : any).push(plain);
  }
  form.all = all.join(' ');
  form.none = none.join(' ');
  if (any.length > 0) form.any = [form.any, ...any].filter((word) => word !== '').join(' ');
  return fits(form) && writeQuery(form) === text ? form : undefined;
}

function take(note: () => void): string {
  note();
  return '';
}

function readNear(form: { near: string; distance: number }, near: string): void {
  form.near = near.split(/ NEAR\/\d+ /u).join(' ').replaceAll('"', '');
  form.distance = Number(/NEAR\/(\d+)/u.exec(near)?.[1]);
}

function fits({ all, any, none, near, phrase, site }: SearchForm): boolean {
  return [all, any, none].every((words) => words.length <= FORM_LIMITS.words) && near.length <= FORM_LIMITS.near && phrase.length <= FORM_LIMITS.phrase && site.length <= FORM_LIMITS.site;
}

/** Without what would end a quotation or escape its end. */
function clean(text: string): string {
  return text.replace(/["“”„‟«»\\\p{Cc}\s]+/gu, ' ').trim();
}

/** What lunr reads as one plain word; everything else is safe as a phrase of one word. */
const PLAIN = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]+$/u;
const OPERATOR = /^(?:AND|OR|NOT|NEAR|BEFORE)$/u;

function wordsOf(text: string): string[] {
  return clean(text).split(' ').filter(isSearchable).map((word) => (PLAIN.test(word) && !OPERATOR.test(word) ? word : `"${word}"`));
}

function phrasesOf(text: string): string[] {
  const phrase = clean(text);
  return isSearchable(phrase) ? [`"${phrase}"`] : [];
}

function isSearchable(text: string): boolean {
  return /[\p{L}\p{M}\p{N}]/u.test(text);
}

function writeNear({ near, distance }: SearchForm): string {
  const places = Math.min(FORM_LIMITS.distance, Math.max(1, Math.round(distance) || EMPTY_FORM.distance));
  return wordsOf(near).join(` NEAR/${places} `);
}

function writeDates({ from, to }: SearchForm): string {
  const [first, last] = [from, to].map((day) => (isDay(day) ? day : ''));
  if (!first && !last) return '';
  return first && last && first > last ? `date:${last}..${first}` : `date:${first}..${last}`;
}

function isDay(day: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(day)) return false;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function writeSite(site: string): string {
  const name = clean(site);
  return name === '' ? '' : `site:"${name}"`;
}
