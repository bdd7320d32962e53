import { expect, test } from 'vitest';
import { listPicturesBeside } from './list-pictures-beside.ts';

test('lists what a page may load from beside it, in all ways of naming it', () => {
  const html = `
    <img src="a.png"><IMG alt='<' SRC='b c.png'> <img src=d.png>
    <img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="lazy/e.jpg">
    <picture><source srcset="f-small.webp 400w, f-large.webp 800w"></picture>
    <img src="g%20h.png?x=1#y"><img src="i&amp;j.png"><a href="k.png">no picture</a>
    <video src="l.mp4" poster="m.png" data-poster='n.png'></video><img poster="o.png">`;
  expect(listPicturesBeside(html).toSorted()).toEqual(['a.png', 'd.png', 'f-large.webp', 'f-small.webp', 'g h.png', 'i&j.png', 'lazy/e.jpg', 'm.png', 'n.png']);
});

test('lists nothing that lies elsewhere', () => {
  expect(listPicturesBeside('<img src="https://a.example/a.png"><img src="/a.png"><img src="//a.example/a.png"><img src="">')).toEqual([]);
});

test('reads hostile markup in time that grows with its length', () => {
  const started = performance.now();
  for (const piece of ['<img ', '<img src="', '<img src=\'"', '<img data-a=', '<img srcset="a, ']) listPicturesBeside(piece.repeat(200_000));
  expect(performance.now() - started).toBeLessThan(5_000);
});
