import { expect, test } from 'vitest';
import { unflowText } from './unflow-text.ts';

test.each([
  ['one \ntwo \nthree\nfour', false, 'one two three\nfour'],
  ['one \n\ntwo', false, 'one \ntwo'],
  ['> a \n> b\n>> c \nd', false, '> a b\n>> c \nd'],
  ['over \ntext \n-- \nJane', false, 'over text \n-- \nJane'],
  [' stuffed \n From here', false, 'stuffed From here'],
  ['ab \ncd', true, 'abcd'],
  ['', false, ''],
])('%j', (text, dropSpace, expected) => {
  expect(unflowText(text, dropSpace)).toBe(expected);
});

test('is quick with one long paragraph', () => {
  const started = performance.now();
  unflowText('x \n'.repeat(300_000), false);
  expect(performance.now() - started).toBeLessThan(3_000);
});
