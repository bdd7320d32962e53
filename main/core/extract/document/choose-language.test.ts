import { expect, test } from 'vitest';
import { chooseLanguage } from './choose-language.ts';

const DUTCH = 'De voorzitter van de gemeenteraad heeft gisteren bekendgemaakt dat het nieuwe station pas volgend jaar wordt geopend.';

test('keeps what the file states where the text agrees or says nothing', () => {
  expect(chooseLanguage('nl_BE', DUTCH)).toEqual({ language: 'nl-BE', confidence: undefined });
  expect(chooseLanguage('en-GB', '42')).toEqual({ language: 'en-GB', confidence: undefined });
});

test('believes a clear text more than the file', () => {
  expect(chooseLanguage('en-US', DUTCH)).toEqual({ language: 'nl', confidence: expect.any(Number) });
});

test('guesses where the file states none, and invents none', () => {
  expect(chooseLanguage(undefined, DUTCH).language).toBe('nl');
  expect(chooseLanguage('no language', '42')).toEqual({ language: undefined, confidence: undefined });
});
