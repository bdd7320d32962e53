import { expect, it } from 'vitest';
import { findAddresses } from './find-addresses.ts';

it.each([
  ['https://a.example/one\nhttp://b.example/two?x=1#y', ['https://a.example/one', 'http://b.example/two?x=1#y']],
  ['See https://a.example/story. And (https://b.example/wiki/Lamp_(oil)), then stop!', ['https://a.example/story', 'https://b.example/wiki/Lamp_(oil)']],
  ['[Lamp](https://a.example/lamp) <https://b.example/> "https://c.example/x"', ['https://a.example/lamp', 'https://b.example/', 'https://c.example/x']],
  ['twice https://a.example/ and https://a.example/', ['https://a.example/']],
  ['https://archive.example/web/2020/https://a.example/story', ['https://archive.example/web/2020/https://a.example/story']],
  ['見よhttps://a.example/漢字。次', ['https://a.example/漢字']],
  ['<a href="https://a.example/x?a=1&b=2">x</a>', ['https://a.example/x?a=1&b=2']],
  ['no address: ftp://a.example mailto:a@b.example javascript:alert(1) http:// https://', []],
])('finds the addresses in %j', (text, wanted) => {
  expect(findAddresses(text)).toEqual(wanted);
});
