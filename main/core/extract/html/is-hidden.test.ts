import { expect, test } from 'vitest';
import { isHidden } from './is-hidden.ts';
import { parseHtml } from './parse-html.ts';
import { elementsOf } from './walk-tree.ts';

const hides = (html: string): boolean => elementsOf(parseHtml(html, { fragment: true })).some(isHidden);

test.each(['<p hidden>a</p>', '<p style="color:red; DISPLAY : none">a</p>', '<p style="visibility:hidden">a</p>', '<p aria-hidden=true>a</p>'])('sees that %s is hidden', (html) => {
  expect(hides(html)).toBe(true);
});

test.each([
  '<p>a</p>',
  '<p hidden=until-found>a</p>',
  '<p style="display:block">a</p>',
  '<p aria-hidden=false>a</p>',
  '<span class="footnoteContent" style="display:none">a</span>',
  '<img aria-hidden=true src=a.png>',
  '<div hidden id="S:1f"><p>a</p></div>',
])('leaves %s', (html) => {
  expect(hides(html)).toBe(false);
});
