import { describe, expect, test } from 'vitest';
import { decodeHtml, findDeclaredCharset } from './decode-html.ts';

const latin = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

describe('findDeclaredCharset', () => {
  test.each([
    ['<meta charset="windows-1251">', 'windows-1251'],
    ['<META CHARSET=Shift_JIS>', 'shift_jis'],
    [`<meta http-equiv='Content-Type' content='text/html; charset=euc-kr'>`, 'euc-kr'],
    ['<meta content="text/html;charset=gbk" http-equiv=content-type />', 'gbk'],
    ['<!-- <meta charset=gbk> --><meta charset=big5>', 'big5'],
    ['<meta charset=utf-16>', 'utf-8'],
    ['<meta charset=utf-7>', undefined],
    ['<meta name=description content="charset=gbk">', undefined],
    ['<p>charset=gbk</p>', undefined],
  ])('%s declares %s', (html, charset) => {
    expect(findDeclaredCharset(latin(html))).toBe(charset);
  });
});

describe('decodeHtml', () => {
  test('reads by the declaration', () => {
    expect(decodeHtml(latin('<meta charset=windows-1251><p>\xcf\xf0\xe8\xe2\xe5\xf2</p>')).text).toContain('Привет');
  });

  test('believes the file around a page more than the page', () => {
    expect(decodeHtml(latin('<meta charset=koi8-r><p>\xcf\xf0\xe8\xe2\xe5\xf2</p>'), 'windows-1251').text).toContain('Привет');
  });

  test('believes bytes that are UTF-8 more than the declaration', () => {
    expect(decodeHtml(new TextEncoder().encode('<meta charset=iso-8859-1><p>Zażółć gęślą jaźń</p>')).text).toContain('Zażółć');
  });

  test('skips stray NUL bytes of a page', () => {
    expect(decodeHtml(latin('<title>a</title><p>The\0 ferry\0 left</p>')).text).toBe('<title>a</title><p>The ferry left</p>');
  });

  test('refuses pictures that are named as pages', () => {
    expect(() => decodeHtml(latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01'))).toThrow(expect.objectContaining({ code: 'not-text' }));
  });
});
