import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chooseSample } from './choose-sample.ts';

const names = (count: number) => Array.from({ length: count }, (_, index) => `${index}.txt`);

it('spreads over all files, in their order, none twice', () => {
  expect(chooseSample(names(10), 5, (name) => name)).toEqual(['0.txt', '2.txt', '4.txt', '6.txt', '8.txt']);
  fc.assert(
    fc.property(fc.nat(400), fc.integer({ min: 1, max: 30 }), (all, count) => {
      const files = names(all);
      const chosen = chooseSample(files, count, (name) => name);
      expect(chosen).toHaveLength(Math.min(all, count));
      expect(new Set(chosen).size).toBe(chosen.length);
      expect(files.filter((name) => chosen.includes(name))).toEqual(chosen);
    }),
  );
});

it('passes over what pages are made of', () => {
  expect(chooseSample(['page.html', 'page_files/a.PNG', 'page_files/b.css', 'b.pdf'], 3, (name) => name)).toEqual(['page.html', 'b.pdf']);
});
