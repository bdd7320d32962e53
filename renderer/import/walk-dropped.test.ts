import { expect, it } from 'vitest';
import { chosenFiles, distinctNames } from './walk-dropped.ts';

it('keeps files of one name apart', () => {
  const name = distinctNames();
  expect(['a.txt', 'b.txt', 'a.txt', 'a.txt'].map(name)).toEqual(['a.txt', 'b.txt', '2/a.txt', '3/a.txt']);
});

it('names chosen files and opens them', async () => {
  const items = [...chosenFiles([new File(['one'], 'one.txt'), new File(['two'], 'one.txt')])];
  expect(items.map(({ path }) => path)).toEqual(['one.txt', '2/one.txt']);
  expect(await (await items[1]?.open())?.text()).toBe('two');
});
