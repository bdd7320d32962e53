import { describe, expect, it } from 'vitest';
import { textFingerprint } from './text-fingerprint.ts';

const words = Array.from({ length: 50 }, (_, index) => `word${index}`);

describe('the fingerprint of a text', () => {
  it('is the same whatever the case, the spacing and the width of letters', () => {
    const plain = textFingerprint(words.join(' '), 50);
    expect(plain).toMatch(/^[0-9a-f]{64}$/);
    expect(textFingerprint(`\n${words.join('\n\n\u00a0')} `.toUpperCase(), 50)).toBe(plain);
    expect(textFingerprint(words.join(' ').replace('word1 ', 'ｗord1 '), 50)).toBe(plain);
  });

  it('differs when a word differs', () => {
    expect(textFingerprint(words.join(' '), 50)).not.toBe(textFingerprint(words.toReversed().join(' '), 50));
  });

  it('is none below fifty words', () => {
    expect(textFingerprint('Too short to tell.', 4)).toBeNull();
  });
});
