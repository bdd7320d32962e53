import { expect, test } from 'vitest';
import { LIMITS } from '../../base/limits.ts';
import { checkDepth } from './check-depth.ts';

test.each([
  ['divs', '<div>'.repeat(100_000)],
  ['inline elements', '<span>'.repeat(50_000)],
  ['tables', '<table><tr><td>'.repeat(5_000)],
  ['end tags that a browser ignores', '<div><table><tr><td></div>'.repeat(5_000)],
  ['svg that html breaks out of', '<svg><div/></svg>'.repeat(5_000)],
  ['formatting of many kinds', Array.from({ length: 600 }, (_, index) => `<font color=${index}>`).join('')],
])('refuses nesting without end: %s', (_, html) => {
  const started = performance.now();
  expect(() => checkDepth(html)).toThrow(expect.objectContaining({ code: 'too-deep' }));
  expect(performance.now() - started).toBeLessThan(2_000);
});

test('refuses formatting that a parser would open again in every block', () => {
  const fonts = Array.from({ length: 400 }, (_, index) => `<font color=${index}>`).join('');
  expect(() => checkDepth(`<p>${fonts}${'<div>x</div>'.repeat(2_000)}`)).toThrow(expect.objectContaining({ code: 'too-large' }));
});

test('refuses more elements than an article has', () => {
  expect(() => checkDepth('<br>'.repeat(LIMITS.htmlElements + 1))).toThrow(expect.objectContaining({ code: 'too-large' }));
});

test.each([
  ['paragraphs', '<p>x'.repeat(20_000)],
  ['list items', `<ul>${'<li>x'.repeat(20_000)}</ul>`],
  ['cells', `<table>${'<tr><td>x<td>y'.repeat(5_000)}</table>`],
  ['line breaks', 'x<br>'.repeat(20_000)],
  ['bold that is never closed', '<p><b>x'.repeat(5_000)],
  ['markup inside of scripts', `<script>${'"<div>"'.repeat(5_000)}</script>`],
  ['markup inside of comments', `<!-- ${'<div>'.repeat(5_000)} -->`],
])('lets sloppy pages through: %s', (_, html) => {
  expect(() => checkDepth(html)).not.toThrow();
});
