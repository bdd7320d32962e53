import { expect, test } from 'vitest';
import { cleanGlyphs, countMeaningless } from './clean-glyphs.ts';

test('writes ligatures as letters and odd spaces as spaces', () => {
  expect(cleanGlyphs('o\ufb03ce \ufb02ow\u00a0and\u2009\u2009rest')).toBe('office flow and rest');
});

test('keeps what letters are made of: accents in one piece, joiners, soft hyphens', () => {
  expect(cleanGlyphs('cafe\u0301 \u0915\u094d\u200d\u0937 co\u00adop')).toBe('caf\u00e9 \u0915\u094d\u200d\u0937 co\u00adop');
});

test('knows the bullets of symbol fonts and drops what means nothing', () => {
  expect(cleanGlyphs('\uf0b7 one\u0003\u200b\ufffd\ue123')).toBe('• one');
});

test('counts only what means nothing', () => {
  expect(countMeaningless('\uf0b7a\ue123\ufffd\u0002')).toBe(3);
});
