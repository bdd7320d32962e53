import { expect, test } from 'vitest';
import { chooseAlternative } from './choose-alternative.ts';

test.each([
  ['html', 'The ferry left late.', 'The ferry left late. https://a.test/', false],
  ['text', 'The ferry left late', 'The ferry left late.', true],
  ['html', 'The ferry left late, with all that were on board of it, and came back at ten.', 'See this message in your browser.', true],
  ['text', '', 'The ferry left late.', false],
  ['html', 'The ferry left late.', '', false],
  ['text', 'ferry late', 'The ferry left late, with all that were on board.', false],
  ['both', 'This page tells of trains and of buses.', 'The ferry left late, with all that were on board.', false],
])('takes %s of %j and %j', (expected, html, text, isBare) => {
  expect(chooseAlternative({ html, text, isBare })).toBe(expected);
});
