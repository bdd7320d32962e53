import { describe, expect, it } from 'vitest';
import { hasBullet, parseAddress, parseLink } from './parse-link.ts';

const url = 'https://paper.example/quay?a=1';

describe('parseLink', () => {
  it.each([
    ['A path along the quay', 'A path along the quay', null],
    ['- A path along the quay', 'A path along the quay', null],
    ['3. A path along the quay', 'A path along the quay', null],
    [`A path along the quay (${url})`, 'A path along the quay', url],
    [`A path along the quay: ${url}`, 'A path along the quay', url],
    [`[A path along the quay](${url})`, 'A path along the quay', url],
    [`• **A path along the quay** <${url}>`, 'A path along the quay', url],
    [`<${url}>`, url, url],
    ['javascript:alert(1)', 'javascript:alert(1)', null],
  ])('reads %s', (line, title, address) => {
    expect(parseLink(line)).toMatchObject({ title, url: address });
  });

  it('keeps a year at the beginning of a title', () => {
    expect(parseLink('1987 was a cold year').title).toBe('1987 was a cold year');
  });
});

describe('parseAddress', () => {
  it('is the address that fills a line', () => {
    expect(parseAddress(` ${url}. `)).toBe(url);
    expect(parseAddress(`see ${url}`)).toBeUndefined();
    expect(parseAddress('ftp://paper.example')).toBeUndefined();
  });
});

describe('hasBullet', () => {
  it('sees the signs that lists begin with', () => {
    expect(['- a', '• a', '→ a', '1. a', '>> a'].every(hasBullet)).toBe(true);
    expect(['a - b', '1987 a'].some(hasBullet)).toBe(false);
  });
});
