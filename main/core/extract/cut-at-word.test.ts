import { describe, expect, it } from 'vitest';
import { cutAtWord } from './cut-at-word.ts';

describe('cutAtWord', () => {
  it('leaves a text that fits', () => {
    expect(cutAtWord('twelve chars', 12)).toBe('twelve chars');
  });

  it('cuts before the word that does not fit and leaves no comma behind', () => {
    expect(cutAtWord('The ferry, which is old, stops', 16)).toBe('The ferry…');
    expect(cutAtWord('The ferry stops', 10)).toBe('The ferry…');
  });

  it('cuts a text without spaces anywhere but inside a character', () => {
    expect(cutAtWord('新的大桥将在明年春天开放', 6)).toBe('新的大桥将…');
    expect(cutAtWord('🙂🙂🙂🙂', 4)).toBe('🙂…');
    expect(cutAtWord('a'.repeat(50), 10)).toHaveLength(10);
  });
});
