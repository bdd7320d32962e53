import type { Explanation } from '../../contract/search.ts';
import { describeCondition, droppable, learnAbout, listParts, type QueryFacts } from './explain-query.ts';
import type { GroupNode, QuerySpan } from './query-tree.ts';

export type Try = Explanation['tries'][number];

export interface TryFacts extends QueryFacts {
  /** How many articles a query as text matches; null where it cannot be taken as it stands. */
  countText(query: string): number | null;
}

/** A longer choice is not read. */
const MOST_TRIES = 5;

interface Edit {
  readonly at: QuerySpan;
  readonly instead: string;
}

/**
 * Queries to ask instead, each certain to find something: with words mended that no article has, with a field changed
 * and, where nothing was found, without a condition. They are the user's own text but for what is changed.
 *
 * @param root of `query`, not taken as half typed
 */
export function listTries(query: string, root: GroupNode, total: number, facts: TryFacts): Try[] {
  const parts = [...listParts(root)].filter(({ excluded }) => !excluded).map(({ node }) => ({ at: node.at, ...learnAbout(node, '', facts) }));
  const mended = parts.flatMap(({ at, nearest }) => {
    const piece = nearest.reduce((text, { asked, word }) => replaceWord(text, asked, word), query.slice(at.start, at.end));
    return piece === query.slice(at.start, at.end) ? [] : [{ at, instead: piece }];
  });
  const moved = parts.flatMap(({ at, elsewhere }) =>
    elsewhere.map(({ field }) => ({ at, instead: query.slice(at.start, at.end).replace(FIELD, (_, sign: string) => `${sign}${field}:`) })),
  );
  const tries = [applyEdits(query, mended), ...moved.map((edit) => applyEdits(query, [edit]))].map((text): Wanted => ({ kind: 'instead', text, query: text }));
  return checkTries([...tries, ...(total === 0 ? listDrops(query, root, facts) : [])], query, facts).slice(0, MOST_TRIES);
}

const FIELD = /^([+-]?\s*)(?:title|body|byline):/i;

/** A wish that may turn out to find nothing. */
interface Wanted extends Omit<Try, 'matches'> {
  /** What it must find, where that is known: a text cut in the wrong place would find something else. */
  readonly expected?: number;
}

function checkTries(wanted: readonly Wanted[], asked: string, facts: TryFacts): Try[] {
  const seen = new Set([asked]);
  return wanted.flatMap(({ kind, text, query, expected }) => {
    if (seen.has(query)) return [];
    seen.add(query);
    const matches = facts.countText(query);
    if (!matches || (expected !== undefined && matches !== expected)) return [];
    return [{ kind, text, query, matches }];
  });
}

function listDrops(query: string, root: GroupNode, facts: TryFacts): Wanted[] {
  const conditions = [...droppable(root)].map(({ node, excluded, rest }) => ({
    text: describeCondition(node),
    at: node.at,
    missing: !excluded && facts.count(node) === 0,
    expected: facts.count(rest),
  }));
  const missing = conditions.filter((condition) => condition.missing);
  const all: Wanted[] =
    missing.length < 2 || missing.length === conditions.length ? [] : [{ kind: 'without', text: missing.map(({ text }) => text).join(', '), query: cutAll(query, missing) }];
  const single = conditions.toSorted((a, b) => b.expected - a.expected).map(({ text, at, expected }): Wanted => ({ kind: 'without', text, query: cutAll(query, [{ at }]), expected }));
  return [...all, ...single];
}

function cutAll(query: string, conditions: readonly { readonly at: QuerySpan }[]): string {
  return conditions.toSorted((a, b) => b.at.start - a.at.start).reduce((text, { at }) => cutPart(text, at), query);
}

const OPERATOR_BEFORE = /(?:^|\s)(?:AND|OR)$/u;
const OPERATOR_BEHIND = /^\s*(?:AND|OR)(?=[\s(])/u;
const OPEN_BEFORE = /(?:[+-]\s*)?(?:[^\s:()"+-]+:)?\($/u;
const CLOSED_BEHIND = /^\s*\)(?:\^[\d.]+)?/u;

/** A query without one of its parts: with it go its sign, its NOT, the brackets around it alone and the operator that tied it to the rest. */
export function cutPart(query: string, { start, end }: QuerySpan): string {
  let before = withoutNot(query.slice(0, start));
  let behind = query.slice(end);
  while (OPEN_BEFORE.test(before) && CLOSED_BEHIND.test(behind)) {
    before = withoutNot(before.replace(OPEN_BEFORE, ''));
    behind = behind.replace(CLOSED_BEHIND, '');
  }
  if (OPERATOR_BEFORE.test(before)) before = before.replace(OPERATOR_BEFORE, '').trimEnd();
  else behind = behind.replace(OPERATOR_BEHIND, '');
  return `${before} ${behind.trimStart()}`.trim();
}

function withoutNot(text: string): string {
  return text.trimEnd().replace(/(?:(?:^|\s+)NOT)+$/u, '').replace(/[+-]$/, '').trimEnd();
}

function applyEdits(query: string, edits: readonly Edit[]): string {
  return edits.toSorted((a, b) => b.at.start - a.at.start).reduce((text, { at, instead }) => text.slice(0, at.start) + instead + text.slice(at.end), query);
}

/** The last such word of a piece: its field may have the same name. */
function replaceWord(piece: string, asked: string, word: string): string {
  const literal = asked.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  const found = [...piece.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'giu'))].at(-1);
  return found ? piece.slice(0, found.index) + word + piece.slice(found.index + found[0].length) : piece;
}
