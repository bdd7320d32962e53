import { expect, test } from 'vitest';
import { LIMITS } from '../../base/limits.ts';
import { guessTitle } from './guess-title.ts';

test('takes the first sentence', () => {
  expect(guessTitle('The ferry left late. Nobody knew why.\n\nMore.', 'a.html').title).toBe('The ferry left late');
  expect(guessTitle('渡し船は遅れて出た。誰も知らない。', 'a.html').title).toBe('渡し船は遅れて出た。');
});

test('cuts a long one at a word', () => {
  const { title } = guessTitle('harbour '.repeat(100), 'a.html');
  expect(title.length).toBeLessThanOrEqual(LIMITS.guessedTitleLength);
  expect(title).toMatch(/harbour…$/);
});

test('falls back on the name of the file, and is never empty', () => {
  expect(guessTitle('', 'ferry_runs_late.html')).toEqual({ title: 'ferry runs late', confidence: 0.2 });
  expect(guessTitle(' ', '.html').title).toBe('Untitled');
});
