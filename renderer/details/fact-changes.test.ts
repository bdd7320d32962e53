import { describe, expect, it } from 'vitest';
import type { FactName, FactSummary } from '../../main/contract/facts.ts';
import { readChanges, shownFact, type Summaries } from './fact-changes.ts';

const agreed = (value: string | null): FactSummary => ({ values: [{ value, count: 3 }], distinct: 1, guessed: null, corrected: 0 });
const mixed: FactSummary = { values: [{ value: 'BBC', count: 2 }, { value: 'BBC News', count: 1 }], distinct: 2, guessed: null, corrected: 0 };

const SUMMARIES: Summaries = { title: agreed('A title'), byline: agreed(null), published: agreed('1987'), site: mixed, url: agreed('https://beacon.example/a'), language: agreed('de') };

const read = (typed: Partial<Record<FactName, string>>, confirmed: readonly FactName[] = []) => readChanges(SUMMARIES, typed, new Set(confirmed));

describe('the fields of details', () => {
  it('show what all articles say, a language by its name, and nothing where they do not agree', () => {
    expect(shownFact('title', SUMMARIES.title)).toBe('A title');
    expect(shownFact('language', SUMMARIES.language)).toBe('German');
    expect([shownFact('site', mixed), shownFact('byline', SUMMARIES.byline)]).toEqual(['', '']);
  });

  it('change what was typed, and nothing else', () => {
    expect(read({})).toBeNull();
    expect(read({ title: ' A title ', published: '1987', language: 'German', site: '', byline: ' ' })).toBeNull();
    expect(read({ title: 'Another', site: ' BBC News ', language: 'french' })).toEqual({ facts: { title: 'Another', site: 'BBC News', language: 'fr' } });
  });

  it('take an emptied one for unknown', () => {
    expect(read({ published: '', language: ' ' })).toEqual({ facts: { published: null, language: null } });
    expect(read({ site: '' })).toBeNull();
  });

  it('state what was only confirmed', () => {
    expect(read({}, ['language', 'published', 'site', 'byline'])).toEqual({ facts: { language: 'de', published: '1987' } });
    expect(read({ published: '1988' }, ['published'])).toEqual({ facts: { published: '1988' } });
  });

  it('say what is wrong, each at its own place', () => {
    expect(read({ title: '', published: 'spring', url: 'nowhere', language: 'Klingonese', byline: 'Ada' })).toEqual({
      problems: {
        title: 'An article needs a title.',
        published: expect.stringContaining('1987-02-26'),
        url: expect.stringContaining('https://'),
        language: expect.stringContaining('code'),
      },
    });
  });
});
