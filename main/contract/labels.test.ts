import { describe, expect, it } from 'vitest';
import { CollectionPath, LABEL_LIMITS, Tag } from './labels.ts';

const reads = (schema: typeof Tag, text: string) => schema.safeParse(text).data;

describe('a tag', () => {
  it.each([
    ['harbour', 'harbour'],
    ['  harbour master ', 'harbour master'],
    ['\u3000港\u3000', '港'],
    ['cafe\u0301', 'caf\u00e9'],
    ['👩‍🚀', '👩‍🚀'],
    ['a/b', 'a/b'],
    ['x'.repeat(LABEL_LIMITS.tagLength), 'x'.repeat(LABEL_LIMITS.tagLength)],
  ])('%j is stored as %j', (text, stored) => {
    expect(reads(Tag, text)).toBe(stored);
  });

  it.each(['', '  ', '\u0000', 'two\nlines', 'bell\u0007', 'line\u2028separator', 'x'.repeat(LABEL_LIMITS.tagLength + 1)])('is not %j', (text) => {
    expect(Tag.safeParse(text).success).toBe(false);
  });

  it('holds whole characters only', () => {
    expect(reads(Tag, 'half \ud83d')).toBe('half \ufffd');
  });
});

describe('a collection', () => {
  it.each([
    ['Ukraine/Kharkiv', 'Ukraine/Kharkiv'],
    [' Ukraine / Kharkiv ', 'Ukraine/Kharkiv'],
    ['/Ukraine//Kharkiv/', 'Ukraine/Kharkiv'],
    ['Work', 'Work'],
    [Array.from({ length: 16 }, () => 'a').join('/'), Array.from({ length: 16 }, () => 'a').join('/')],
  ])('%j is stored as %j', (text, stored) => {
    expect(reads(CollectionPath, text)).toBe(stored);
  });

  it.each(['', '/', ' / ', 'a/b\u0000', 'x'.repeat(301), Array.from({ length: 17 }, () => 'a').join('/')])('is not %j', (text) => {
    expect(CollectionPath.safeParse(text).success).toBe(false);
  });
});
