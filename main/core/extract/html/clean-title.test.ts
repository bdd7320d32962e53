import { expect, test } from 'vitest';
import { cleanTitle, isSameTitle } from './clean-title.ts';

test.each([
  ['Ferry runs late | Harbour News', ['Harbour News'], [], 'Ferry runs late'],
  ['Harbour News - Ferry runs late', ['Harbour News'], [], 'Ferry runs late'],
  ['Ferry runs late - harbournews', ['harbournews.example', 'harbournews'], [], 'Ferry runs late'],
  ['Ferry runs late | Local | Harbour News', ['Harbour News'], ['Ferry runs late'], 'Ferry runs late'],
  ['Why the ferry runs late every morning | Gazette', [], [], 'Why the ferry runs late every morning'],
  ['Ferry - a history', [], [], 'Ferry - a history'],
  ['Half-life: what it means', [], [], 'Half-life: what it means'],
  ['  Ferry \n runs late ', [], [], 'Ferry runs late'],
  ['Harbour News', ['Harbour News'], [], 'Harbour News'],
])('%s', (raw, sites, headings, title) => {
  expect(cleanTitle(raw, sites, headings)).toBe(title);
});

test('titles are the same whatever their punctuation', () => {
  expect(isSameTitle('Ferry runs late!', 'ferry  runs “late”')).toBe(true);
  expect(isSameTitle('Ferry', 'Ferries')).toBe(false);
  expect(isSameTitle('', '')).toBe(false);
});
