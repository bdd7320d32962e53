import { describe, expect, it } from 'vitest';
import { canonicalAddress } from './canonical-address.ts';

describe('the canonical address', () => {
  it.each([
    ['http://www.paper.example/story/', 'https://paper.example/story'],
    ['https://PAPER.example:443/story?utm_source=x&b=2&a=1#top', 'https://paper.example/story?a=1&b=2'],
    ['https://paper.example/?p=12&fbclid=z', 'https://paper.example?p=12'],
    ['https://paper.example:8443/a', 'https://paper.example:8443/a'],
    ['https://m.paper.example/story', 'https://paper.example/story'],
    ['https://mobile.paper.example/story', 'https://paper.example/story'],
    ['https://en.m.wiki.example/page', 'https://en.wiki.example/page'],
    ['https://amp.paper.example/story', 'https://paper.example/story'],
    ['https://paper.example/story/amp/', 'https://paper.example/story'],
    ['https://paper.example/amp/story', 'https://paper.example/story'],
    ['https://paper.example/story.amp', 'https://paper.example/story'],
    ['https://paper.example/story.amp.html', 'https://paper.example/story.html'],
    ['https://paper.example/story?amp=1', 'https://paper.example/story'],
    ['https://paper.example/story?amp', 'https://paper.example/story'],
    ['https://paper.example/story?outputType=amp&page=2', 'https://paper.example/story?page=2'],
    ['https://paper-example.cdn.ampproject.org/c/s/www.paper.example/story/amp', 'https://paper.example/story'],
    ['https://google.evil.example/amp/s/paper.example/story', 'https://google.evil.example/s/paper.example/story'],
    ['https://www.google.co.uk/amp/s/paper.example/story', 'https://paper.example/story'],
    ['https://www.google.com/amp/s/paper.example/story?a=1', 'https://paper.example/story?a=1'],
    ['https://paper.example/story?at_medium=RSS&at_campaign=KARANGA&AT_custom1=x&at_bbc_team=editorial&at_ptr_name=twitter', 'https://paper.example/story'],
    ['https://paper.example/story?share=jetpack-whatsapp&nb=1', 'https://paper.example/story?nb=1'],
    ['https://paper.example/story?share=Facebook', 'https://paper.example/story'],
    ['https://paper.example/story?ncid=txtlnkusaolp00000618', 'https://paper.example/story'],
    ['https://paper.example/story?ncid=so-twit-123456', 'https://paper.example/story'],
    // What only looks like it is another page.
    ['https://paper.example/?at_id=1', 'https://paper.example?at_id=1'],
    ['https://paper.example/?at_id=2', 'https://paper.example?at_id=2'],
    ['https://paper.example/show?share=a8Xk2', 'https://paper.example/show?share=a8Xk2'],
    ['https://paper.example/show?ncid=1234', 'https://paper.example/show?ncid=1234'],
    ['https://paper.example/show?constructor=1&__proto__=2', 'https://paper.example/show?__proto__=2&constructor=1'],
    ['https://mobile.example/story', 'https://mobile.example/story'],
    ['https://m.example/story', 'https://m.example/story'],
    ['https://paper.example/amplifier', 'https://paper.example/amplifier'],
    ['https://paper.example/guitars/amp-stories', 'https://paper.example/guitars/amp-stories'],
    ['https://paper.example/shop?amp=fender', 'https://paper.example/shop?amp=fender'],
    ['https://paper.example/amp', 'https://paper.example/amp'],
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
