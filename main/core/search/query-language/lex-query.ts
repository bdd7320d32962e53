import lunr from 'lunr';
import { LIMITS } from '../../base/limits.ts';
import type { Field } from '../../index/fields.ts';
import { spaceWords } from '../../index/split-words.ts';
import type { FilterName } from '../../store/article-filter.ts';
import type { Presence, QuerySpan } from '../query-tree.ts';
import { lexWords, limitBoost, saysEnough, SHORTEST_PREFIX } from './lex-words.ts';
import { unknownName } from './mend-lexemes.ts';
import { filterNamed, parseFilter } from './parse-filter.ts';
import { quote, type QueryNotes } from './query-notes.ts';
import { BOOST, FILTER, FILTER_VALUE, HALF_NEAR, isQuote, OPENER, OPERATOR, SIGNED, SLOP } from './query-patterns.ts';
import type { QueryToken } from './query-token.ts';

const USUAL_DISTANCE = 10;

export interface LexContext {
  readonly fields: readonly Field[];
  readonly typing: boolean;
  readonly now: Date;
  readonly notes: QueryNotes;
}

/** Takes a query apart into tokens. Brackets among them come in pairs, whatever was typed. */
export function lexQuery(text: string, context: LexContext): QueryToken[] {
  return new QueryLexer(text, context).run();
}

class QueryLexer {
  readonly #text: string;
  readonly #context: LexContext;
  readonly #notes: QueryNotes;
  readonly #tokens: QueryToken[] = [];
  /** The open brackets, each with the filter that its words are values of. */
  readonly #brackets: (FilterName | null)[] = [];
  /** Open brackets past the limit. */
  #ignored = 0;
  #parts = 0;
  #at = 0;
  /** Where the words begin that are not read yet: lunr reads them all together. */
  #unread = 0;

  constructor(text: string, context: LexContext) {
    this.#text = text;
    this.#context = context;
    this.#notes = context.notes;
  }

  run(): QueryToken[] {
    let wordBegins = true;
    while (this.#at < this.#text.length && this.#parts <= LIMITS.queryParts) {
      const letter = this.#text.charAt(this.#at);
      if (/\s/u.test(letter)) {
        wordBegins = true;
        this.#at += 1;
      } else if ((wordBegins && this.#takeSpecial()) || this.#takeBracketOrQuote(letter)) {
        wordBegins = true;
        this.#unread = this.#at;
      } else {
        wordBegins = false;
        this.#at += letter === '\\' ? 2 : 1;
      }
    }
    this.#readWords(this.#text.length);
    if (this.#parts > LIMITS.queryParts) this.#notes.add(`Only the first ${LIMITS.queryParts} parts of this query were searched for.`, this.#span(0, 0));
    if (this.#brackets.length + this.#ignored > 0) this.#notes.addMissing('A bracket is not closed: it was taken to end where the query ends.');
    const end = this.#text.length;
    const tokens = this.#withoutShortBeginning();
    for (; this.#brackets.length > 0; this.#brackets.pop()) tokens.push({ type: 'close', boost: 1, at: { start: end, end } });
    return tokens;
  }

  /** The last word is taken for a beginning only where that says enough. */
  #withoutShortBeginning(): QueryToken[] {
    const last = this.#tokens.at(-1);
    if (last?.type !== 'term' || !last.prefix || this.#tokens.length === 1 || saysEnough(last.text)) return this.#tokens;
    return [...this.#tokens.slice(0, -1), { ...last, prefix: false }];
  }

  /** What may stand where a word begins. */
  #takeSpecial(): boolean {
    return this.#takeOperator() || this.#takeOpener() || this.#takeFilter() || this.#takeValue();
  }

  #takeBracketOrQuote(letter: string): boolean {
    if (letter === ')') this.#closeBracket();
    else if (letter === '(') this.#openBracket(this.#at, this.#at + 1, 'optional', '');
    else if (isQuote(letter)) this.#takePhrase(this.#at, this.#at + 1, { presence: 'optional', name: '', asWritten: false });
    else return false;
    return true;
  }

  #takeOperator(): boolean {
    const start = this.#at;
    const operator = this.#match(OPERATOR);
    if (!operator) {
      const half = this.#match(HALF_NEAR);
      if (half) this.#notes.add(`${quote(half[0])} was searched for as a word: a number stands behind NEAR/ and BEFORE/.`, this.#span(start, start + half[0].length));
      return false;
    }
    this.#readWords(start);
    const end = start + operator[0].length;
    this.#at = end;
    const at = this.#span(start, end);
    const [text, name, distance] = operator;
    if (text === 'AND' || text === 'OR' || text === 'NOT') {
      this.#tokens.push({ type: text === 'AND' ? 'and' : text === 'OR' ? 'or' : 'not', text, at });
    } else {
      this.#tokens.push({ type: 'near', ordered: name === 'BEFORE', distance: this.#limitPlaces(distance ? Number(distance) : USUAL_DISTANCE, 1, at), text, at });
    }
    return true;
  }

  /** A phrase or a bracket with what may stand before it: `+`, `title:`, `=`. */
  #takeOpener(): boolean {
    const start = this.#at;
    const opener = this.#match(OPENER);
    if (!opener) return false;
    const end = start + opener[0].length;
    const presence = presenceOf(opener[1]);
    const name = opener[2] ?? '';
    if (opener[0].endsWith('(')) this.#openBracket(start, end, presence, name);
    else this.#takePhrase(start, end, { presence, name, asWritten: opener[3] === '=' });
    return true;
  }

  #openBracket(start: number, end: number, presence: Presence, name: string): void {
    this.#readWords(start);
    this.#at = end;
    const at = this.#span(start, end);
    if (this.#brackets.length === LIMITS.queryDepth) {
      this.#ignored += 1;
      this.#notes.add(`Brackets stand up to ${LIMITS.queryDepth} deep in one another; deeper ones were ignored.`, at);
      return;
    }
    const filter = filterNamed(name) ?? null;
    const fields = this.#fieldsNamed(name, presence, at);
    this.#brackets.push(filter ?? this.#brackets.at(-1) ?? null);
    this.#tokens.push({ type: 'open', presence, fields, at });
  }

  #closeBracket(): void {
    const start = this.#at;
    this.#readWords(start);
    this.#at += 1;
    if (this.#ignored > 0) {
      this.#ignored -= 1;
    } else if (this.#brackets.length === 0) {
      this.#notes.add('A bracket is closed that was not opened; it was ignored.', this.#span(start, this.#at));
    } else {
      this.#brackets.pop();
      const boost = this.#takeBoost();
      this.#tokens.push({ type: 'close', boost, at: this.#span(start, this.#at) });
    }
  }

  #takePhrase(start: number, inside: number, { presence, name, asWritten }: { presence: Presence; name: string; asWritten: boolean }): void {
    this.#readWords(start);
    const { content, end } = this.#readQuoted(inside);
    const closed = end < this.#text.length;
    if (!closed) this.#notes.addMissing('A quotation mark is not closed: the phrase was taken to end where the query ends.');
    this.#at = closed ? end + 1 : end;
    const filter = filterNamed(name) ?? this.#brackets.at(-1) ?? null;
    if (filter) return this.#addFilter(filter, content, presence, start);
    const fields = this.#fieldsNamed(name, presence, this.#span(start, inside));
    const { slop, boost } = this.#takeModifiers();
    const at = this.#span(start, this.#at);
    const words = wordsOf(content);
    if (words.length === 0) return this.#notes.add(`No word stands between the quotation marks of ${quote(this.#text.slice(start, this.#at))}, so they were left out.`, at);
    const typed = this.#context.typing && !closed && /[\p{L}\p{M}\p{N}]$/u.test(content);
    const last = words.at(-1) ?? '';
    const long = saysEnough(last);
    if (typed && words.length === 1) {
      // Of one word it matters where it stands only when there is a second one.
      const begins = last.length >= SHORTEST_PREFIX && presence !== 'prohibited';
      return this.#addParts([{ type: 'term', text: last, fields, boost, edits: 0, pattern: false, prefix: begins, presence, at }]);
    }
    // The first letters of a word say too little; until there are more, the phrase is what stands before it.
    if (typed && !long) words.pop();
    const prefix = typed && long && presence !== 'prohibited';
    this.#addParts([{ type: 'phrase', words, fields, boost, asWritten, slop, prefix, presence, at }]);
  }

  /** The text up to the next quotation mark, without escapes. */
  #readQuoted(start: number): { content: string; end: number } {
    let end = start;
    while (end < this.#text.length && !isQuote(this.#text.charAt(end))) end += this.#text.charAt(end) === '\\' ? 2 : 1;
    end = Math.min(end, this.#text.length);
    return { content: unescape(this.#text.slice(start, end)), end };
  }

  /** A filter with a bare value; with a quoted one or a bracket it is an opener. */
  #takeFilter(): boolean {
    const start = this.#at;
    const named = this.#match(FILTER);
    const filter = named && filterNamed(named[2] ?? '');
    if (!named || !filter) return false;
    this.#readWords(start);
    this.#at += named[0].length;
    const missing = /\s$/u.test(named[0]) && this.#match(OPERATOR);
    this.#addFilter(filter, missing ? '' : this.#readValue(), presenceOf(named[1]), start);
    return true;
  }

  /** One of the values in `tag:(a OR b)`. */
  #takeValue(): boolean {
    const filter = this.#brackets.at(-1);
    if (!filter) return false;
    const start = this.#at;
    const sign = this.#match(SIGNED);
    if (sign) this.#at += 1;
    const value = this.#readValue();
    if (this.#at > start) this.#addFilter(filter, value, presenceOf(sign?.[0]), start);
    return this.#at > start;
  }

  #readValue(): string {
    const value = this.#match(FILTER_VALUE)?.[0] ?? '';
    this.#at += value.length;
    return unescape(value);
  }

  #addFilter(name: FilterName, value: string, presence: Presence, start: number): void {
    const at = this.#span(start, this.#at);
    const { filter, note } = parseFilter(name, value, this.#context.now);
    if (note !== undefined) this.#notes.add(note, at);
    if (filter) this.#addParts([{ type: 'filter', presence, filter, at }]);
  }

  #addParts(tokens: readonly QueryToken[]): void {
    this.#tokens.push(...tokens.slice(0, Math.max(0, LIMITS.queryParts - this.#parts)));
    this.#parts += tokens.length;
  }

  /** The words before a place that are not read yet. */
  #readWords(end: number): void {
    const start = this.#unread;
    this.#unread = end;
    if (this.#parts > LIMITS.queryParts || start === end) return;
    const typedEnd = this.#context.typing ? this.#text.length : Number.POSITIVE_INFINITY;
    this.#addParts(lexWords(this.#text.slice(start, end), start, { fields: this.#context.fields, notes: this.#notes, typedEnd }));
  }

  /** The fields that `title:` means before a phrase or a bracket; an unknown name is a word. */
  #fieldsNamed(name: string, presence: Presence, at: QuerySpan): readonly Field[] | null {
    if (name === '' || filterNamed(name)) return null;
    const known = this.#context.fields.find((field) => field === name.toLowerCase());
    if (known !== undefined) return [known];
    this.#notes.add(unknownName(name), at);
    if (presence === 'optional') {
      const start = this.#text.indexOf(name, at.start);
      this.#addParts(lexWords(name.replace(/[+~^*]/g, ' '), start, { fields: this.#context.fields, notes: this.#notes, typedEnd: Number.POSITIVE_INFINITY }));
    }
    return null;
  }

  /** `~2^3` behind a phrase, in either order; as with words, the last of a kind counts. */
  #takeModifiers(): { slop: number; boost: number } {
    let [slop, boost] = [0, 1];
    for (;;) {
      const start = this.#at;
      const between = this.#match(SLOP);
      if (between) {
        this.#at += between[0].length;
        slop = this.#limitPlaces(Number(between[1]), 0, this.#span(start, this.#at));
      } else if (this.#match(BOOST)) boost = this.#takeBoost();
      else return { slop, boost };
    }
  }

  #takeBoost(): number {
    const boost = this.#match(BOOST);
    if (!boost) return 1;
    const start = this.#at;
    this.#at += boost[0].length;
    return limitBoost(Number(boost[1]), this.#span(start, this.#at), this.#notes);
  }

  #limitPlaces(places: number, least: number, at: QuerySpan): number {
    const limited = Math.min(Math.max(places, least), LIMITS.queryDistance);
    if (limited !== places) this.#notes.add(`${quote(this.#text.slice(at.start, at.end))} was taken as ${limited}: distances are counted in words, from ${least} to ${LIMITS.queryDistance.toLocaleString('en')}.`, at);
    return limited;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text);
  }

  #span(start: number, end: number): QuerySpan {
    return { start, end };
  }
}

function presenceOf(sign: string | undefined): Presence {
  if (sign === '+') return 'required';
  return sign === '-' ? 'prohibited' : 'optional';
}

function unescape(text: string): string {
  return text.replace(/\\([\s\S]?)/g, '$1');
}

/**
 * A phrase's words as lunr's tokenizer parts them. What is no word (the `&` in "oil & lamp") takes a place in the index,
 * so it takes one here, but not before the first word and behind the last.
 */
function wordsOf(text: string): string[] {
  const words = lunr.tokenizer(spaceWords(text)).map(String);
  const isWord = (word: string) => /[\p{L}\p{M}\p{N}_]/u.test(word);
  return words.slice(Math.max(words.findIndex(isWord), 0), words.findLastIndex(isWord) + 1);
}
