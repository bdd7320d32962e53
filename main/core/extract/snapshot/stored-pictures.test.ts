import { expect, it } from 'vitest';
import { z } from 'zod';
import { extractHtml } from '../html/extract-html.ts';
import { makeSnapshot } from './make-snapshot.ts';

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAIAAAACUFjqAAAAEklEQVR42mNgYGD4jxuNSuNCAC0pY50x7xTaAAAAAElFTkSuQmCC', 'base64');
const OTHER = Buffer.concat([PNG, Buffer.from('other')]);
const SENTENCE = 'The ferry left the harbour an hour late, and nobody on the quay could say why. ';
const page = `<html><head><title>Ferry</title></head><body><img src="logo.png"><article><h1>Ferry</h1><p>${SENTENCE.repeat(4)}</p><figure><img src="ferry%20files/a.png?v=1"></figure><p>${SENTENCE.repeat(4)}</p><figure><img src="gone.png"></figure><figure><img src="data:image/png;base64,${PNG.toString('base64')}"></figure><p>${SENTENCE.repeat(4)}</p><figure><img src="ferry files/b.png"></figure></article></body></html>`;
const FILES = new Map([['ferry files/a.png', OTHER], ['ferry files/b.png', PNG]]);

/** The page as it was, of an article that was imported with these files beside it. */
function show(url: string | undefined, change = (html: string) => html): (string | undefined)[] {
  const { html, images, extra } = extractHtml(page, { fileName: 'ferry.html', loadBeside: (path) => (FILES.has(path) ? { bytes: FILES.get(path) ?? PNG, path } : undefined) });
  const missing = z.object({ missingImages: z.array(z.string()) }).parse(extra).missingImages;
  const document = makeSnapshot({ kind: 'html', bytes: Buffer.from(page), url, stored: { html: change(html), missing, pictures: images } });
  return [...document.matchAll(/<img([^>]*)>/g)].map(([, attributes = '']) => (attributes.includes(OTHER.toString('base64')) ? 'other' : attributes.includes(PNG.toString('base64')) ? 'png' : 'none'));
}

it.each([undefined, 'https://harbour.example/news/ferry'])('pictures that lay beside a page stand in it again where the article has them (%s)', (url) => {
  expect(show(url)).toEqual(['none', 'other', 'none', 'png', 'png']);
});

it('where article and page do not agree, only what stands in the page itself is shown', () => {
  expect(show(undefined, (html) => html.replace(/<img [^>]*>/, ''))).toEqual(['none', 'none', 'none', 'png', 'none']);
});
