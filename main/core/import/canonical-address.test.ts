import { describe, expect, it } from 'vitest';
import { canonicalAddress } from './canonical-address.ts';

describe('the canonical address', () => {
  it.each([
    ['http://www.paper.example/story/', 'https://paper.example/story'],
    ['https://PAPER.example:443/story?utm_source=x&b=2&a=1#top', 'https://paper.example/story?a=1&b=2'],
    ['https://paper.example/?p=12&fbclid=z', 'https://paper.example?p=12'],
    ['https://paper.example:8443/a', 'https://paper.example:8443/a'],
  ])('of %s is %s', (address, canonical) => {
    expect(canonicalAddress(address)).toBe(canonical);
  });

  it.each([null, '', 'nonsense', 'https://paper.example/', 'https://paper.example/?utm_source=x', 'javascript:alert(1)', 'mailto:a@b.example'])(
    'of %s is unknown',
    (address) => {
      expect(canonicalAddress(address)).toBeNull();
    },
  );
});
