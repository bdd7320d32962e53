/// <reference path="./lunr-parser.d.ts" />
import lunr from 'lunr';
import { spaceWords, splitWords, termOf } from './tokenize-text.ts';

/** lunr expands a fuzzy word into every misspelling: past this distance it takes seconds and finds nothing of use. */
const MOST_EDITS = 3;

export interface ParsedQuery {
  readonly query: lunr.Query;
  /** What was not taken as it was typed, in words. */
  readonly notes: readonly string[];
}

/**
 * lunr's query language, never an error: what its parser refuses (half-typed, an unknown field) is searched for as
 * plain words, and a note says so.
 *
 * @param typing the last word, if it is a plain one, matches as a prefix too
 */
export function parseQuery(text: string, fields: readonly string[], typing: boolean): ParsedQuery {
  const spaced = spaceWords(text).trim();
  const notes: string[] = [];
  const query = tryParse(spaced, fields) ?? parseWords(spaced, fields, notes);
  for (const clause of query.clauses) {
    if ((clause.editDistance ?? 0) <= MOST_EDITS) continue;
    notes.push(`Words are matched with up to ${MOST_EDITS} changed letters, not ${clause.editDistance}.`);
    clause.editDistance = MOST_EDITS;
  }
  if (typing && !/\s$/u.test(text)) addPrefix(query);
  return { query, notes };
}

function tryParse(text: string, fields: readonly string[]): lunr.Query | undefined {
  const query = new lunr.Query([...fields]);
  try {
    new lunr.QueryParser(text, query).parse();
    return query;
  } catch (error) {
    if (error instanceof lunr.QueryParseError) return undefined;
    throw error;
  }
}

function parseWords(text: string, fields: readonly string[], notes: string[]): lunr.Query {
  const query = new lunr.Query([...fields]);
  const words = splitWords(text.replace(/[^\p{L}\p{M}\p{N}\s_'’]+/gu, ' ')).map((word) => word.toLowerCase());
  for (const word of words) query.term(word, {});
  if (words.length > 0) notes.push(`This is not a complete query yet, so it was searched as words: ${words.join(', ')}.`);
  return query;
}

/** A required word is widened to what begins with its stem; for another the prefix is one more chance to match. */
function addPrefix(query: lunr.Query): void {
  const last = query.clauses.at(-1);
  if (!last || last.presence === lunr.Query.presence.PROHIBITED || last.editDistance || last.term.includes('*') || last.term.length < 2) return;
  const required = last.presence === lunr.Query.presence.REQUIRED;
  const stem = required ? termOf(last.term) || last.term : last.term;
  if (required) query.clauses.pop();
  query.clauses.push({ ...last, term: `${stem}*`, usePipeline: false });
}
