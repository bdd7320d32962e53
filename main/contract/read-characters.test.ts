import { describe, expect, it } from 'vitest';
import { isReadCharacter, placeInTexts } from './read-characters.ts';

describe('read characters', () => {
  it('are all but white space and soft hyphens', () => {
    const others = Array.from({ length: 0x1_0000 }, (_, code) => code).filter((code) => !isReadCharacter(code));
    expect(others.filter((code) => code !== 0xad && !/\s/.test(String.fromCharCode(code)))).toEqual([]);
    expect(others).toHaveLength(26);
  });
});

describe('marks in a list of texts', () => {
  it('are counted across texts and white space', () => {
    expect(placeInTexts([' ab ', '', 'c d', 'ef'], [[1, 3], [3, 4], [4, 6]])).toEqual([
      { from: { text: 0, offset: 2 }, to: { text: 2, offset: 1 } },
      { from: { text: 2, offset: 2 }, to: { text: 2, offset: 3 } },
      { from: { text: 3, offset: 0 }, to: { text: 3, offset: 2 } },
    ]);
  });

  it('have no place where they are none, empty, or beyond the end', () => {
    expect(placeInTexts(['abc'], [null, [0, 0], [1, 2], [2, 9], [7, 9]])).toEqual([null, null, { from: { text: 0, offset: 1 }, to: { text: 0, offset: 2 } }, null, null]);
  });
});
