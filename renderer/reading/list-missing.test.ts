import { expect, test } from 'vitest';
import { listMissing } from './list-missing.ts';

test('names each part that is missing once, and believes nothing else of a file', () => {
  expect(listMissing({ extra: { missingImages: ['a.png', 'b.png', 'a.png'], missingMedia: ['https://a.example/f.mp4'], missingPages: ['https://a.example/?page=2'] } })).toEqual({ pages: ['https://a.example/?page=2'], pictures: ['a.png', 'b.png'], media: ['https://a.example/f.mp4'] });
  expect(listMissing({ extra: { missingImages: 'a.png', missingMedia: [1, { a: 2 }] } })).toEqual({ pages: [], pictures: [], media: [] });
  expect(listMissing({ extra: null })).toEqual({ pages: [], pictures: [], media: [] });
});
