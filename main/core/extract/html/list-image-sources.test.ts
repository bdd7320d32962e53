import { expect, test } from 'vitest';
import { listImageSources, readSet } from './list-image-sources.ts';
import { parseHtml } from './parse-html.ts';
import { elementsOf } from './walk-tree.ts';

function sources(html: string): string[] {
  const elements = elementsOf(parseHtml(html, { fragment: true }));
  const image = elements.find(({ tagName }) => tagName === 'img');
  return image === undefined ? [] : listImageSources(image, elements.find(({ tagName }) => tagName === 'picture'));
}

test('late-loaded addresses come before the blank that stands in', () => {
  expect(sources('<img src="blank.gif" data-src="real.jpg" data-original="other.jpg">')).toEqual(['real.jpg', 'other.jpg', 'blank.gif']);
});

test('larger pictures of a set come first, the picture around it counts', () => {
  expect(sources('<picture><source srcset="a.webp 400w, b.webp 800w"><img src=c.jpg srcset="d.jpg 1x, e.jpg 2x"></picture>')).toEqual(['e.jpg', 'd.jpg', 'b.webp', 'a.webp', 'c.jpg']);
});

test('a comma inside of an address ends nothing', () => {
  expect(readSet('data:image/png;base64,AAAA 1x, b,c.png 2x')).toEqual(['b,c.png', 'data:image/png;base64,AAAA']);
});

test('a picture without address has none', () => {
  expect(sources('<img alt=a src="">')).toEqual([]);
});
