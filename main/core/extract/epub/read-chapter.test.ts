import { expect, test } from 'vitest';
import { attribute } from '../html/clean-attributes.ts';
import { elementsOf } from '../html/walk-tree.ts';
import { readChapter } from './read-chapter.ts';
import type { Chapter } from './read-chapter.ts';

const read = (xhtml: string | Buffer): Chapter => readChapter(Buffer.from(xhtml), 'OPS/text/c1.xhtml');

test('reads XHTML with its heading, language and pictures', () => {
  const chapter = read('<?xml version="1.0" encoding="utf-8"?><html xmlns="x" xml:lang="de"><head><title/></head><body><a id="p"/><h1>Die <i>Fähre</i></h1><p>Sie kam.</p><img src="../img/a.png"/><svg viewBox="0"><image xlink:href="/b.png"/></svg><img src="https://a.test/c.png"/></body></html>');
  expect(chapter).toMatchObject({ path: 'OPS/text/c1.xhtml', heading: 'Die Fähre', language: 'de', text: 'Die Fähre\n\nSie kam.' });
  expect(elementsOf(chapter.root).filter(({ tagName }) => tagName === 'img').map((image) => attribute(image, 'src'))).toEqual(['OPS/img/a.png', 'b.png', 'https://a.test/c.png']);
});

test('reads the charset that its first line names', () => {
  expect(read(Buffer.from('<?xml version="1.0" encoding="windows-1251"?><p>\xcf\xf0\xe8\xe2\xe5\xf2</p>', 'latin1')).text).toBe('Привет');
});

test('expands no entity of its own', () => {
  expect(read('<!DOCTYPE a [<!ENTITY x "yyyy"><!ENTITY z SYSTEM "file:///etc/passwd">]><html><body><p>a &x; &z; &amp;</p></body></html>').text).toBe('a &x; &z; &');
});

test('refuses a file that is too deep', () => {
  expect(() => read('<div>'.repeat(2_000))).toThrow(expect.objectContaining({ code: 'too-deep' }));
});
