import { expect, test } from 'vitest';
import { takeFootnotes } from './take-footnotes.ts';

const take = (markdown: string): [string, unknown] => {
  const { body, notes } = takeFootnotes(markdown);
  return [body, Object.fromEntries(notes)];
};

test('takes notes out of a text', () => {
  expect(take('a[^1] b[^long].\n\n[^1]: One.\n[^long]: Two\ngoes on.\n\n    More.\n\nc')).toEqual(['a[^1] b[^long].\n\nc', { '1': 'One.', long: 'Two\ngoes on.\n\nMore.' }]);
});

test('leaves code and links alone', () => {
  const markdown = '```\n[^1]: code\n```\n\n[a]: https://a.test/\n';
  expect(take(markdown)).toEqual([markdown, {}]);
});
