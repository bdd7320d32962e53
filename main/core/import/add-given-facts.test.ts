import { expect, test } from 'vitest';
import type { ArticleDraft } from '../extract/article-draft.ts';
import { addGivenFacts } from './add-given-facts.ts';

const draft: ArticleDraft = {
  title: 'It left',
  byline: null,
  published: null,
  site: null,
  url: null,
  language: null,
  html: '',
  text: '',
  related: [],
  guessed: { title: 0.4, language: 0.9 },
  extra: null,
  tags: [],
  images: [],
  companions: [],
};
const given = { url: 'https://a.example/ferry', savedAt: '2024-05-01T10:00:00Z', title: 'The late ferry' };

test('adds what a draft does not say itself', () => {
  expect(addGivenFacts(draft, given)).toEqual({ ...draft, title: 'The late ferry', url: given.url, guessed: { language: 0.9 }, extra: { savedAt: given.savedAt } });
});

test('leaves what it says as it is', () => {
  const stated = { ...draft, guessed: {}, url: 'https://b.example/', extra: { savedAt: '2023', note: 'x' } };
  expect(addGivenFacts(stated, given)).toEqual(stated);
  expect(addGivenFacts(draft)).toEqual(draft);
});

test.each([
  ['https://b.example/', given.url],
  ['https://a.example/other', 'https://a.example/other'],
  ['https://www.a.example/ferry', 'https://www.a.example/ferry'],
])('what was fetched, or has an address, and says that it is %s has the address %s', (claimed, wanted) => {
  expect(addGivenFacts({ ...draft, url: claimed }, { ...given, asked: given.url }).url).toBe(wanted);
  expect(addGivenFacts({ ...draft, url: claimed }, { ...given, isUrlFormer: true }).url).toBe(wanted);
});
