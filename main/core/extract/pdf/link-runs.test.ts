import { expect, test } from 'vitest';
import { run } from './fixtures/place-text.ts';
import { linkRuns } from './link-runs.ts';

const url = 'https://harbour.example/report';

test('links the words that an area lies over', () => {
  const area = { url, left: 20, right: 50, top: 90, bottom: 103 };
  expect(linkRuns([run('See the report here', { x: 0, y: 100 })], [area]).map(({ text, link }) => [text, link])).toEqual([
    ['See', undefined],
    ['the', url],
    ['report here', undefined],
  ]);
});

test('keeps the places and spaces of the pieces', () => {
  const [first, second] = linkRuns([run('one two', { x: 10, y: 100 })], [{ url, left: 30, right: 60, top: 90, bottom: 103 }]);
  expect(first).toMatchObject({ left: 10, right: 25, spaced: false });
  expect(second).toMatchObject({ left: 30, right: 45, spaced: true, link: url });
});

test('leaves other lines alone', () => {
  const runs = [run('above', { y: 80 })];
  expect(linkRuns(runs, [{ url, left: 0, right: 600, top: 90, bottom: 103 }])).toEqual(runs);
});
