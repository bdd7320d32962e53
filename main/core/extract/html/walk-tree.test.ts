import { expect, test } from 'vitest';
import { parseHtml } from './parse-html.ts';
import { elementsOf, hasMoreTextThan, rawTextOf, textOf } from './walk-tree.ts';

const tree = parseHtml('<div>One <b>two</b>,<script>let a</script></div><p>three</p>', { fragment: true });

test('lists elements in the order of the page', () => {
  expect(elementsOf(tree).map(({ tagName }) => tagName)).toEqual(['div', 'b', 'script', 'p']);
});

test('gives the words on one line, those of scripts only when asked', () => {
  expect(textOf(tree)).toBe('One two, three');
  const script = elementsOf(tree).find(({ tagName }) => tagName === 'script');
  expect(script === undefined ? undefined : [textOf(script), rawTextOf(script)]).toEqual(['', 'let a']);
});

test('knows how much text there is without reading all of it', () => {
  expect(hasMoreTextThan(tree, 10)).toBe(true);
  expect(hasMoreTextThan(tree, 100)).toBe(false);
});
