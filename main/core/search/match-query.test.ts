import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '../base/random-runs.ts';
import { idOf, makeDocument, textArbitrary, type PlainDocument } from '../index/index-fixtures.ts';
import { analysisLanguage } from '../index/languages.ts';
import { SearchIndex } from '../index/search-index.ts';
import type { Filter } from '../store/article-filter.ts';
import { matchesNaively } from './naive-search.ts';
import type { BooleanNode, GroupNode, NearNode, NotNode, PhraseNode, QueryNode, SpanNode, TermNode } from './query-tree.ts';
import { pickFrom, runQuery } from './run-query.ts';

const at = { start: 0, end: 0 };
const word = fc.constantFrom('lamp', 'lamps', 'oil', 'oils', 'keeper', 'keeping', 'running', 'the', 'of', 'and', 'a', '&', 'u.s', 'café', 'москва', '北京', 'bat', 'nothing', 'kept', 'well');
const fields = fc.constantFrom<readonly ('title' | 'body' | 'byline')[]>(['title', 'body', 'byline'], ['title', 'body', 'byline'], ['body'], ['title']);

const term = fc.record({ text: word, fields, prefix: fc.boolean() }).map((own): TermNode => ({ kind: 'term', boost: 1, edits: 0, pattern: false, at, ...own }));
const phrase = fc
  .record({ words: fc.array(word, { minLength: 1, maxLength: 4 }), fields, asWritten: fc.boolean(), slop: fc.constantFrom(0, 0, 1, 3), prefix: fc.boolean() })
  .map((own): PhraseNode => ({ kind: 'phrase', boost: 1, at, ...own, prefix: own.prefix && !own.asWritten }));
const tag = fc.constantFrom('even', 'small').map((value): QueryNode => ({ kind: 'filter', filter: { name: 'tag', value }, at }));

const { node } = fc.letrec<{ span: SpanNode; node: QueryNode }>((tie) => ({
  span: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    term,
    phrase,
    fc.record({ ordered: fc.boolean(), distance: fc.integer({ min: 1, max: 6 }), left: tie('span'), right: tie('span') }).map((own): NearNode => ({ kind: 'near', at, ...own })),
    fc.array(tie('span'), { minLength: 1, maxLength: 3 }).map((parts): SpanNode => ({ kind: 'or', parts, at })),
  ),
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    { weight: 3, arbitrary: tie('span') },
    tag,
    fc.record({ kind: fc.constantFrom('and', 'or'), parts: fc.array(tie('node'), { minLength: 1, maxLength: 3 }) }).map((own): BooleanNode => ({ at, ...own })),
    tie('node').map((part): NotNode => ({ kind: 'not', part, at })),
    fc
      .array(fc.record({ presence: fc.constantFrom('optional', 'optional', 'required', 'prohibited'), node: tie('node') }), { maxLength: 4 })
      .map((items): GroupNode => ({ kind: 'group', items, at })),
  ),
}));

const passes = (n: number, filter: Filter) => 'value' in filter && (filter.value === 'even' ? n % 2 === 0 : n < 5);

function answer(index: SearchIndex, root: QueryNode, rows: readonly number[]): string[] {
  const run = runQuery(index, root, (asked) => rows.filter((n) => passes(n, asked)));
  return pickFrom(run, 'newest', 1_000).best.map(({ live, doc }) => live.segment.documents.id(doc));
}

const article = fc.record({ title: textArbitrary, body: textArbitrary, language: fc.constantFrom('en', 'en', 'en', 'de', 'zh') });

describe('matching', () => {
  it('finds phrases, neighbours, brackets and filters where reading every text finds them', () => {
    fc.assert(
      fc.property(fc.array(fc.array(article, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }), fc.nat(20), node, (batches, gone, root) => {
        const index = new SearchIndex();
        let n = 0;
        const documents: PlainDocument[] = batches.flatMap((batch) => {
          const numbered = batch.map((own) => ({ ...own, n: (n += 1) }));
          index.add(numbered.map(makeDocument));
          return numbered;
        });
        index.remove(gone);
        const left = documents.filter((document) => document.n !== gone);
        const languages = [...new Set(left.map(({ language = 'en' }) => analysisLanguage(language)))];
        const wanted = left.filter((document) => matchesNaively(root, document, languages, passes));
        expect(answer(index, root, left.map((document) => document.n)).toSorted()).toEqual(wanted.map((document) => idOf(document.n)).toSorted());
      }),
      { numRuns: randomRuns(300) },
    );
  });

  it('finds nothing, as lunr does, in an article of nothing but punctuation', () => {
    const index = new SearchIndex();
    const texts = ['\u{1f600} --', 'lamp', 'the'];
    index.add(texts.map((body, doc) => makeDocument({ n: doc + 1, body })));
    const root: TermNode = { kind: 'term', text: '*', fields: ['body'], boost: 1, edits: 0, pattern: true, prefix: false, at };
    const { best } = pickFrom(runQuery(index, { kind: 'and', parts: [root], at }, () => []), 'relevance', 9);
    expect(best.map(({ live, doc }) => live.segment.documents.id(doc))).toEqual([idOf(2)]);
  });
});
