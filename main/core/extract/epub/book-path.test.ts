import { expect, test } from 'vitest';
import { resolveInBook } from './book-path.ts';

test.each([
  ['c2.xhtml#n1', 'OPS/text/c1.xhtml', 'OPS/text/c2.xhtml', 'n1'],
  ['../img/a%20b.png', 'OPS/text/c1.xhtml', 'OPS/img/a b.png', ''],
  ['/media/a.png', 'OPS/c1.xhtml', 'media/a.png', ''],
  ['../../../../etc/passwd', 'OPS/c1.xhtml', 'etc/passwd', ''],
  ['#n%C3%A4', '一/二.xhtml', '一/二.xhtml', 'nä'],
  ['100%.png', 'c1.xhtml', '100%.png', ''],
])('%j in %j is %j', (href, from, path, fragment) => {
  expect(resolveInBook(href, from)).toEqual({ path, fragment });
});

test.each(['https://a.test/', 'file:///etc/passwd', 'mailto:a@b.test', 'javascript:x', '//a.test/x'])('%s is outside of the book', (href) => {
  expect(resolveInBook(href, 'c1.xhtml')).toBeUndefined();
});
