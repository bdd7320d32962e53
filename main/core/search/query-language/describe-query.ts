import { FIELDS } from '../../index/fields.ts';
import type { GroupNode, NearNode, PhraseNode, QueryNode, SpanNode, TermNode } from '../query-tree.ts';
import { describeFilter, describeFilterDenied } from './describe-filter.ts';

/**
 * A part of a description. `words`: what an article holds, as in "with ...". `state`: what is said of the article
 * itself, as in "articles ...". `joined` needs brackets when it becomes a part of something else.
 */
interface Description {
  readonly as: 'words' | 'state';
  readonly text: string;
  readonly joined: boolean;
}

/** What a query asks for, in plain English: "articles with “lamp” and “oil”, published in 2025, not read yet". */
export function describeQuery(root: GroupNode): string {
  if (root.items.length === 0) return 'all articles';
  return `articles ${asState(describeGroup(root)).text}`;
}

/** A part of a query by itself, as it is shown beside its count. */
export function describePart(node: QueryNode): string {
  return describe(node).text;
}

function describe(node: QueryNode): Description {
  switch (node.kind) {
    case 'term':
    case 'phrase':
    case 'near':
      return describeSpan(node);
    case 'filter':
      return { as: 'state', text: describeFilter(node.filter), joined: false };
    case 'not':
      return deny(node.part);
    case 'and':
    case 'or':
      return join(node.parts.map(describe), node.kind);
    case 'group':
      return describeGroup(node);
  }
}

/**
 * Without required parts the optional ones are alternatives; beside required ones, or where something else already
 * chooses, they only raise what has them.
 */
function describeGroup({ items }: GroupNode): Description {
  const restricts = ({ node }: (typeof items)[number]) => node.kind === 'filter';
  const required = items.filter((item) => item.presence === 'required' && !restricts(item)).map(({ node }) => describe(node));
  const optional = items.filter((item) => item.presence === 'optional' && !restricts(item)).map(({ node }) => describe(node));
  const filters = items.filter((item) => item.presence !== 'prohibited' && restricts(item)).map(({ node }) => describe(node));
  const denied = items.filter(({ presence }) => presence === 'prohibited').map(({ node }) => deny(node));
  const clauses: Description[] = [];
  if (required.length > 0) clauses.push(join(required, 'and'));
  if (optional.length > 0) {
    const any = join(optional, 'or');
    clauses.push(required.length === 0 ? any : { as: 'state', text: `better ${bracketed(asState(any)).text}`, joined: false });
  }
  clauses.push(...denied, ...filters);
  const [only] = clauses;
  if (only && clauses.length === 1) return only;
  return { as: 'state', text: clauses.map((clause) => asState(clause).text).join(', '), joined: true };
}

function deny(node: QueryNode): Description {
  if (node.kind === 'filter') return { as: 'state', text: describeFilterDenied(node.filter), joined: false };
  const denied = bracketed(describe(node));
  return { as: 'state', text: `${denied.as === 'words' ? 'without' : 'not'} ${denied.text}`, joined: false };
}

function join(parts: readonly Description[], word: 'and' | 'or'): Description {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const as = parts.every((part) => part.as === 'words') ? 'words' : 'state';
  const texts = parts.map((part) => (as === 'words' ? bracketed(part) : asState(bracketed(part))).text);
  return { as, text: list(texts, word), joined: true };
}

function list(texts: readonly string[], word: 'and' | 'or'): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} ${word} ${texts.at(-1)}`;
}

function bracketed(part: Description): Description {
  return part.joined ? { ...part, text: `(${part.text})`, joined: false } : part;
}

function asState(part: Description): Description {
  return part.as === 'state' ? part : { ...part, as: 'state', text: `with ${part.text}` };
}

function describeSpan(node: SpanNode): Description {
  switch (node.kind) {
    case 'term':
      return { as: 'words', text: describeTerm(node), joined: false };
    case 'phrase':
      return { as: 'words', text: describePhrase(node), joined: false };
    case 'near':
      return describeNear(node);
    case 'or':
      return join(node.parts.map(describeSpan), 'or');
  }
}

function describeNear({ left, right, ordered, distance }: NearNode): Description {
  const [first, second] = [bracketed(describeSpan(left)).text, bracketed(describeSpan(right)).text];
  const words = distance === 1 ? 'side by side' : `within ${distance.toLocaleString('en')} words of each other`;
  if (!ordered) return { as: 'words', text: `${first} and ${second} ${words}`, joined: true };
  return { as: 'words', text: distance === 1 ? `${first} right before ${second}` : `${first} up to ${distance.toLocaleString('en')} words before ${second}`, joined: true };
}

function describeTerm({ text, edits, pattern, prefix, fields, boost }: TermNode): string {
  const word = `“${text}”`;
  const shape = () => {
    if (edits > 0) return `words like ${word} (up to ${edits} ${edits === 1 ? 'letter' : 'letters'} changed)`;
    if (pattern) return `words of the form ${word}`;
    return prefix ? `words that begin with ${word}` : word;
  };
  return shape() + describeFields(fields) + describeBoost(boost);
}

function describePhrase({ words, asWritten, slop, prefix, fields, boost }: PhraseNode): string {
  const phrase = `“${words.join(' ')}${prefix ? '…' : ''}”`;
  const shape = words.length === 1 && !asWritten ? phrase : `${asWritten ? 'the very words' : 'the phrase'} ${phrase}`;
  const between = slop === 0 ? '' : ` with up to ${slop.toLocaleString('en')} other ${slop === 1 ? 'word' : 'words'} between`;
  return shape + between + describeFields(fields) + describeBoost(boost);
}

function describeFields(fields: TermNode['fields']): string {
  return FIELDS.every((field) => fields.includes(field)) ? '' : ` in the ${list(fields, 'or')}`;
}

function describeBoost(boost: number): string {
  return boost === 1 ? '' : ` (counting ${boost.toLocaleString('en')} times)`;
}
