import { expect, test } from 'vitest';
import { parseHtml } from './parse-html.ts';
import { textOfMath } from './text-of-math.ts';
import { elementsOf } from './walk-tree.ts';

test.each([
  ['<math alttext="x squared"><mi>x</mi></math>', 'x squared'],
  ['<math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math>', 'x^2'],
  ['<math><mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow></math>', 'x+1'],
  ['<math><mi>x</mi><style>y</style></math>', 'x'],
  ['<math></math>', ''],
])('%s reads %s', (html, text) => {
  const [math] = elementsOf(parseHtml(html, { fragment: true }));
  expect(math === undefined ? undefined : textOfMath(math)).toBe(text);
});
