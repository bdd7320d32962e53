import { describe, expect, it } from 'vitest';
import { suggest, type PartFacts } from './suggest.ts';

const part = (text: string, changed: Partial<PartFacts> = {}): PartFacts => ({ text, matches: 0, common: false, nearest: [], elsewhere: [], ...changed });

describe('a suggestion', () => {
  it('is none where everything is found', () => {
    expect(suggest(3, [part('“lamp”', { matches: 3 })], [])).toEqual([]);
  });

  it('names the nearest word, also where other words are found', () => {
    const keepr = part('“keepr”', { nearest: [{ asked: 'keepr', word: 'keeper', matches: 1_200 }] });
    expect(suggest(3, [part('“lamp”', { matches: 3 }), keepr], [])).toEqual(['No article has “keepr”. Did you mean “keeper” (1,200 articles)?']);
  });

  it('says in which field a word is found', () => {
    const inBody = part('“lamp” in the title', { elsewhere: [{ field: 'body', matches: 1 }, { field: 'byline', matches: 2 }], nearest: [{ asked: 'lamp', word: 'clamp', matches: 1 }] });
    expect(suggest(0, [inBody], [])).toEqual(['No article has “lamp” in the title, but 1 article in the body, 2 articles in the byline.']);
  });

  it('says once that words that stand everywhere are not looked for alone', () => {
    expect(suggest(0, [part('“the”', { common: true }), part('“of”', { common: true })], [])).toEqual([
      'Words that stand everywhere (“the”, “of”) are not looked for alone: put them in quotation marks together with the words beside them.',
    ]);
  });

  it('names the three conditions without which most would be found, and none that changes nothing', () => {
    const drops = [
      { text: '“oil”', excluded: false, matches: 2 },
      { text: '“lamp”', excluded: false, matches: 0 },
      { text: '“gas”', excluded: true, matches: 7 },
      { text: 'articles tagged “sea”', excluded: false, matches: 1 },
      { text: 'articles published in 2025', excluded: false, matches: 3 },
    ];
    expect(suggest(0, [part('“oil”', { matches: 2 })], drops)).toEqual([
      'Without leaving out “gas”, there would be 7 articles.',
      'Without asking for articles published in 2025, there would be 3 articles.',
      'Without asking for “oil”, there would be 2 articles.',
    ]);
  });

  it('names no condition to drop where something is found', () => {
    expect(suggest(1, [], [{ text: '“oil”', excluded: false, matches: 2 }])).toEqual([]);
  });
});
