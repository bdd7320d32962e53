import { FIELDS } from '../index/fields.ts';
import { foldWord } from '../index/split-words.ts';
import { makeFuzzyTest, unitsOf } from './match-words.ts';
import type { QueryTerm, QueryTerms } from './query-terms.ts';
import type { TermNode } from './query-tree.ts';

/** Shorter words are like too many others. */
const SHORTEST = 3;
/** From this length on two letters may be wrong. */
const LONG = 6;
const MOST = 3;
/** An index term as it stands. */
const NODE = { kind: 'term', fields: FIELDS, boost: 1, edits: 0, pattern: true, prefix: false, at: { start: 0, end: 0 } } as const;

/**
 * Words of the articles that are spelt nearly like one that none has: fewest changed letters first, then the most
 * frequent.
 *
 * @returns each as it stands in articles, and the part of a query that finds it
 * @throws TooMuch
 */
export function findNearestWords(terms: QueryTerms, asked: string): { word: string; node: TermNode }[] {
  const form = foldWord(asked);
  if (form.length < SHORTEST) return [];
  for (const edits of form.length < LONG ? [1] : [1, 2]) {
    // Two languages' stems may lead to the same term.
    const found = [...new Set(terms.expand({ text: form, pattern: false, edits, prefix: false }).terms)];
    if (found.length === 0) continue;
    const best = found.toSorted((a, b) => countFields(b) - countFields(a) || (a.text < b.text ? -1 : 1)).slice(0, MOST);
    return best.map((term) => ({ word: likestForm(terms, term, form), node: { ...NODE, text: term.text } }));
  }
  return [];
}

function countFields({ frequencies }: QueryTerm): number {
  return FIELDS.reduce((sum, _, field) => sum + (frequencies[field] ?? 0), 0);
}

/** A stem is no word that people write: of the words that it stands for, the one that is likest to what was asked. */
function likestForm({ segments }: QueryTerms, { text, numbers }: QueryTerm, asked: string): string {
  const forms = new Set(
    segments.flatMap(({ segment }, at) => {
      const number = numbers[at] ?? -1;
      return number < 0 ? [] : segment.forms(segment.terms, text, segment.terms.table.record(number));
    }),
  );
  const sorted = [...forms].toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1));
  for (const edits of [1, 2]) {
    const test = makeFuzzyTest(asked, edits);
    const near = sorted.find((form) => test(unitsOf(form), 0, form.length));
    if (near !== undefined) return near;
  }
  return sorted[0] ?? text;
}
