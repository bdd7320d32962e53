import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '../base/random-runs.ts';
import { FIELDS } from '../index/fields.ts';
import { makeDocument, textArbitrary } from '../index/index-fixtures.ts';
import { SearchIndex } from '../index/search-index.ts';
import { makeMarker } from './mark-text.ts';
import { QueryMatcher } from './match-query.ts';
import type { NearNode, PhraseNode, TermNode } from './query-tree.ts';
import { SearchCosts } from './search-costs.ts';

const at = { start: 0, end: 0 };
const word = fc.constantFrom('lamp', 'lamps', 'oil', 'keeper', 'keeping', 'running', 'the', 'of', 'and', '&', 'u.s.', 'café', 'москва', '北京', 'bat', 'nothing', 'kept', 'well');
const fields = fc.constantFrom(FIELDS, FIELDS, ['body'] as const, ['title'] as const);
const term = fc
  .record({ text: fc.oneof(word, fc.constantFrom('la*', '*p', '*e*', 'ba*t', '*')), fields, edits: fc.constantFrom(0, 0, 0, 1, 2), prefix: fc.boolean() })
  .map((own): TermNode => ({ kind: 'term', boost: 1, pattern: own.text.includes('*'), at, ...own, prefix: own.prefix && !own.text.includes('*') }));
const phrase = fc
  .record({ words: fc.array(word, { minLength: 1, maxLength: 4 }), fields, asWritten: fc.boolean(), slop: fc.constantFrom(0, 0, 1, 3), prefix: fc.boolean() })
  .map((own): PhraseNode => ({ kind: 'phrase', boost: 1, at, ...own }));
const { span } = fc.letrec<{ span: TermNode | PhraseNode | NearNode }>((tie) => ({
  span: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    term,
    phrase,
    fc.record({ ordered: fc.boolean(), distance: fc.integer({ min: 1, max: 6 }), left: tie('span'), right: tie('span') }).map((own): NearNode => ({ kind: 'near', at, ...own })),
  ),
}));
const article = fc.record({ title: textArbitrary, body: textArbitrary, language: fc.constantFrom('en', 'en', 'de', 'zh', null) });

describe('an article', () => {
  it('has marks of a word, a phrase or neighbours just where the index finds them', () => {
    fc.assert(
      fc.property(fc.array(article, { minLength: 1, maxLength: 4 }), span, (articles, root) => {
        const index = new SearchIndex();
        const documents = articles.map((own, doc) => ({ ...own, n: doc + 1 }));
        index.add(documents.map(makeDocument));
        const matcher = new QueryMatcher(index, () => [], new SearchCosts());
        const marker = makeMarker(root, index.languages());
        const bits = matcher.match(root)[0]?.[0] ?? 0;
        const marked = documents.map(({ title, body, language }) => marker.mark(title, language, 'title').length + marker.mark(body, language, 'body').length > 0);
        expect(marked).toEqual(documents.map((_, doc) => (bits & (1 << doc)) !== 0));
      }),
      { numRuns: randomRuns(300) },
    );
  });
});
