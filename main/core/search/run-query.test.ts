import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDocument, textArbitrary, type PlainDocument } from '../index/index-fixtures.ts';
import { SearchIndex } from '../index/search-index.ts';
import { askLunr, makeLunr, parseWithLunr, treeOfClauses } from './lunr-oracle.ts';
import { pickFrom, runQuery } from './run-query.ts';

const WORDS = ['lamp', 'lamps', 'oil', 'keeper', 'running', 'ran', 'the', 'well', 'café', 'москва', 'a1b2', 'constructor', '__proto__', 'bat', 'tab', 'nothing', 'u.s', 'l*', '*p', 'k*r', '*', 'b*t*', '*а*'];
const word = fc.constantFrom(...WORDS);
const clause = fc
  .record({
    presence: fc.constantFrom('', '', '', '+', '-'),
    field: fc.constantFrom('', '', '', 'title:', 'body:', 'byline:'),
    word,
    edits: fc.constantFrom('', '', '', '~1', '~2', '~3'),
    boost: fc.constantFrom('', '', '', '^2', '^0', '^10'),
  })
  .map(({ presence, field, word: text, edits, boost }) => `${presence}${field}${text}${edits}${boost}`);
const question = fc.array(clause, { maxLength: 4 }).map((clauses) => clauses.join(' '));

const content = (languages: readonly (string | null)[]) => fc.record({ title: textArbitrary, body: textArbitrary, byline: textArbitrary, language: fc.constantFrom(...languages) });
/** Puts, removals and merges, over few articles so that they meet. */
const edits = (languages: readonly (string | null)[]) =>
  fc.array(fc.oneof({ weight: 4, arbitrary: fc.record({ put: content(languages), n: fc.integer({ min: 1, max: 12 }) }) }, { weight: 1, arbitrary: fc.record({ remove: fc.integer({ min: 1, max: 12 }) }) }), { minLength: 1, maxLength: 30 });

type Edit = { put: Omit<PlainDocument, 'n'>; n: number } | { remove: number };

function replay(list: readonly Edit[]): { index: SearchIndex; documents: PlainDocument[] } {
  const index = new SearchIndex();
  const documents = new Map<number, PlainDocument>();
  for (const edit of list) {
    if ('remove' in edit) {
      index.remove(edit.remove);
      documents.delete(edit.remove);
    } else {
      const document = { ...edit.put, n: edit.n };
      index.add([makeDocument(document)]);
      documents.set(edit.n, document);
    }
  }
  return { index, documents: [...documents.values()] };
}

function ask(index: SearchIndex, root: ReturnType<typeof treeOfClauses>): Map<string, number> {
  const { best } = pickFrom(runQuery(index, root, () => []), 'relevance', 1_000);
  return new Map(best.map(({ live, doc, score }) => [live.segment.documents.id(doc), score]));
}

/** lunr's answer and ours: scores by id, in the same order. */
function askBoth(list: readonly Edit[], text: string): { wanted: [string, number][]; found: [string, number][] } {
  const query = parseWithLunr(text);
  fc.pre(query !== undefined);
  const { index, documents } = replay(list);
  fc.pre(documents.length > 0);
  const sorted = (answer: Map<string, number>) => [...answer].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { wanted: sorted(askLunr(makeLunr(documents, !text.includes('~')), query)), found: sorted(ask(index, treeOfClauses(query))) };
}

/** Equal but for what adding up in another order loses. */
const close = (wanted: [string, number][]) => wanted.map(([id, score]): [string, unknown] => [id, expect.closeTo(score, 9)]);

describe('running a query', () => {
  it('finds what a fresh lunr index of the same articles finds, with its scores, after any edits', () => {
    fc.assert(
      fc.property(edits(['en']), question, (list, text) => {
        const { wanted, found } = askBoth(list, text);
        expect(found).toEqual(close(wanted));
      }),
    );
  });

  it('does so over several languages', () => {
    // Of a required word with several stems, one that no article has is one too many for lunr; see makeLunr.
    const plain = question.filter((text) => !(text.includes('+') && text.includes('~')));
    fc.assert(
      fc.property(edits(['en', 'de', 'fr', 'ru', 'zh', null, 'xx']), plain, (list, text) => {
        const { wanted, found } = askBoth(list, text);
        expect(found).toEqual(close(wanted));
      }),
    );
  });
});
