import { describe, expect, it } from 'vitest';
import { LIMITS } from '../base/limits.ts';
import { makeExcerpt } from './make-excerpt.ts';

describe('makeExcerpt', () => {
  it('puts paragraphs on one line', () => {
    expect(makeExcerpt('One.\n\nTwo\nlines.')).toBe('One. Two lines.');
  });

  it('is cut at a word', () => {
    const excerpt = makeExcerpt('riverside '.repeat(100)) ?? '';
    expect(excerpt).toMatch(/riverside…$/);
    expect(excerpt.length).toBeLessThanOrEqual(LIMITS.excerptLength);
  });

  it('is null without text', () => {
    expect(makeExcerpt(' \n')).toBeNull();
  });
});
