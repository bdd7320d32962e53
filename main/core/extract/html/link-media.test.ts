import { toHtml } from 'hast-util-to-html';
import { expect, test } from 'vitest';
import { linkMedia } from './link-media.ts';
import { parseHtml } from './parse-html.ts';
import type { Media } from './read-media.ts';

const link = (html: string, media: Partial<Media> = {}, hasPicture = false, copyOf: (media: Media) => string | undefined = () => undefined): string =>
  toHtml(
    linkMedia(parseHtml(html, { fragment: true }), {
      mediaOf: (src) => (src.startsWith('m') ? { label: 'Video', href: src === 'm' ? '../a.mp4' : `${src}.mp4`, files: [src], posters: [], ...media } : undefined),
      hasPicture: () => hasPicture,
      copyOf,
      base: 'https://harbour.example/news/ferry',
    }),
  );

test('links the picture that stands for it', () => {
  expect(link('<figure><img src=m><figcaption>Late</figcaption></figure>', {}, true)).toBe('<figure><a href="https://harbour.example/a.mp4"><img src="m" alt="Video"></a><figcaption>Late</figcaption></figure>');
});

test('says what it is where there is no picture', () => {
  expect(link('<div><img src=m></div>', { label: 'Audio' })).toBe('<div><p><a href="https://harbour.example/a.mp4" lang="en">Audio</a></p></div>');
  expect(link('<p>Look:<img src=m>there</p>')).toBe('<p>Look: <a href="https://harbour.example/a.mp4" lang="en">Video</a> there</p>');
});

test('keeps the picture of what leads nowhere, and else nothing of it', () => {
  expect(link('<div><img src=m></div>', { href: undefined }, true)).toBe('<div><img src="m" alt="Video"></div>');
  expect(link('<div><img src=m></div>', { href: undefined })).toBe('<div></div>');
  expect(link('<div><img src=m></div>', { href: 'mailto:a@b.example' })).toBe('<div></div>');
  expect(link('<div><img src=m></div>', { href: './Ferry_files/a.mp4' })).toBe('<div></div>');
  expect(link('<div><img src=m></div>', { href: 'F%C3%A4hre-Dateien/a.mp4' }, true)).toBe('<div><img src="m" alt="Video"></div>');
});

test('puts no link into a link', () => {
  expect(link('<a href="/x"><b><img src=m></b></a>', {}, true)).toBe('<a href="/x"><b><img src="m" alt="Video"></b></a>');
  expect(link('<a href="/x"><img src=m>Words</a>')).toBe('<a href="/x">Words</a>');
});

test('names the same player once, and leaves pictures alone', () => {
  expect(link('<div><img src=m1><img src=m1><img src=a><img src=m2></div>')).toBe(
    '<div><p><a href="https://harbour.example/news/m1.mp4" lang="en">Video</a></p><img src="a"><p><a href="https://harbour.example/news/m2.mp4" lang="en">Video</a></p></div>',
  );
});

test('plays what the library has a copy of, and says where it came from', () => {
  const copyOf = ({ files: [file] }: Media) => (file === 'm2' ? undefined : 'images/aa');
  const label = (name: string) => `<a href="https://harbour.example/${name}" lang="en">Video</a>`;
  expect(link('<figure><img src=m><figcaption>Late</figcaption></figure>', {}, true, copyOf)).toBe(
    `<figure><video src="images/aa" poster="m" controls preload="metadata">${label('a.mp4')}</video><figcaption>Late</figcaption></figure>`,
  );
  expect(link('<p>Hear:<img src=m></p>', { label: 'Audio', href: undefined }, true, copyOf)).toBe('<p>Hear:<audio src="images/aa" controls preload="metadata"></audio></p>');
  expect(link('<div><img src=m1><img src=m1><img src=m2></div>', {}, false, copyOf)).toBe(`<div><video src="images/aa" controls preload="metadata">${label('news/m1.mp4')}</video><p>${label('news/m2.mp4')}</p></div>`);
});

test('puts no player into a link', () => {
  expect(link('<a href="/x"><img src=m></a>', {}, true, () => 'images/aa')).toBe('<a href="/x"><img src="m" alt="Video"></a>');
});
