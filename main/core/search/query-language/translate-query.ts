import { FIELDS } from '../../index/fields.ts';
import { parseQuery } from './parse-query.ts';
import { DIALECTS, type DatabaseName, type Dialect } from './translate-dialects.ts';
import { writeNode } from './translate-node.ts';
import { readForeign } from './translate-parse.ts';

export interface Translation {
  readonly from: DatabaseName;
  /** In Carrel's language. */
  readonly query: string;
  /** What could not be carried over, in words. */
  readonly lost: string[];
}

/** Of several languages that share a sign, the first is the likelier. */
const NAMES = ['Nexis', 'Factiva', 'ProQuest'] as const;

/** The translation of a query that was written for a news database; null for one that has nothing of theirs. Never fails. */
export function translateQuery(text: string): Translation | null {
  const from = recognise(text);
  if (!from) return null;
  const { node, lost } = readForeign(text, DIALECTS[from]);
  const query = node ? writeNode(node) : '';
  if (query === '' || query === text.trim()) return null;
  const { notes } = parseQuery(query, { fields: FIELDS, typing: false, now: new Date() });
  return { from, query, lost: [...new Set([...lost, ...notes])] };
}

function recognise(text: string): DatabaseName | undefined {
  // What stands in quotation marks is looked for and says nothing of the language.
  const bare = text.replace(/["“”][^"“”]*["“”]/gu, ' x ');
  const scores = NAMES.map((name) => ({ name, score: scoreOf(bare, DIALECTS[name]) }));
  const best = scores.toSorted((a, b) => b.score - a.score)[0];
  // NEAR/5 is our own, too.
  if (!best || best.score === 0 || (best.name === 'ProQuest' && !DIALECTS.ProQuest.signs.slice(0, -1).some((sign) => matches(bare, sign)))) return undefined;
  return best.name;
}

function scoreOf(text: string, { signs }: Dialect): number {
  return signs.reduce((sum, sign) => sum + [...text.matchAll(sign)].length, 0);
}

function matches(text: string, sign: RegExp): boolean {
  return !text.matchAll(sign).next().done;
}
