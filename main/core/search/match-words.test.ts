/// <reference path="./lunr-parser.d.ts" />
import fc from 'fast-check';
import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '../base/random-runs.ts';
import { makeFuzzyTest, makePatternTest, unitsOf } from './match-words.ts';
import { mendTokenSets } from './mend-token-sets.ts';

mendTokenSets();
const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é'), minLength: 1, maxLength: 7 });

describe('words against patterns and misspellings', () => {
  it('match patterns as lunr does', () => {
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '*'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 12 }), pattern, (words, wanted) => {
        const sorted = [...new Set(words)].toSorted();
        const found = lunr.TokenSet.fromArray(sorted).intersect(lunr.TokenSet.fromString(wanted)).toArray();
        expect(sorted.filter((word) => makePatternTest(wanted)(unitsOf(word), 0, word.length))).toEqual(found.toSorted());
      }),
      { numRuns: randomRuns(500) },
    );
  });

  it('match misspellings as lunr does', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '*'), minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 30 }), word, fc.integer({ min: 1, max: 3 }), (words, wanted, edits) => {
        const sorted = [...new Set(words)].toSorted();
        const found = lunr.TokenSet.fromArray(sorted).intersect(lunr.TokenSet.fromFuzzyString(wanted, edits)).toArray();
        const test = makeFuzzyTest(wanted, edits);
        expect(sorted.filter((candidate) => test(unitsOf(candidate), 0, candidate.length))).toEqual(found.toSorted());
      }),
      { numRuns: randomRuns(1_000) },
    );
  });

  it('take no time for a pattern that backtracks', () => {
    expect(makePatternTest(`${'*a'.repeat(40)}*b`)(unitsOf('a'.repeat(100)), 0, 100)).toBe(false);
  });
});
