import { expect, test } from 'vitest';
import { followOpenElements } from './follow-open-elements.ts';

function depthAfter(tags: string): number {
  const elements = followOpenElements();
  for (const [tag, slash, name = '', end] of tags.matchAll(/<(\/?)([a-z0-9]+)[^>]*?(\/?)>|[^<]+/gi)) {
    if (name === '') elements.text();
    else if (slash === '/') elements.close(name);
    else elements.open(name, tag, end === '/');
  }
  return elements.depth();
}

test('closes what a browser closes without being told', () => {
  expect(depthAfter('<ul><li>a<li>b<li>c')).toBe(2);
  expect(depthAfter('<p>a<p>b<div>c')).toBe(1);
  expect(depthAfter('<table><tr><td>a<td>b<tr><td>c')).toBe(3);
  expect(depthAfter('<dl><dt>a<dd>b<dt>c')).toBe(2);
  expect(depthAfter('<br><img><hr><input>')).toBe(0);
});

test('knows no element by what every object of this language has', () => {
  expect(depthAfter('<table><tr><td><constructor>a')).toBe(4);
});

test('does not believe end tags that a browser ignores', () => {
  expect(depthAfter('<div><table><tr><td></div>')).toBe(4);
  expect(depthAfter('<div><span></div></span>')).toBe(0);
  expect(depthAfter('<span><div></span>')).toBe(2);
  expect(depthAfter('<svg><div/></svg>')).toBe(1);
});

test('opens formatting again after a block, at most three equal ones', () => {
  expect(depthAfter('<p><b>a</p>')).toBe(0);
  expect(depthAfter('<p><b>a</p>b')).toBe(1);
  expect(depthAfter('<p><b><b><b><b><b>a</p>b')).toBe(3);
});

test('keeps a block open when the formatting around it ends', () => {
  expect(depthAfter('<b><div></b>')).toBe(1);
});
