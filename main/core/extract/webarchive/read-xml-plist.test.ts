import { expect, test } from 'vitest';
import { readXmlPlist } from './read-xml-plist.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n';

test('reads dictionaries, lists, texts and data', () => {
  const xml = `${HEAD}<plist version="1.0"><dict><key>a</key><data>\n\tV29y\n\tZHM=\n</data><key>b &amp; c</key><array><string>x &lt; y</string><true/><dict/></array><key>n</key><integer>5</integer></dict></plist>`;
  expect(readXmlPlist(xml)).toEqual(new Map<string, unknown>([['a', Buffer.from('Words')], ['b & c', ['x < y', null, new Map()]], ['n', null]]));
});

test('expands no entity of its own', () => {
  const xml = '<!DOCTYPE plist [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><plist><string>&b;</string></plist>';
  expect(readXmlPlist(xml)).toBe('&b;');
});

test('refuses what is too deep, and what holds nothing', () => {
  expect(() => readXmlPlist(`<plist>${'<array>'.repeat(100)}`)).toThrow(expect.objectContaining({ code: 'too-deep' }));
  expect(() => readXmlPlist('<plist></plist>')).toThrow(expect.objectContaining({ code: 'malformed' }));
  expect(() => readXmlPlist(`<plist><array>${'<true/>'.repeat(250_000)}`)).toThrow(expect.objectContaining({ code: 'too-large' }));
});
