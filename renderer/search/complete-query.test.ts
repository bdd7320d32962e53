import { describe, expect, it } from 'vitest';
import { completeQuery, type KnownValues } from './complete-query.ts';

const KNOWN: KnownValues = {
  recent: ['harbour ice', 'Harbour tag:sea', 'lamp'],
  tags: ['harbour', 'two words', 'the harbour', 'a "b"'],
  sites: ['The Beacon', 'example.org'],
  languages: ['de', 'en'],
};
const queries = (text: string) => completeQuery(text, KNOWN).map(({ query }) => query);

describe('the completion of a query', () => {
  it('is the searches of before where nothing is typed, and those that begin with what is', () => {
    expect(queries('')).toEqual(KNOWN.recent);
    expect(queries('harb')).toEqual(['harbour ice', 'Harbour tag:sea']);
    expect(queries('harbour ice')).toEqual([]);
  });

  it('is the names of fields and filters that a word may be the beginning of', () => {
    expect(queries('oil ti')).toEqual(['oil title:']);
    expect(queries('-(ta')).toEqual(['-(tag:']);
    expect(queries('by')).toEqual(['byline:', 'by:']);
    expect(queries('t')).toEqual([]);
    expect(queries('"oil ti')).toEqual([]);
    expect(queries('title')).toEqual(['title:']);
  });

  it('is the values of a filter, quoted where they must be', () => {
    expect(queries('oil tag:harb')).toEqual(['oil tag:harbour ', 'oil tag:"the harbour" ']);
    expect(queries('tag:"two')).toEqual(['tag:"two words" ']);
    expect(queries('tag:a')).toContain('tag:"a \\"b\\"" ');
    expect(queries('-site:')).toEqual(['-site:"The Beacon" ', '-site:example.org ']);
    expect(queries('lang:d')).toEqual(['lang:de ']);
    expect(queries('is:un')).toEqual(['is:unread ', 'is:unfetched ']);
    expect(queries('has:im')).toEqual(['has:image ']);
    expect(queries('date:<')).toEqual(['date:<7d ', 'date:<30d ', 'date:<1y ']);
  });

  it('is nothing for what is complete, or no filter', () => {
    expect(queries('is:unread')).toEqual([]);
    expect(queries('http://exa')).toEqual([]);
    expect(queries('oil tag:harbour ')).toEqual([]);
  });
});
