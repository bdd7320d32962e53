import fc from 'fast-check';
import lunr from 'lunr';
import { describe, expect, it } from 'vitest';
import { parseQuery } from './parse-query.ts';

const FIELDS = ['title', 'body'];
const terms = (text: string, typing = false) => parseQuery(text, FIELDS, typing).query.clauses.map(({ term }) => term);

describe('a query', () => {
  it.each(['lamp', 'title:lamp', 'lam*', 'lamp~1', 'lamp^2', '+lamp -oil', 'lamp oil title:keep*er^3'])('%s is read as lunr reads it', (text) => {
    const query = new lunr.Query(FIELDS);
    new lunr.QueryParser(text, query).parse();
    expect(parseQuery(text, FIELDS, false)).toEqual({ query, notes: [] });
  });

  it.each([
    ['nofield:lamp', ['nofield', 'lamp']],
    ['lamp~', ['lamp']],
    ['lamp^x', ['lamp', 'x']],
    ['+', []],
    ['', []],
    ['   ', []],
  ])('that lunr refuses (%j) is searched as words', (text, expected) => {
    const { query, notes } = parseQuery(text, FIELDS, false);
    expect(query.clauses.map(({ term }) => term)).toEqual(expected);
    expect(notes).toHaveLength(expected.length > 0 ? 1 : 0);
  });

  it('matches its last word as a prefix while it is being typed', () => {
    expect(terms('old lam', true)).toEqual(['old', 'lam', 'lam*']);
    expect(terms('old lam ', true)).toEqual(['old', 'lam']);
    expect(terms('+lamps', true)).toEqual(['lamp*']);
    expect(terms('-lam', true)).toEqual(['lam']);
    expect(terms('lam~1', true)).toEqual(['lam']);
  });

  it('says so when it keeps a fuzzy word from running away', () => {
    const { query, notes } = parseQuery('lamp~40', FIELDS, false);
    expect(query.clauses[0]?.editDistance).toBe(3);
    expect(notes).toHaveLength(1);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '~', '^', '+', '-', ' ', '"', '(', ')', '1', 'é', '北'), maxLength: 30 }), fc.boolean(), (text, typing) => {
        expect(parseQuery(text, FIELDS, typing).query.allFields).toEqual(FIELDS);
      }),
      { numRuns: 20 * (fc.readConfigureGlobal().numRuns ?? 100) },
    );
  });
});
