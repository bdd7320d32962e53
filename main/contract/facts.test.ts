import { describe, expect, it } from 'vitest';
import { FACT_LIMITS, FactsChange } from './facts.ts';
import { precisionOfDate } from './published.ts';

const read = (facts: unknown) => FactsChange.safeParse(facts).data;
const problem = (facts: unknown) => FactsChange.safeParse(facts).error?.issues[0]?.message;

describe('facts as they are typed', () => {
  it('are kept as one line of whole characters, and empty ones are unknown', () => {
    expect(read({ title: '  A lamp\n at\tsea \ud83d', byline: 'Ada\u0007 Cafe\u0301', site: ' ', url: '', published: ' ', language: null })).toEqual({
      title: 'A lamp at sea \ufffd',
      byline: 'Ada Caf\u00e9',
      site: null,
      url: null,
      published: null,
      language: null,
    });
  });

  it('are only those that are named', () => {
    expect(read({ site: 'The Beacon' })).toEqual({ site: 'The Beacon' });
    expect(problem({})).toBe('Nothing is said that could be changed.');
    expect(problem({ mood: 'grim' })).toBe('Nothing is said that could be changed.');
  });

  it.each([{ title: ' \n ' }, { title: null }, { title: 'x'.repeat(FACT_LIMITS.titleLength + 1) }, { byline: 'x'.repeat(FACT_LIMITS.bylineLength + 1) }, { site: 'x'.repeat(FACT_LIMITS.siteLength + 1) }, { site: 7 }])(
    'are refused where they cannot be shown or kept: %j',
    (facts) => {
      expect(FactsChange.safeParse(facts).success).toBe(false);
    },
  );

  it.each(['https://beacon.example/a?b=c#d', 'HTTP://beacon.example/', 'https://пример.example/статья'])('hold the address %s', (url) => {
    expect(read({ url: ` ${url} ` })).toEqual({ url });
  });

  it.each(['javascript:alert(1)', 'beacon.example/a', 'https:beacon.example', 'https://', 'https://a b', 'ftp://beacon.example/', 'file:///etc/passwd', `https://beacon.example/${'x'.repeat(FACT_LIMITS.urlLength)}`])(
    'do not hold the address %s',
    (url) => {
      expect(FactsChange.safeParse({ url }).success).toBe(false);
    },
  );

  it.each([
    ['en', 'en'],
    ['EN-us', 'en-US'],
    ['zh-hant', 'zh-Hant'],
    ['uk', 'uk'],
  ])('hold the language %s as %s', (typed, kept) => {
    expect(read({ language: typed })).toEqual({ language: kept });
  });

  it.each(['English', 'e', 'en_US', 'en-', '-', 'en US', `en-${'abc-'.repeat(40)}`])('do not hold the language %s', (language) => {
    expect(problem({ language })).toMatch(/code/);
  });

  it('say what a date is written like', () => {
    expect(problem({ published: '26 February 1987' })).toMatch(/1987-02-26/);
  });
});

describe('the precision of a date', () => {
  it.each([
    ['1987', 'year'],
    ['1987-02', 'month'],
    ['1987-02-26', 'day'],
    ['2024-02-29', 'day'],
    ['0099-12-31', 'day'],
    ['1987-02-26T15:01', 'minute'],
    ['1987-02-26T15:01Z', 'minute'],
    ['1987-02-26T15:01:59', 'second'],
    ['1987-02-26T15:01:59.5+02:00', 'second'],
  ])('of %s is a %s', (date, precision) => {
    expect(precisionOfDate(date)).toBe(precision);
  });

  it.each(['', '87', '0000', '1987-13', '1987-00', '1987-2', '2023-02-29', '1900-02-29', '1987-04-31', '1987-02-26T24:00', '1987-02-26T15:60', '1987-02-26 15:01', '1987-02-26T15', '1987-02-26T15:01:60', '1987-02-26T15:01+25:00', '1987-02T15:01', ' 1987', '1987\n'])(
    'is not known of %j',
    (date) => {
      expect(precisionOfDate(date)).toBeNull();
    },
  );
});
