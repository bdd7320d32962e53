import { expect, test } from 'vitest';
import { segment } from './fixtures/place-text.ts';
import { measureBody } from './measure-body.ts';

test('takes the size and the font of most letters, not of most lines', () => {
  const lines = [segment('A', { size: 20, font: 'bold' }), segment('B', { size: 20, font: 'bold' }), segment('A long line of the text', { size: 9.9 })];
  expect(measureBody(lines)).toEqual({ size: 10, font: 'regular' });
});

test('has an answer for nothing', () => {
  expect(measureBody([]).size).toBeGreaterThan(0);
});
