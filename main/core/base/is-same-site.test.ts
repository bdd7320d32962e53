import { expect, it } from 'vitest';
import { isSameSite } from './is-same-site.ts';

it.each([
  ['https://www.paper.example/a', 'https://paper.example/b', true],
  ['https://edition.paper.example/a', 'https://www.paper.example/b', true],
  ['https://m.paper.example/a', 'https://www.paper.example/b', true],
  ['https://paper.example.evil.example/', 'https://paper.example/', false],
  ['https://evilpaper.example/', 'https://paper.example/', false],
  ['https://one.blogs.example/', 'https://two.blogs.example/', false],
  ['https://m.example/', 'https://paper.example/', false],
  ['https://mobile.de/', 'https://paper.de/', false],
  ['https://m.mobile.de/', 'https://www.mobile.de/', true],
  ['https://m.co.uk/', 'https://paper.co.uk/', false],
  ['https://github.io/', 'https://paper.github.io/', false],
  ['https://www.paper.github.io/', 'https://paper.github.io/', true],
  ['http://127.0.0.1/', 'http://127.0.0.1:8080/', true],
  ['http://1.127.0.0.1/', 'http://127.0.0.1/', false],
  ['http://localhost/', 'http://localhost/x', true],
  ['nothing', 'https://paper.example/', false],
])('%s and %s are of one site: %s', (one, other, wanted) => {
  expect(isSameSite(one, other)).toBe(wanted);
});
