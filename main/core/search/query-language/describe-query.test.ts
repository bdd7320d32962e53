import { describe, expect, it } from 'vitest';
import { FIELDS } from '../../index/fields.ts';
import { describePart, describeQuery } from './describe-query.ts';
import { parseQuery } from './parse-query.ts';

const parse = (text: string, typing = false) => parseQuery(text, { fields: FIELDS, typing, now: new Date('2026-03-31T15:00:00Z') }).root;

describe('a query in words', () => {
  it.each([
    ['', 'all articles'],
    ['lamp oil wick', 'articles with “lamp”, “oil” or “wick”'],
    ['+lamp oil gas -"red herring"', 'articles with “lamp”, better (with “oil” or “gas”), without the phrase “red herring”'],
    ['+lamp +oil', 'articles with “lamp” and “oil”'],
    ['title:lamp^2 lam* lamp~2', 'articles with “lamp” in the title (counting 2 times), words of the form “lam*” or words like “lamp” (up to 2 letters changed)'],
    ['="As Written" AND "oil lamp"~1 AND "lamp"', 'articles with the very words “as written”, the phrase “oil lamp” with up to 1 other word between and “lamp”'],
    ['lamp NEAR/5 oil date:2025-09..2025-12 is:unread', 'articles with “lamp” and “oil” within 5 words of each other, published from 1 September 2025 to 31 December 2025, not read yet'],
    ['a BEFORE/3 (b OR c)', 'articles with “a” up to 3 words before (“b” or “c”)'],
    ['a NEAR/1 b OR a BEFORE/1 c', 'articles with (“a” and “b” side by side) or (“a” right before “c”)'],
    ['lamp AND (oil OR gas) AND NOT (x OR y)', 'articles with “lamp”, with (“oil” or “gas”) and without (“x” or “y”)'],
    ['lamp OR date:2025', 'articles with “lamp” or published in 2025'],
    ['(lamp date:2025-09) OR tag:x', 'articles (with “lamp”, published in September 2025) or tagged “x”'],
    ['-(lamp date:2025)', 'articles not (with “lamp”, published in 2025)'],
    ['tag:(a OR b) lamp', 'articles with “lamp” and (tagged “a” or tagged “b”)'],
    ['-is:unread -is:read -has:image -tag:x', 'articles read already, not read yet, without an image, not tagged “x”'],
    ['is:favourite is:archived is:read', 'articles marked as favourite, archived, read already'],
    ['is:unfetched -is:unfetched', 'articles fetched already, to be fetched'],
    ['date:2025-09-24 added:<30d', 'articles published on 24 September 2025, added since 1 March 2026'],
    ['date:..2025 date:2024..2025', 'articles published until 31 December 2025, published from 1 January 2024 to 31 December 2025'],
    ['site:example.org by:king lang:de-AT lang:xx', 'articles from “example.org”, by “king”, in Austrian German, in xx'],
    ['words:>500 words:<2 words:1..2 words:1', 'articles of at least 501 words, of up to 1 word, of 1 to 2 words, of exactly 1 word'],
    ['has:author has:date has:address has:tag has:collection', 'articles with a stated author, with a stated date, with an address, with a tag, with a place in a collection'],
  ])('%s', (text, expected) => {
    expect(describeQuery(parse(text))).toBe(expected);
  });

  it('says what is half typed', () => {
    expect(describeQuery(parse('old "oil lam', true))).toBe('articles with “old” or the phrase “oil lam…”');
    expect(describeQuery(parse('old lam', true))).toBe('articles with “old” or words that begin with “lam”');
  });

  it('has words for each part', () => {
    const parts = parse('title:lamp "oil lamp" date:2025').items.flatMap(({ node }) => (node.kind === 'term' || node.kind === 'phrase' || node.kind === 'filter' ? describePart(node) : []));
    expect(parts).toEqual(['“lamp” in the title', 'the phrase “oil lamp”', 'published in 2025']);
  });
});
