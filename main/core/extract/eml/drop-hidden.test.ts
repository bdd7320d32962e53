import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { parseHtml } from '../html/parse-html.ts';
import { dropHidden } from './drop-hidden.ts';

test.each([
  ['<p>a</p><div style="display:none; max-height:0px">teaser</div>', '<p>a</p>'],
  ['<div><span style="color:red;DISPLAY : NONE">x</span>a</div>', '<div>a</div>'],
  ['<p hidden>x</p>a', 'a'],
  ['<img src="x" width="1" height="1"><img src="y" style="width:1px;height:1px"><img src="z" height="0">', ''],
  ['<img src="x" width="100" height="10"><p style="display:block;max-height:none">a</p>', '<img src="x" width="100" height="10"><p style="display:block;max-height:none">a</p>'],
])('%s', (html, expected) => {
  expect(toHtml(dropHidden(parseHtml(html, { fragment: true })))).toBe(expected);
});
