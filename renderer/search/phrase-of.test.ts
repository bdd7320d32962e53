import { describe, expect, it } from 'vitest';
import { phraseOf } from './phrase-of.ts';

describe('phraseOf', () => {
  it('makes a phrase of what is selected, whatever signs are in it', () => {
    expect(phraseOf(' the\n lamp\u00adlight ')).toBe('"the lamplight"');
    expect(phraseOf('said “the keeper” -lamp title:x *')).toBe('"said the keeper -lamp title:x *"');
    expect(phraseOf('a "b" «c»')).toBe('"a b c"');
  });

  it('is null where nothing to look for is selected', () => {
    for (const text of ['', '  \n', '“”', '— …']) expect(phraseOf(text)).toBeNull();
  });

  it('is cut at a word, and never between the halves of a character', () => {
    expect(phraseOf('lamp '.repeat(100))).toBe(`"${'lamp '.repeat(60).trim()}"`);
    expect(phraseOf(`a${'\u{1f600}'.repeat(400)}`)?.isWellFormed()).toBe(true);
  });
});
