import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '../base/random-runs.ts';
import { rulesOf } from './languages.ts';
import { Lexicon, WORD_KIND, WordList } from './lexicon.ts';
import { foldWord, splitWords } from './split-words.ts';

const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.constantFrom(' ', '-', '\u00a0', '\u3000', 'Lamp', 'THE', '"oil"', '北京今天', 'é', '\0', '_a_', 'ǅ', 'Σ', 'Ⓐ', 'x'.repeat(130)),
);

function read(lexicon: Lexicon, text: string): { form: string; kind: number; term: string }[] {
  const list = new WordList();
  const bytes = Buffer.from(text);
  lexicon.readText(bytes, bytes.length, 'en', list);
  return [...list.words.subarray(0, list.length)].map((word) => ({ form: lexicon.forms[word] ?? '', kind: lexicon.kinds[word] ?? -1, term: lexicon.termTexts[lexicon.terms[word] ?? -1] ?? '' }));
}

describe('a lexicon', () => {
  it('reads the words of bytes that splitting and folding the text gives', () => {
    const lexicon = new Lexicon();
    const { stem, isStopWord } = rulesOf('en');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const text = pieces.join('').toWellFormed();
        const words = [...splitWords(text)].map(({ start, end }) => foldWord(text.slice(start, end)));
        const wanted = words.map((form) => {
          if (form === '') return { form, kind: WORD_KIND.empty, term: '' };
          return isStopWord(form) ? { form, kind: WORD_KIND.stop, term: form } : { form, kind: WORD_KIND.term, term: stem(form) };
        });
        expect(read(lexicon, text)).toEqual(wanted);
      }),
      { numRuns: randomRuns(2_000) },
    );
  });
});
