import { describe, expect, it } from 'vitest';
import type { Snippet } from '../../main/contract/search.ts';
import { wordOfTerm } from './word-of-term.ts';

const snippets: readonly Snippet[] = [{ field: 'body', text: 'The Library keeps ice, icebergs and libraries.', marks: [[4, 11], [18, 21], [23, 31], [36, 45]] }];

describe('wordOfTerm', () => {
  it('shows a stem as a word that stands there', () => {
    expect(wordOfTerm('librari', snippets)).toBe('libraries');
    expect(wordOfTerm('ic', snippets)).toBe('ice');
  });

  it('shows the stem where no marked word is like it', () => {
    expect(wordOfTerm('keep', snippets)).toBe('keep');
    expect(wordOfTerm('harbour', [])).toBe('harbour');
  });
});
