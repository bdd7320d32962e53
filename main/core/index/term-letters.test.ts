import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byCodeUnits } from './lexicon.ts';
import { letterMask, readTerm } from './term-letters.ts';
import { TermTable, TermTableWriter } from './term-table.ts';

const word = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ß', 'я', '北', '😀'), minLength: 1, maxLength: 6 }),
  fc.string({ minLength: 1, maxLength: 140 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
);
const words = fc.uniqueArray(word, { maxLength: 80 }).map((list) => list.toSorted(byCodeUnits));

describe("a table's letters", () => {
  it('are those of its terms, in any script', () => {
    fc.assert(
      fc.property(words, (list) => {
        const writer = new TermTableWriter();
        for (const term of list) writer.begin(term);
        const { terms, records } = writer.finish();
        const letters = new TermTable(terms, records).letters();
        expect(list.map((_, number) => readTerm(letters, number))).toEqual(list);
        expect(Array.from(letters.masks)).toEqual(list.map((_, number) => letterMask(letters.units, letters.starts[number] ?? 0, letters.starts[number + 1] ?? 0) >>> 0));
      }),
    );
  });
});
