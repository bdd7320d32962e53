import { expect, test } from 'vitest';
import { NameSet } from './name-set.ts';

test('numbers names that come again, and gives no name twice', () => {
  const names = new NameSet();
  expect(['a', 'b', 'a', 'a (2)', 'a', ''].map((name) => names.makeUnique(name))).toEqual(['a', 'b', 'a (2)', 'a (2) (2)', 'a (3)', '']);
});

test('leaves a hundred thousand different names as they are', () => {
  const names = new NameSet();
  const all = Array.from({ length: 100_000 }, (_, index) => `folder-${index % 100}/${index}.txt`);
  expect(all.filter((name) => names.makeUnique(name) !== name)).toEqual([]);
  expect(names.makeUnique('folder-0/0.txt')).toBe('folder-0/0.txt (2)');
});

test('numbers a name that comes very often without looking through all of them', () => {
  const names = new NameSet();
  for (let count = 0; count < 50_000; count += 1) names.makeUnique('same');
  expect(names.makeUnique('same')).toBe('same (50001)');
});
