import { LIMITS } from '../../base/limits.ts';
import { translateDate } from './translate-dates.ts';
import { LANGUAGES, OFTEN, type Dialect, type FieldMeaning } from './translate-dialects.ts';
import { lexForeign, type Token } from './translate-lex.ts';
import { join, type Node } from './translate-node.ts';

/** A query of a news database as a tree in Carrel's terms, and what of it was lost. */
export function readForeign(text: string, dialect: Dialect): { node: Node | undefined; lost: string[] } {
  const lost: string[] = [];
  const node = new ForeignParser(lexForeign(text, dialect), dialect, lost, 0).parse();
  return { node, lost };
}

class ForeignParser {
  readonly #tokens: readonly Token[];
  readonly #dialect: Dialect;
  readonly #lost: string[];
  readonly #depth: number;
  #next = 0;

  constructor(tokens: readonly Token[], dialect: Dialect, lost: string[], depth: number) {
    this.#tokens = tokens;
    this.#dialect = dialect;
    this.#lost = lost;
    this.#depth = depth;
  }

  parse(): Node | undefined {
    let node = this.#parseLevel(0, this.#depth);
    // A bracket too many.
    while (this.#next < this.#tokens.length) {
      this.#next += 1;
      node = join('AND', node, this.#parseLevel(0, this.#depth));
    }
    return node;
  }

  #parseLevel(level: number, depth: number): Node | undefined {
    const name = this.#dialect.precedence[level];
    if (name === undefined) return this.#parseRun(depth);
    let left = this.#parseLevel(level + 1, depth);
    for (let token = this.#tokens[this.#next]; token?.type === 'operator' && token.level === name; token = this.#tokens[this.#next]) {
      this.#next += 1;
      if (token.lost !== undefined) this.#lost.push(token.lost);
      const right = this.#parseLevel(level + 1, depth);
      if (name === 'not') left = right ? join('AND', left, { kind: 'not', part: right }) : left;
      else left = join(token.operator, left, right);
    }
    return left;
  }

  /** What stands side by side. */
  #parseRun(depth: number): Node | undefined {
    let run: Node | undefined;
    let words: string[] = [];
    const flush = () => {
      run = join('AND', run, phraseOf(words));
      words = [];
    };
    for (let token = this.#tokens[this.#next]; token && token.type !== 'close' && token.type !== 'operator'; token = this.#tokens[this.#next]) {
      this.#next += 1;
      if (token.type === 'word') {
        words.push(...this.#wordsOf(token.text));
        if (this.#dialect.adjoining === 'and') flush();
      } else {
        flush();
        run = join('AND', run, this.#parseOther(token, depth));
      }
    }
    flush();
    return run;
  }

  #parseOther(token: Token, depth: number): Node | undefined {
    if (token.type === 'phrase') return phraseOf(token.text.split(/\s+/u).flatMap((word) => this.#wordsOf(word)));
    if (token.type === 'field') return this.#parseField(token.name, token.meaning, token.value, depth);
    if (depth >= LIMITS.queryDepth) return undefined;
    const inside = this.#parseLevel(0, depth + 1);
    if (this.#tokens[this.#next]?.type === 'close') this.#next += 1;
    return inside;
  }

  #parseField(name: string, meaning: FieldMeaning, value: string, depth: number): Node | undefined {
    if (meaning.as === 'often') {
      this.#lost.push(`“${name}”: ${OFTEN}`);
      return undefined;
    }
    const content = value === '' ? this.#takeValue() : value;
    switch (meaning.as) {
      case 'field': {
        const part = this.#readInner(content, depth);
        return part && { kind: 'field', field: meaning.field, part };
      }
      case 'everywhere':
        this.#lost.push(`“${name}”: ${meaning.lost}`);
        return this.#readInner(content, depth);
      case 'nothing':
        this.#lost.push(`“${name}(${content})”: ${meaning.lost}`);
        return undefined;
      case 'site':
        return namesOf(content, (site) => `site:"${site}"`);
      case 'language':
        return this.#orLost(name, content, namesOf(content, (language) => languageOf(language)));
      case 'length':
        return this.#orLost(name, content, lengthOf(content));
      case 'date':
        return this.#orLost(name, content, this.#datesOf(content));
    }
  }

  #orLost(name: string, content: string, node: Node | undefined): Node | undefined {
    if (!node) this.#lost.push(`“${name}(${content})” was not understood`);
    return node;
  }

  #readInner(content: string, depth: number): Node | undefined {
    if (depth >= LIMITS.queryDepth) return undefined;
    return new ForeignParser(lexForeign(content, this.#dialect), this.#dialect, this.#lost, depth + 1).parse();
  }

  /** What follows `hd=`: a word, a phrase or a bracket, as text. */
  #takeValue(): string {
    const first = this.#tokens[this.#next];
    if (first?.type === 'word' || first?.type === 'phrase') {
      this.#next += 1;
      return first.type === 'word' ? first.text : `"${first.text}"`;
    }
    if (first?.type !== 'open') return '';
    const pieces: string[] = [];
    let open = 0;
    for (let token = this.#tokens[this.#next]; token; token = this.#tokens[this.#next]) {
      this.#next += 1;
      open += token.type === 'open' ? 1 : token.type === 'close' ? -1 : 0;
      pieces.push(textOf(token));
      if (open === 0) break;
    }
    return pieces.join(' ').replace(/^\( ?| ?\)$/gu, '');
  }

  #wordsOf(word: string): string[] {
    const { many, single } = this.#dialect;
    if (word.search(single) !== -1) this.#lost.push(`“${word}”: a sign for one letter was taken as one for any letters`);
    const text = word.replace(single, '*').replace(many, '*').replace(/\*+/gu, '*').replace(/[^\p{L}\p{M}\p{N}*'’.&/-]/gu, ' ');
    return text.split(' ').filter((piece) => /[\p{L}\p{N}]/u.test(piece));
  }

  #datesOf(content: string): Node | undefined {
    const range = /^\s*(.+?)\s+to\s+(.+?)\s*$/iu.exec(content) ?? /^\s*(\d{8})\s*-\s*(\d{8})\s*$/u.exec(content) ?? /^\s*(\d{4})\s*-\s*(\d{4})\s*$/u.exec(content);
    if (range) return this.#spanOf(range[1] ?? '', range[2] ?? '');
    const bounds = content.split(/\band\b/iu).map((part) => /^\s*\(?\s*(geq|leq|aft|bef|after|before|[<>]=?)?\s*\(?\s*([^()]+?)[\s)]*$/iu.exec(part));
    const texts = bounds.flatMap((bound) => {
      const date = bound && this.#dateOf(bound[2] ?? '');
      return date ? [`date:${compareOf(bound[1] ?? '')}${date}`] : [];
    });
    if (texts.length < bounds.length) return undefined;
    return texts.map((text): Node => ({ kind: 'text', text })).reduce<Node | undefined>((node, part) => join('AND', node, part), undefined);
  }

  #spanOf(first: string, last: string): Node | undefined {
    const [from, to] = [this.#dateOf(first), this.#dateOf(last)];
    return from && to ? { kind: 'text', text: `date:${from}..${to}` } : undefined;
  }

  #dateOf(written: string): string | undefined {
    const date = translateDate(written);
    if (date?.vague) this.#lost.push(`“${written.trim()}” was read as month/day/year`);
    return date?.text;
  }
}

function compareOf(word: string): string {
  const signs: Readonly<Record<string, string>> = { geq: '>=', leq: '<=', aft: '>', after: '>', bef: '<', before: '<' };
  return signs[word.toLowerCase()] ?? word;
}

function textOf(token: Token): string {
  switch (token.type) {
    case 'word':
      return token.text;
    case 'phrase':
      return `"${token.text}"`;
    case 'open':
      return '(';
    case 'close':
      return ')';
    case 'operator':
      return token.operator;
    case 'field':
      return token.value;
  }
}

/** Words side by side; with a wildcard among them no phrase can hold them. */
function phraseOf(words: readonly string[]): Node | undefined {
  const [first] = words;
  if (first === undefined) return undefined;
  if (words.some((word) => word.includes('*'))) return words.map(wordNode).reduce<Node | undefined>((node, part) => join('BEFORE/1', node, part), undefined);
  return words.length === 1 ? wordNode(first) : { kind: 'text', text: `"${words.join(' ')}"` };
}

/** A word that nothing takes for a sign or an operator. */
function wordNode(word: string): Node {
  const plain = /^[\p{L}\p{M}\p{N}*]+$/u.test(word) && !/^(?:AND|OR|NOT|NEAR|BEFORE)$/u.test(word);
  return { kind: 'text', text: plain ? word : `"${word.replaceAll('*', '')}"` };
}

function namesOf(content: string, write: (name: string) => string | undefined): Node | undefined {
  const names = content.split(/\bor\b|[;,]/iu).map((name) => name.replace(/["“”„()\\*!?]/gu, ' ').replace(/\s+/gu, ' ').trim()).filter((name) => name !== '');
  const texts = names.map(write);
  return texts.reduce<Node | undefined>((node, text) => (text === undefined ? node : join('OR', node, { kind: 'text', text })), undefined);
}

function languageOf(name: string): string | undefined {
  const code = LANGUAGES.get(name.toLowerCase()) ?? (/^[a-z]{2}$/iu.test(name) ? name.toLowerCase() : undefined);
  return code === undefined ? undefined : `lang:${code}`;
}

function lengthOf(content: string): Node | undefined {
  const parts = /^\s*(>=?|<=?|geq|leq)?\s*(\d{1,9})\s*$/iu.exec(content);
  return parts ? { kind: 'text', text: `words:${compareOf(parts[1] ?? '')}${parts[2]}` } : undefined;
}
