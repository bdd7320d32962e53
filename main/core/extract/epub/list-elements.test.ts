import { expect, test } from 'vitest';
import { listElements } from './list-elements.ts';

const list = (xml: string, ...names: string[]): unknown[] => listElements(xml, new Set(names)).map(({ name, text, parent, attributes }) => [name, text, parent, Object.fromEntries(attributes)]);

test('lists elements by their own names, in their order, with all their text', () => {
  expect(list('<p:a><dc:t x:id="1"> Ferry &amp;\n <b>late</b></dc:t><t/><u>no</u></p:a>', 't', 'b')).toEqual([
    ['t', 'Ferry & late', 'a', { id: '1' }],
    ['b', 'late', 't', {}],
    ['t', '', 'a', {}],
  ]);
});

test('expands no entity of the file', () => {
  expect(list('<!DOCTYPE a [<!ENTITY x "yyyy"><!ENTITY z SYSTEM "file:///etc/passwd">]><a>&x;&z;</a>', 'a')).toEqual([['a', '&x;&z;', undefined, {}]]);
});

test('reads what is cut off as far as it goes', () => {
  expect(list('<a><t>Fer', 't')).toEqual([['t', 'Fer', 'a', {}]]);
});

test('refuses lists without end', () => {
  expect(() => list('<a>'.repeat(1_000), 'a')).toThrow(expect.objectContaining({ code: 'too-deep' }));
  expect(() => list(`<a>${'<b/>'.repeat(300_000)}`, 'a')).toThrow(expect.objectContaining({ code: 'too-large' }));
});
