import { describe, expect, it } from 'vitest';
import { isUnspaced, measureFirstWord, measureWidth } from './measure-width.ts';

describe('measureWidth', () => {
  it('counts East Asian characters twice', () => {
    expect(measureWidth('ab')).toBe(2);
    expect(measureWidth('新桥 a')).toBe(6);
    expect(measureWidth('공원')).toBe(4);
  });
});

describe('measureFirstWord', () => {
  it('is the word that did not fit, or one ideograph', () => {
    expect(measureFirstWord('  ferry stops')).toBe(5);
    expect(measureFirstWord('新的大桥')).toBe(2);
    expect(measureFirstWord('공원을 연다')).toBe(6);
  });
});

describe('isUnspaced', () => {
  it('is true of ideographs and kana, not of Hangul', () => {
    expect(Array.from('新あ。').every(isUnspaced)).toBe(true);
    expect(Array.from('원a ').some(isUnspaced)).toBe(false);
  });
});
