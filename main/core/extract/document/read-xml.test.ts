import { expect, test } from 'vitest';
import { decodeXml, listXmlFields } from './read-xml.ts';

const texts = (xml: string): [string, string][] => listXmlFields(xml).map(({ name, text }) => [name, text]);

test('lists the elements that hold no others, with the element around each', () => {
  const xml = '<?xml version="1.0"?><m:meta><dc:title> Kiel &amp; Bj&#246;rk </dc:title><m:list m:of="x">no<m:item m:name="a">1</m:item><m:item/>no</m:list></m:meta>';
  const list = { name: 'm:list', attributes: { 'm:of': 'x' } };
  expect(listXmlFields(xml)).toEqual([
    { name: 'dc:title', attributes: {}, text: 'Kiel & Björk', parent: { name: 'm:meta', attributes: {} } },
    { name: 'm:item', attributes: { 'm:name': 'a' }, text: '1', parent: list },
    { name: 'm:item', attributes: {}, text: '', parent: list },
  ]);
});

test('expands no entity of the file', () => {
  const xml = '<!DOCTYPE m [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]><m><t>&b; &c; &lt;</t></m>';
  expect(texts(xml)).toEqual([['t', '&b; &c; <']]);
});

test('reads what is cut off as far as it goes', () => {
  expect(texts('<m><t>one</t><t>tw')).toEqual([['t', 'one'], ['t', 'tw']]);
});

test('decodes UTF-8 and, where it is marked, UTF-16', () => {
  expect(decodeXml(Buffer.from('\ufeff<é/>'))).toBe('<é/>');
  expect(decodeXml(Buffer.from('\ufeff<é/>', 'utf16le'))).toBe('<é/>');
  expect(decodeXml(Buffer.from('\ufeff<é/>', 'utf16le').swap16())).toBe('<é/>');
});
