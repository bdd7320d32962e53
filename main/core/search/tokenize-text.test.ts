import fc from 'fast-check';
import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { spaceWords, termOf, tokenizeText } from './tokenize-text.ts';

/** The terms that lunr's own English chain gives a text of ASCII. */
function lunrTerms(text: string): string[] {
  const pipeline = new lunr.Pipeline();
  pipeline.add(lunr.trimmer, lunr.stopWordFilter, lunr.stemmer);
  return pipeline.run(lunr.tokenizer(text)).map(String).filter(Boolean);
}

describe('the words of a text', () => {
  it('have lunr\'s own terms wherever a text is ASCII', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[\x21-\x7e]{1,12}$/), { maxLength: 20 }), (words) => {
        const text = words.join(' ');
        expect(tokenizeText(text, new Map()).map(({ term }) => term).filter(Boolean)).toEqual(lunrTerms(text));
      }),
    );
  });

  it('stand where they say, without the punctuation around them', () => {
    const text = '«Les cafés», dit-elle, étaient “fermés”…';
    expect(tokenizeText(text, new Map()).map(({ start, end }) => text.slice(start, end))).toEqual(['Les', 'cafés', 'dit', 'elle', 'étaient', 'fermés']);
  });

  it('are found in scripts without spaces', () => {
    expect(spaceWords('北京今天下雪').trim().split(/\s+/).length).toBeGreaterThan(1);
    expect(spaceWords('no spaces added')).toBe('no spaces added');
    expect(tokenizeText('北京今天下雪', new Map()).map(({ term }) => term)).toContain('北京');
  });

  it('have no term when they are stop words', () => {
    expect([termOf('the'), termOf('lamps'), termOf('москва')]).toEqual(['', 'lamp', 'москва']);
  });
});
