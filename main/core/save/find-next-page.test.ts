import { expect, it } from 'vitest';
import { parseHtml } from '../extract/html/parse-html.ts';
import { elementsOf } from '../extract/html/walk-tree.ts';
import { findNextPage } from './find-next-page.ts';

const nextOf = (url: string, html: string) => findNextPage(elementsOf(parseHtml(html, { fragment: true })), url, url);

it.each([
  ['https://a.example/story', '<a rel="next" href="/story/2">Next</a>', 'https://a.example/story/2'],
  ['https://a.example/story/2', '<a href="/story">1</a> 2 <a href="/story/3">3</a>', 'https://a.example/story/3'],
  ['https://a.example/story?id=7', '<a href="?id=7&page=2">Next page »</a>', 'https://a.example/story?id=7&page=2'],
  ['https://a.example/story-2.html', '<a href="story-3.html">Weiter</a>', 'https://a.example/story-3.html'],
  ['https://a.example/story.html', '<a href="story-2.html">Suivant</a>', 'https://a.example/story-2.html'],
  ['https://a.example/a/page/4/', '<a href="/a/page/5/">›</a>', 'https://a.example/a/page/5/'],
])('finds the next page of %s', (url, html, wanted) => {
  expect(nextOf(url, html)).toBe(wanted);
});

it.each([
  ['https://a.example/story', '<a rel="next" href="/other-story">Next</a>'],
  ['https://a.example/story', '<a href="/story/2">Read the comments</a>'],
  ['https://a.example/story/2', '<a rel="next" href="/story/4">Next</a>'],
  ['https://a.example/story', '<a rel="next" href="https://b.example/story/2">Next</a>'],
  ['https://a.example/story', '<a rel="next" href="javascript:next()">Next</a>'],
  ['https://a.example/story', '<a href="/story/2">5</a>'],
  ['https://a.example/2024/05/story', '<a rel="next" href="/2024/06/story">Next</a>'],
])('finds none at %s in %s', (url, html) => {
  expect(nextOf(url, html)).toBeUndefined();
});
