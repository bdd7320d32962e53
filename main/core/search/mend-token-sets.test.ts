import lunr from 'lunr';
import { expect, it } from 'vitest';
import { mendTokenSets } from './mend-token-sets.ts';

/** Two thousand numbers as a market report has them: `7`, `1,204`, `36,480,911`. The seed is one that lunr fails for. */
function makeNumbers(): string[] {
  let seed = 1;
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  return Array.from({ length: 2_000 }, () => Math.floor(Math.exp(random() * 18)).toLocaleString('en'));
}

/** Terms that the set of all of them does not give back, and terms that it gives back and that never were. */
function compare(): { lost: number; invented: number } {
  const terms = [...new Set(makeNumbers())].toSorted();
  const back = new Set(lunr.TokenSet.fromArray(terms).toArray());
  return { lost: terms.filter((term) => !back.has(term)).length, invented: back.size - terms.filter((term) => back.has(term)).length };
}

it('lunr\'s sets of terms lose and invent numbers until they are mended', () => {
  expect(compare()).toEqual({ lost: 8, invented: 4 });
  mendTokenSets();
  expect(compare()).toEqual({ lost: 0, invented: 0 });
});
