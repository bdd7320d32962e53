import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SegmentBuilder } from './build-segment.ts';
import { makeDocument, textArbitrary } from './index-fixtures.ts';
import { Lexicon } from './lexicon.ts';
import { mergeSegments } from './merge-segments.ts';
import { Segment } from './segment.ts';
import { SECTIONS, type Sections } from './segment-file.ts';
import type { IndexDocument } from './index-document.ts';

function build(documents: readonly IndexDocument[]): Sections {
  const builder = new SegmentBuilder(new Lexicon());
  for (const document of documents) builder.add(document);
  return builder.finish();
}

const article = fc.record({ title: textArbitrary, body: textArbitrary, byline: textArbitrary, language: fc.constantFrom('en', 'de', 'zh', null), removed: fc.boolean() });

describe('merging segments', () => {
  it('gives, byte for byte, the segment that would have been built of all their documents', () => {
    fc.assert(
      fc.property(fc.array(fc.array(article, { maxLength: 5 }), { minLength: 1, maxLength: 5 }), (groups) => {
        let n = 0;
        const numbered = groups.map((group) => group.map((one) => ({ ...one, n: (n += 1) })));
        const inputs = numbered.map((group) => ({ segment: Segment.ofSections(build(group.map(makeDocument))), isRemoved: () => false }));
        const merged = mergeSegments(inputs);
        const whole = build(numbered.flat().map(makeDocument));
        expect(SECTIONS.filter((name) => !Buffer.from(merged[name]).equals(Buffer.from(whole[name])))).toEqual([]);
      }),
    );
  });

  it('leaves removed documents out as if they had never been there, but for forms of words that only they had', () => {
    fc.assert(
      fc.property(fc.array(article, { maxLength: 8 }), (articles) => {
        const numbered = articles.map((one, n) => ({ ...one, n }));
        const merged = mergeSegments([{ segment: Segment.ofSections(build(numbered.map(makeDocument))), isRemoved: (doc) => numbered[doc]?.removed === true }]);
        const whole = build(numbered.filter(({ removed }) => !removed).map(makeDocument));
        for (const name of ['lengths', 'terms', 'stopTerms', 'stopRecords'] as const) expect(Buffer.from(merged[name])).toEqual(Buffer.from(whole[name]));
      }),
    );
  });
});
