import { FIELDS, type Field } from '../index/fields.ts';
import { describePart, describeQuery } from './query-language/describe-query.ts';
import type { FilterNode, GroupNode, NearNode, PhraseNode, QueryNode, SpanNode, TermNode } from './query-tree.ts';
import { suggest, type DropFacts, type PartFacts } from './suggest.ts';

/** What is asked of the index about parts of a query. */
export interface QueryFacts {
  /** How many articles match. */
  count(node: QueryNode): number;
  /** Words of the index that are spelt like this one, the likeliest first. */
  nearestWords(word: string): readonly { word: string; matches: number }[];
  /** A stop word in every language that the index has. */
  isCommon(word: string): boolean;
}

export interface Understood {
  /** The whole query in words. */
  readonly understood: string;
  /** Its words, phrases and filters with the articles that each of them matches by itself. */
  readonly parts: { text: string; matches: number }[];
  readonly suggestions: string[];
}

/** Says how a query was understood, how much of it is found, and what to ask instead where nothing is. */
export function explainQuery(root: GroupNode, total: number, facts: QueryFacts): Understood {
  const parts = new Map<string, PartFacts & { excluded: boolean }>();
  for (const { node, excluded } of listParts(root)) {
    const text = describePart(node);
    if (!parts.has(text)) parts.set(text, { ...learnAbout(node, text, facts), excluded });
  }
  const found = [...parts.values()];
  // Nobody needs advice how to leave out more.
  const wanted = found.filter(({ excluded }) => !excluded);
  return {
    understood: describeQuery(root),
    parts: found.map(({ text, matches }) => ({ text, matches })),
    suggestions: suggest(total, wanted, total === 0 ? learnDrops(root, facts) : []),
  };
}

/** What there is to say of a part. */
export function learnAbout(node: Part, text: string, facts: QueryFacts): PartFacts {
  const matches = facts.count(node);
  if (matches > 0 || node.kind === 'filter' || node.kind === 'near') return { text, matches, common: false, nearest: [], elsewhere: [] };
  const words = node.kind === 'phrase' ? node.words : isPlain(node) ? [node.text] : [];
  const unknown = words.filter((word) => !facts.isCommon(word) && facts.count(plainTerm(word)) === 0);
  return {
    text,
    matches,
    common: node.kind === 'term' && words.length > 0 && words.every((word) => facts.isCommon(word)),
    nearest: node.kind === 'term' && node.pattern ? shortenPattern(node, facts) : unknown.flatMap((asked) => facts.nearestWords(asked).slice(0, 1).map((near) => ({ asked, ...near }))),
    elsewhere: findElsewhere(node, facts),
  };
}

/** Longer endings are cut off in no language. */
const MOST_CUT = 5;
const LEAST_LETTERS = 3;

/** A pattern is held against stems: "intervene*" finds nothing where the stem is "interven". */
function shortenPattern(node: TermNode, facts: QueryFacts): { asked: string; word: string; matches: number }[] {
  const stars = /\**$/.exec(node.text)?.[0] ?? '';
  const letters = node.text.slice(0, node.text.length - stars.length);
  for (let cut = 1; cut <= MOST_CUT && letters.length - cut >= LEAST_LETTERS; cut += 1) {
    const word = letters.slice(0, -cut) + stars;
    const matches = facts.count({ ...node, text: word });
    if (matches > 0) return [{ asked: node.text, word, matches }];
  }
  return [];
}

function findElsewhere(node: TermNode | PhraseNode, facts: QueryFacts): { field: Field; matches: number }[] {
  const others = FIELDS.filter((field) => !node.fields.includes(field));
  return others.map((field) => ({ field, matches: facts.count({ ...node, fields: [field] }) })).filter(({ matches }) => matches > 0);
}

function isPlain({ pattern, edits }: TermNode): boolean {
  return !pattern && edits === 0;
}

function plainTerm(text: string): TermNode {
  return { kind: 'term', text, fields: FIELDS, boost: 1, edits: 0, pattern: false, prefix: false, at: { start: 0, end: 0 } };
}

/** What would be found without each one of the conditions that an article must meet. */
function learnDrops(root: GroupNode, facts: QueryFacts): DropFacts[] {
  return [...droppable(root)].map(({ node, excluded, rest }) => ({ text: describeCondition(node), excluded, matches: facts.count(rest) }));
}

/** Words as they are; what is said of articles with the word for them. */
export function describeCondition(node: QueryNode): string {
  if (node.kind === 'term' || node.kind === 'phrase' || node.kind === 'near') return describePart(node);
  return describeQuery({ kind: 'group', items: [{ presence: 'optional', node }], at: node.at });
}

type Drop = { readonly node: QueryNode; readonly excluded: boolean; readonly rest: QueryNode };

/** As long as something is asked for besides: nearly every article is without something. */
export function* droppable(root: GroupNode): Generator<Drop> {
  const [only] = root.items;
  if (only && root.items.length === 1 && only.node.kind === 'and') {
    const { node } = only;
    for (const part of node.parts) {
      const parts = node.parts.filter((other) => other !== part);
      if (parts.some(({ kind }) => kind !== 'not')) yield { ...positive(part), rest: { ...node, parts } };
    }
    return;
  }
  for (const item of root.items) {
    if (item.presence === 'optional' && item.node.kind !== 'filter') continue;
    const items = root.items.filter((other) => other !== item);
    if (items.some(({ presence }) => presence !== 'prohibited')) yield { node: item.node, excluded: item.presence === 'prohibited', rest: { ...root, items } };
  }
}

function positive(node: QueryNode): Pick<Drop, 'node' | 'excluded'> {
  return node.kind === 'not' ? { node: node.part, excluded: true } : { node, excluded: false };
}

type Part = TermNode | PhraseNode | NearNode | FilterNode;

/** The words, phrases, neighbours and filters of a query, with whether they are to be left out. */
export function* listParts(node: SpanNode | QueryNode, excluded = false): Generator<{ node: Part; excluded: boolean }> {
  switch (node.kind) {
    case 'term':
    case 'phrase':
    case 'filter':
      yield { node, excluded };
      return;
    case 'near':
      yield { node, excluded };
      yield* listParts(node.left, excluded);
      yield* listParts(node.right, excluded);
      return;
    case 'and':
    case 'or':
      for (const part of node.parts) yield* listParts(part, excluded);
      return;
    case 'not':
      yield* listParts(node.part, true);
      return;
    case 'group':
      for (const item of node.items) yield* listParts(item.node, excluded || item.presence === 'prohibited');
  }
}
