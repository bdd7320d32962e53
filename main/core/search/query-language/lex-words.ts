/// <reference path="../lunr-parser.d.ts" />
import lunr from 'lunr';
import { LIMITS } from '../../base/limits.ts';
import type { Field } from '../../index/fields.ts';
import type { Presence, QuerySpan } from '../query-tree.ts';
import { mendLexemes } from './mend-lexemes.ts';
import { quote, type QueryNotes } from './query-notes.ts';
import type { TermToken } from './query-token.ts';
import { spaceRun } from './space-run.ts';

/** A shorter beginning is the beginning of too much, whatever stands beside it. */
export const SHORTEST_PREFIX = 2;
/** Beside other words it is the beginning of too much up to here: it would only bring in what the others do not find. */
const SHORTEST_BESIDE_OTHERS = 3;

/** Whether the beginning of a word says enough beside other words. A letter of a script without capitals is often a syllable or a word. */
export function saysEnough(beginning: string): boolean {
  return beginning.length >= (/\p{Lo}/u.test(beginning) ? SHORTEST_PREFIX : SHORTEST_BESIDE_OTHERS);
}

export interface WordsContext {
  readonly fields: readonly Field[];
  readonly notes: QueryNotes;
  /** Where the text ends in the middle of a word that is being typed; otherwise infinite. */
  readonly typedEnd: number;
}

/**
 * Words with lunr's signs, read by lunr's own parser: one token for each of its clauses.
 *
 * @param run a piece of the query without quotes, brackets, operators and filters
 * @param start where it stands in the query
 */
export function lexWords(run: string, start: number, { fields, notes, typedEnd }: WordsContext): TermToken[] {
  const spaced = spaceRun(run);
  const lexer = new lunr.QueryLexer(spaced.text);
  lexer.run();
  // A backslash at the very end lets lunr's lexer look past it.
  const place = (from: number, to: number): QuerySpan => ({ start: start + spaced.origin(from), end: start + Math.min(run.length, spaced.origin(to)) });
  const lexemes = mendLexemes(lexer.lexemes, fields, (note, about) => notes.add(note, place(about.start, about.end)));
  const clauses = parseLexemes(lexemes, fields);
  return spansOf(lexemes).map(({ from, to, endsInWord }, index) => {
    const at = place(from, to);
    return toToken(clauses[index], at, endsInWord && at.end === typedEnd, { fields, notes });
  });
}

function parseLexemes(lexemes: lunr.QueryLexer.Lexeme[], fields: readonly Field[]): lunr.Query.Clause[] {
  const query = new lunr.Query([...fields]);
  const parser = new lunr.QueryParser('', query);
  parser.lexer = { run: () => {}, lexemes };
  return parser.parse().clauses;
}

interface LexemeSpan {
  readonly from: number;
  to: number;
  endsInWord: boolean;
}

/** Each clause has one TERM, what stands before it, and its modifiers. */
function spansOf(lexemes: readonly lunr.QueryLexer.Lexeme[]): LexemeSpan[] {
  const spans: LexemeSpan[] = [];
  let begun: number | undefined;
  for (const { type, start, end } of lexemes) {
    const last = spans.at(-1);
    if (type === 'PRESENCE' || type === 'FIELD') begun ??= start;
    else if (type === 'TERM') {
      spans.push({ from: begun ?? start, to: end, endsInWord: true });
      begun = undefined;
    } else if (last) {
      last.to = end;
      last.endsInWord = false;
    }
  }
  return spans;
}

function toToken(clause: lunr.Query.Clause | undefined, at: QuerySpan, typed: boolean, { fields, notes }: Pick<WordsContext, 'fields' | 'notes'>): TermToken {
  if (!clause) throw new Error('lunr makes one clause of each term');
  const { term: text, boost, usePipeline } = clause;
  const edits = clause.editDistance ?? 0;
  const presence = presenceOf(clause.presence);
  if (edits > LIMITS.queryEdits) notes.add(`Words are matched with up to ${LIMITS.queryEdits} changed letters, not ${edits}.`, at);
  return {
    type: 'term',
    text,
    fields: clause.fields.length === fields.length ? null : fields.filter((field) => clause.fields.includes(field)),
    boost: limitBoost(boost, at, notes),
    edits: Math.min(edits, LIMITS.queryEdits),
    pattern: !usePipeline,
    prefix: typed && usePipeline && presence !== 'prohibited' && text.length >= SHORTEST_PREFIX,
    presence,
    at,
  };
}

function presenceOf(presence: lunr.Query.presence): Presence {
  if (presence === lunr.Query.presence.REQUIRED) return 'required';
  return presence === lunr.Query.presence.PROHIBITED ? 'prohibited' : 'optional';
}

export function limitBoost(boost: number, at: QuerySpan, notes: QueryNotes): number {
  if (boost <= LIMITS.queryBoost) return boost;
  notes.add(`${quote(`^${boost}`)} is too much: it counts ${LIMITS.queryBoost.toLocaleString('en')} times.`, at);
  return LIMITS.queryBoost;
}
