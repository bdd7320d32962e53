import { describe, expect, it } from 'vitest';
import { suggestName } from './suggest-name.ts';

describe('the name that was meant', () => {
  it.each([
    ['author', 'byline'],
    ['Text', 'body'],
    ['source', 'site'],
    ['language', 'lang'],
    ['from', 'date'],
    ['titel', 'title'],
    ['boddy', 'body'],
    ['dates', 'date'],
    ['wrods', 'words'],
    ['qqqqqq', undefined],
    ['constructor', undefined],
    ['a'.repeat(100_000), undefined],
  ])('%s is %s', (name, expected) => {
    expect(suggestName(name)).toBe(expected);
  });
});
