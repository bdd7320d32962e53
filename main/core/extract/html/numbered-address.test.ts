import { expect, test } from 'vitest';
import { numbersOf } from './numbered-address.ts';

test.each([
  ['https://a.example/ferry', 'https://a.example/ferry', 1],
  ['https://a.example/ferry/', 'https://a.example/ferry', 1],
  ['https://a.example/ferry/2', 'https://a.example/ferry', 2],
  ['https://a.example/ferry/page/3/', 'https://a.example/ferry', 3],
  ['https://a.example/ferry?page=2', 'https://a.example/ferry', 2],
  ['https://a.example/ferry?id=7&seite=2', 'https://a.example/ferry?id=7', 2],
  ['https://a.example/ferry-2.html', 'https://a.example/ferry.html', 2],
])('%s is a page of %s', (address, stem, number) => {
  expect(numbersOf(address)).toContainEqual({ stem, number });
});

test('what is no address is no page', () => {
  expect(numbersOf('ferry/2')).toEqual([]);
});
