import { expect, test } from 'vitest';
import { parseHtml } from './parse-html.ts';
import { readMedia, type Media } from './read-media.ts';
import { elementsOf } from './walk-tree.ts';

function read(html: string): Media | undefined {
  const [element] = elementsOf(parseHtml(html, { fragment: true }));
  return element && readMedia(element);
}

test.each([
  ['<video src=a.mp4 poster=b.jpg></video>', 'Video', 'a.mp4', ['b.jpg'], ['a.mp4']],
  ['<video poster="b.jpg" data-poster=" c.jpg "><source src="blob:x"><source src="//a.example/a.webm"><source src="a.mp4"></video>', 'Video', '//a.example/a.webm', ['c.jpg', 'b.jpg'], ['//a.example/a.webm', 'a.mp4']],
  ['<video data-src="https://a.example/a.mp4">Your browser shows none.</video>', 'Video', 'https://a.example/a.mp4', [], ['https://a.example/a.mp4']],
  ['<video src="blob:https://a.example/1" poster=b.jpg>', 'Video', undefined, ['b.jpg'], []],
  ['<audio controls><source src="/a.mp3"><p>None.</p></audio>', 'Audio', '/a.mp3', [], ['/a.mp3']],
  ['<iframe width="560" height="315" src="https://www.youtube.com/embed/abc"></iframe>', 'Video', 'https://www.youtube.com/watch?v=abc', [], []],
  ['<iframe src="about:blank" data-src="https://player.vimeo.com/video/1"></iframe>', 'Video', 'https://vimeo.com/1', [], []],
])('%s', (html, label, href, posters, files) => {
  expect(read(html)).toEqual({ label, href, posters, files });
});

test.each([
  '<video></video>',
  '<video src="blob:https://a.example/1"></video>',
  '<video src="data:video/mp4;base64,AAAA"></video>',
  '<audio src="javascript:probe()"></audio>',
  '<video title="Advertisement" src="a.mp4"></video>',
  '<video class="vjs-tech preroll" src="a.mp4" poster="b.jpg"></video>',
  '<iframe src="https://ads.example/a"></iframe>',
  '<iframe width=1 height=1 src="https://www.youtube.com/embed/abc"></iframe>',
  '<embed src="https://www.youtube.com/v/abc">',
  '<p>Words</p>',
])('%s is nothing to link to', (html) => {
  expect(read(html)).toBeUndefined();
});
