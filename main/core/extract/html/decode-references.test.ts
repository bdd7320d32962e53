import { expect, test } from 'vitest';
import { decodeReferences } from './decode-references.ts';

test.each([
  ['Rock &amp; Roll', 'Rock & Roll'],
  ['It&#8217;s &lt;b&gt; &eacute;', 'It’s <b> é'],
  ['a < b & c', 'a < b & c'],
  ['<b>a</b> &amp; b', '<b>a</b> & b'],
])('%s', (text, decoded) => {
  expect(decodeReferences(text)).toBe(decoded);
});
