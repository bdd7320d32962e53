import { expect, test } from 'vitest';
import { listMissing } from './list-missing.ts';

test('names each part that is missing once, and believes nothing else of a file', () => {
  const extra = { missingImages: ['a.png', 'b.png', 'a.png', './a.png'], missingMedia: ['https://a.example/f.mp4'] };
  expect(listMissing({ extra, url: null })).toEqual({ pictures: ['a.png', 'b.png', './a.png'], media: ['https://a.example/f.mp4'] });
  expect(listMissing({ extra, url: 'https://b.example/news/' })).toEqual({ pictures: ['https://b.example/news/a.png', 'https://b.example/news/b.png'], media: ['https://a.example/f.mp4'] });
  expect(listMissing({ extra: { missingImages: 'a.png', missingMedia: [1, { a: 2 }] }, url: null })).toEqual({ pictures: [], media: [] });
  expect(listMissing({ extra: null, url: null })).toEqual({ pictures: [], media: [] });
});
