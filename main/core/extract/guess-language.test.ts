import { describe, expect, it } from 'vitest';
import { SAMPLES } from './charset/charset-samples.ts';
import { guessLanguage } from './guess-language.ts';

describe('guessLanguage', () => {
  const { zhHant, ...samples } = SAMPLES;
  for (const [language, text] of [...Object.entries(samples), ['zh', zhHant] as const]) {
    it(`knows ${language} by one paragraph`, () => {
      const guess = guessLanguage(text);
      expect(guess?.language).toBe(language);
      expect(guess?.confidence).toBeGreaterThan(0.5);
    });
  }

  it('knows English', () => {
    expect(guessLanguage('The council said on Monday that the old mill would be turned into a school.')?.language).toBe('en');
  });

  it('does not guess without words', () => {
    expect(guessLanguage('')).toBeUndefined();
    expect(guessLanguage('12:30 — 14:00')).toBeUndefined();
    expect(guessLanguage('OK')).toBeUndefined();
  });
});
