import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_FORM, FORM_LIMITS, readForm, writeQuery, type SearchForm } from '../../../contract/search-form.ts';
import { FIELDS } from '../../index/fields.ts';
import { parseQuery } from './parse-query.ts';
import { showQuery } from './show-query.ts';

const write = (form: Partial<SearchForm>) => writeQuery({ ...EMPTY_FORM, ...form });
const parse = (query: string) => parseQuery(query, { fields: FIELDS, typing: false, now: new Date() });

describe('the query of a form', () => {
  it.each<[Partial<SearchForm>, string]>([
    [{}, ''],
    [{ all: 'lamp  oil' }, '+lamp +oil'],
    [{ any: 'lamp oil' }, 'lamp oil'],
    [{ all: 'lamp', any: 'oil gas' }, '+lamp +(oil gas)'],
    [{ all: 'lamp', any: 'oil' }, '+lamp +oil'],
    [{ phrase: 'oil lamp', none: 'gas electric' }, '+"oil lamp" -gas -electric'],
    [{ near: 'lamp oil wick', distance: 7 }, '+(lamp NEAR/7 oil NEAR/7 wick)'],
    [{ near: 'lamp', distance: 7 }, '+(lamp)'],
    [{ from: '2025-01-01', to: '2025-12-31' }, 'date:2025-01-01..2025-12-31'],
    [{ from: '2025-12-31', to: '2025-01-01' }, 'date:2025-01-01..2025-12-31'],
    [{ any: 'lamp', from: '2025-02-31', to: '2025-12-31' }, 'lamp date:..2025-12-31'],
    [{ all: 'lamp', site: 'The Beacon' }, '+lamp site:"The Beacon"'],
    [{ all: 'AND title:x -y "z" a*b (c) well-known ~ \\' }, '+"AND" +"title:x" +"-y" +z +"a*b" +"(c)" +"well-known"'],
    [{ none: '$ --' }, ''],
    [{ site: '"x" OR site:y' }, 'site:"x OR site:y"'],
  ])('%j', (form, query) => {
    expect(write(form)).toBe(query);
  });

  const hostile = fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[ab "“«\\()+:~^*ANDORT-]{0,40}$/), fc.constantFrom('中国人 東京', 'NEAR/5 OR', 'a\\" OR b', 'tag:x)', '\u0000\u2028', 'date:2025'));
  const cut = (length: number) => hostile.map((text) => text.slice(0, length).toWellFormed());
  const day = fc.oneof(fc.constant(''), hostile, fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)));
  const forms = fc.record({
    all: cut(FORM_LIMITS.words),
    any: cut(FORM_LIMITS.words),
    none: cut(FORM_LIMITS.words),
    phrase: cut(FORM_LIMITS.phrase),
    near: cut(FORM_LIMITS.near),
    distance: fc.double(),
    from: day,
    to: day,
    site: cut(FORM_LIMITS.site),
  });

  it('is understood without a note, whatever was typed, and within the limits', () => {
    fc.assert(
      fc.property(forms, (form) => {
        const query = writeQuery(form);
        expect(query.length).toBeLessThanOrEqual(2_000);
        expect(parse(query).notes).toEqual([]);
      }),
    );
  });

  it('holds nothing but what its field means: words of one are no operators, filters or signs', () => {
    fc.assert(
      fc.property(cut(FORM_LIMITS.words), (text) => {
        const { root } = parse(write({ all: text }));
        expect(root.items.every(({ presence, node }) => presence === 'required' && (node.kind === 'term' || node.kind === 'phrase'))).toBe(true);
        expect(parse(write({ none: text })).root.items.every(({ presence }) => presence === 'prohibited')).toBe(true);
        expect(parse(write({ site: text })).root.items.every(({ node }) => node.kind === 'filter' && node.filter.name === 'site')).toBe(true);
      }),
    );
  });
});

describe('a form filled from a query', () => {
  it.each<[string, Partial<SearchForm>]>([
    ['lamp oil', { any: 'lamp oil' }],
    ['+lamp +"oil lamp" +(gas light) -wick date:2025-01-01.. site:"The Beacon"', { all: 'lamp', phrase: 'oil lamp', any: 'gas light', none: 'wick', from: '2025-01-01', site: 'The Beacon' }],
    ['+(lamp NEAR/3 oil)', { near: 'lamp oil', distance: 3 }],
    ['', {}],
  ])('%s', (query, form) => {
    expect(readForm(query)).toEqual({ ...EMPTY_FORM, ...form });
  });

  it.each(['lamp AND oil', 'title:lamp', 'tag:harbour', '-(a b)', '+(a NEAR/3 b NEAR/4 c)', 'lamp^2', '(lamp oil) gas', 'lamp '.repeat(40)])('is not filled from %s', (query) => {
    expect(readForm(query)).toBeUndefined();
  });

  it('writes the same question again', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ab +"()-]{0,30}$/), (query) => {
        const form = readForm(query);
        expect(showQuery(parse(form ? writeQuery(form) : query).root)).toBe(showQuery(parse(query).root));
      }),
    );
  });
});
