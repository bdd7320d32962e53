import type { Field } from '../../index/fields.ts';
import type { GroupNode, ParsedQuery, Presence, QueryNode, QuerySpan } from '../query-tree.ts';
import { arrangeFilters } from './arrange-filters.ts';
import { joinNear } from './join-near.ts';
import { lexQuery } from './lex-query.ts';
import { QueryNotes } from './query-notes.ts';
import type { OpenToken, OperatorToken, QueryToken } from './query-token.ts';
import { boostQuery, withoutPrefixes } from './rewrite-query.ts';

export interface QueryContext {
  /** Those that a word without `field:` is looked for in. */
  readonly fields: readonly Field[];
  /** The last word is not finished: it matches as a prefix, and nothing is said about what is missing at the end. */
  readonly typing: boolean;
  /** What `<30d` and `today` are counted from. */
  readonly now: Date;
}

/**
 * Takes a question apart: docs/query-language.md has the grammar. Text without quotation marks, brackets, operators and
 * filters gives exactly the clauses of lunr's own parser. Never fails: what is not understood is searched for as words
 * or left out, and a note says so.
 */
export function parseQuery(text: string, { fields, typing, now }: QueryContext): ParsedQuery {
  const notes = new QueryNotes(text, typing);
  const tokens = lexQuery(text, { fields, typing, now, notes });
  const root = new TokenParser(tokens, notes).parse(fields, { start: 0, end: text.length });
  return { root, notes: notes.list() };
}

interface Item {
  readonly presence: Presence;
  readonly node: QueryNode;
}

/** Tightest first: NEAR and BEFORE, NOT, AND, OR, side by side. Calls itself for brackets only, whose depth has a limit. */
class TokenParser {
  readonly #tokens: readonly QueryToken[];
  readonly #notes: QueryNotes;
  #next = 0;
  #fields: readonly Field[] = [];

  constructor(tokens: readonly QueryToken[], notes: QueryNotes) {
    this.#tokens = tokens;
    this.#notes = notes;
  }

  parse(fields: readonly Field[], at: QuerySpan): GroupNode {
    this.#fields = fields;
    const items = this.#parseItems();
    const [only] = items;
    // Brackets around the whole query say nothing.
    return { kind: 'group', items: items.length === 1 && only?.presence === 'optional' && only.node.kind === 'group' ? only.node.items : items, at };
  }

  #parseItems(): Item[] {
    const items: Item[] = [];
    for (let token = this.#peek(); token && token.type !== 'close'; token = this.#peek()) {
      const item = this.#parseChain('or');
      if (item) items.push(item);
      else this.#dropOperator();
    }
    return arrangeFilters(items);
  }

  /** `a OR b OR c`, or one level below `a AND b AND c`. */
  #parseChain(kind: 'or' | 'and'): Item | undefined {
    const parseOperand = () => (kind === 'or' ? this.#parseChain('and') : this.#parseNot());
    const first = parseOperand();
    if (!first) return undefined;
    const items = [first];
    for (let token = this.#peek(); token?.type === kind; token = this.#peek()) {
      this.#next += 1;
      const item = parseOperand();
      if (item) items.push(item);
      else this.#noteMissing(token, 'behind');
    }
    if (items.length === 1) return first;
    const parts = items.map(({ presence, node }): QueryNode => (presence === 'prohibited' ? { kind: 'not', part: withoutPrefixes(node), at: node.at } : node));
    // The first part's `+` stands for all of it; `-` has become a NOT.
    return { presence: first.presence === 'required' ? 'required' : 'optional', node: { kind, parts, at: spanOf(items.map(({ node }) => node)) } };
  }

  #parseNot(): Item | undefined {
    let negated = false;
    let last: OperatorToken | undefined;
    for (let token = this.#peek(); token?.type === 'not'; token = this.#peek()) {
      negated = !negated;
      last = token;
      this.#next += 1;
    }
    const item = this.#parseNear();
    if (!item) {
      if (last) this.#noteMissing(last, 'behind');
      return undefined;
    }
    if (!negated) return item;
    if (item.presence === 'prohibited') return { ...item, presence: 'optional' };
    return { presence: 'prohibited', node: withoutPrefixes(item.node) };
  }

  #parseNear(): Item | undefined {
    const first = this.#parsePart();
    if (!first) return undefined;
    let { presence, node } = first;
    for (let token = this.#peek(); token?.type === 'near'; token = this.#peek()) {
      this.#next += 1;
      const right = this.#parsePart();
      if (!right) {
        this.#noteMissing(token, 'behind');
        continue;
      }
      const operand: QueryNode = right.presence === 'prohibited' ? { kind: 'not', part: withoutPrefixes(right.node), at: right.node.at } : right.node;
      const joined = joinNear(node, operand, token, spanOf([node, operand]));
      if (joined.kind !== 'near') this.#notes.add(`Not everything beside “${token.text}” has a place in a text, so it was taken as AND.`, token.at);
      node = joined;
    }
    return { presence, node };
  }

  /** A word, a phrase, a filter or a bracket that holds something. */
  #parsePart(): Item | undefined {
    let token = this.#peek();
    for (; token?.type === 'open'; token = this.#peek()) {
      const bracket = this.#parseBracket(token);
      if (bracket) return bracket;
    }
    if (token?.type === 'filter') {
      this.#next += 1;
      return { presence: token.presence, node: { kind: 'filter', filter: token.filter, at: token.at } };
    }
    if (token?.type !== 'term' && token?.type !== 'phrase') return undefined;
    this.#next += 1;
    const { presence, fields: own } = token;
    const fields = own ?? this.#fields;
    if (token.type === 'term') {
      const { text, boost, edits, pattern, prefix, at } = token;
      return { presence, node: { kind: 'term', text, fields, boost, edits, pattern, prefix, at } };
    }
    const { words, boost, asWritten, slop, prefix, at } = token;
    return { presence, node: { kind: 'phrase', words, fields, boost, asWritten, slop, prefix, at } };
  }

  #parseBracket(open: OpenToken): Item | undefined {
    const outer = this.#fields;
    this.#fields = open.fields ?? outer;
    this.#next += 1;
    const items = this.#parseItems();
    this.#fields = outer;
    const close = this.#peek();
    if (close?.type !== 'close') throw new Error('The lexer pairs brackets');
    this.#next += 1;
    const at = { start: open.at.start, end: close.at.end };
    const [only] = items;
    if (!only) {
      this.#notes.add('Nothing stands between a pair of brackets, so they were left out.', at);
      return undefined;
    }
    const inside: QueryNode = items.length === 1 && only.presence !== 'prohibited' ? only.node : { kind: 'group', items, at };
    const node = close.boost === 1 ? inside : boostQuery(inside, close.boost);
    return { presence: open.presence, node: open.presence === 'prohibited' ? withoutPrefixes(node) : node };
  }

  #dropOperator(): void {
    const token = this.#peek();
    if (!token || token.type === 'close') return;
    this.#next += 1;
    if (token.type === 'and' || token.type === 'or' || token.type === 'near') this.#noteMissing(token, 'before');
  }

  #noteMissing({ text, at }: OperatorToken, where: 'before' | 'behind'): void {
    this.#notes.add(`Nothing to search for stands ${where} “${text}”, so it was left out.`, at);
  }

  #peek(): QueryToken | undefined {
    return this.#tokens[this.#next];
  }
}

function spanOf(nodes: readonly QueryNode[]): QuerySpan {
  return { start: Math.min(...nodes.map(({ at }) => at.start)), end: Math.max(...nodes.map(({ at }) => at.end)) };
}
