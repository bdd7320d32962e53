import { describe, expect, it } from 'vitest';
import { splitTokens } from './split-tokens.js';
import { beginsWith, countSnippets, meanOverlap, measureOverlap, sumSnippets } from './text-measures.js';

describe('tokens', () => {
  it('are words and numbers in small letters', () => {
    expect(splitTokens('The HARBOUR’s 3 cranes, re-opened…')).toEqual(['the', 'harbour', 's', '3', 'cranes', 're', 'opened']);
  });

  it('are single characters where a script parts no words', () => {
    expect(splitTokens('港は Tokyo 再開')).toEqual(['港', 'は', 'tokyo', '再', '開']);
  });

  it('keep vowel signs with their letters', () => {
    expect(splitTokens('हिन्दी भाषा')).toEqual(['हिन्दी', 'भाषा']);
  });
});

describe('the overlap of two texts', () => {
  it('counts each word as often as it stands in both', () => {
    expect(measureOverlap('a a b c', 'a b b d', 1)).toEqual({ precision: 0.5, recall: 0.5 });
  });

  it('sees a wrong order in runs of four words', () => {
    const [expected, actual] = ['a b c d e f', 'd e f a b c'];
    expect(measureOverlap(expected, actual, 1)).toEqual({ precision: 1, recall: 1 });
    expect(measureOverlap(expected, actual, 4)).toEqual({ precision: 0, recall: 0 });
    expect(measureOverlap(expected, 'a b c d e', 4)).toEqual({ precision: 1, recall: 2 / 3 });
  });

  it('takes a short text for one run', () => {
    expect(measureOverlap('a b', 'A, b!', 4)).toEqual({ precision: 1, recall: 1 });
  });

  it('has no precision where nothing was found, and the mean leaves that page out of it', () => {
    const nothing = measureOverlap('a b', '', 1);
    expect(nothing).toEqual({ precision: undefined, recall: 0 });
    expect(meanOverlap([nothing, { precision: 1, recall: 1 }])).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3 });
  });
});

describe('snippets', () => {
  it('are counted whatever white space is in them', () => {
    const counts = countSnippets('The harbour\n\nreopens. Subscribe now', ['harbour  reopens', 'ferries'], ['Subscribe', 'Cookies', 'Login']);
    expect(counts).toEqual({ found: 1, missing: 1, unwanted: 1, avoided: 2 });
  });

  it('are summed over all pages', () => {
    const one = { found: 3, missing: 1, unwanted: 0, avoided: 2 };
    const other = { found: 1, missing: 0, unwanted: 1, avoided: 0 };
    // 2 * 4 / (2 * 4 + 1 + 1)
    expect(sumSnippets([one, other])).toEqual({ f1: 0.8, found: 4, missing: 1, unwanted: 1, avoided: 2 });
  });
});

describe('the first words', () => {
  it('are right when nothing stands before them', () => {
    expect(beginsWith('“The harbour” reopened on Monday.', 'The harbour reopened')).toBe(true);
    expect(beginsWith('By Jane Doe. The harbour reopened on Monday.', 'The harbour reopened')).toBe(false);
    expect(beginsWith('The harbour', 'The harbour reopened')).toBe(false);
  });

  it('may hold what was left of markup', () => {
    expect(beginsWith('The harbour & the ferries', '&#151; -- The harbour &amp; the')).toBe(true);
  });
});
