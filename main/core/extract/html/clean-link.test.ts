import { describe, expect, test } from 'vitest';
import { cleanLink, cleanPageUrl, fragmentOf } from './clean-link.ts';

describe('cleanLink', () => {
  test.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['mailto:desk@example.org', 'mailto:desk@example.org'],
    ['HTTP://EXAMPLE.org', 'http://example.org/'],
    ['https://user:word@example.org/', 'https://example.org/'],
  ])('keeps %s', (href, expected) => {
    expect(cleanLink(href, undefined)).toBe(expected);
  });

  test.each(['javascript:x', 'java\tscript:x', '\u0001javascript:x', 'data:text/html,x', 'vbscript:x', 'file:///x', 'blob:https://a/b', '/relative', '//host', '', 'https://'])('drops %j', (href) => {
    expect(cleanLink(href, undefined)).toBeUndefined();
  });

  test('resolves against the page', () => {
    expect(cleanLink('b?c', 'https://example.org/a/')).toBe('https://example.org/a/b?c');
    expect(cleanLink('//other.example/x', 'https://example.org/')).toBe('https://other.example/x');
  });

  test('drops addresses beyond any use', () => {
    expect(cleanLink(`https://example.org/${'a'.repeat(5_000)}`, undefined)).toBeUndefined();
  });
});

test('a page has a web address or none', () => {
  expect(cleanPageUrl(' https://example.org/a ')).toBe('https://example.org/a');
  expect(cleanPageUrl('mailto:a@example.org')).toBeUndefined();
  expect(cleanPageUrl('about:blank')).toBeUndefined();
});

describe('fragmentOf', () => {
  test.each([
    ['#a', undefined, 'a'],
    ['#caf%C3%A9', undefined, 'café'],
    ['#100%', undefined, '100%'],
    ['https://example.org/p#a', 'https://example.org/p', 'a'],
    ['p#a', 'https://example.org/p#b', 'a'],
    ['https://example.org/q#a', 'https://example.org/p', undefined],
    ['https://example.org/p#a', undefined, undefined],
    ['#', undefined, undefined],
  ])('%s on %s is %s', (href, page, fragment) => {
    expect(fragmentOf(href, page)).toBe(fragment);
  });
});
