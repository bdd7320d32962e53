import { expect, test } from 'vitest';
import { fileNameOfAddress } from './file-name-of-address.ts';

test.each([
  ['https://a.example/news/ferry', 'html', 'ferry.html'],
  ['https://a.example/news/ferry.php?id=1#top', 'html', 'ferry.html'],
  ['https://a.example/', 'html', 'a.example.html'],
  ['https://a.example/paper.pdf', 'pdf', 'paper.pdf'],
  ['https://a.example/paper', 'pdf', 'paper.pdf'],
  ['https://a.example/caf%C3%A9%2F..%2Fetc', 'html', 'café .. etc.html'],
  ['https://a.example/100%', 'html', '100%.html'],
])('names a page by its address: %s', (address, ending, name) => {
  expect(fileNameOfAddress(address, ending)).toBe(name);
});
