import { describe, expect, it } from 'vitest';
import { joinLines } from './join-lines.ts';

const join = (lines: readonly string[], ...words: string[]): string => joinLines(lines, (word) => words.includes(word));

describe('joinLines', () => {
  it('puts a space between words and none between ideographs', () => {
    expect(join(['The ferry', '  stops'])).toBe('The ferry stops');
    expect(join(['新的大桥将在', '明年开放。'])).toBe('新的大桥将在明年开放。');
    expect(join(['공원을', '연다'])).toBe('공원을 연다');
  });

  it('takes the hyphen out of a divided word', () => {
    expect(join(['an inter-', 'national ferry'])).toBe('an international ferry');
    expect(join(['the govern-', 'ment'])).toBe('the government');
    expect(join(['die Verwal-', 'tung'], 'Verwaltung')).toBe('die Verwaltung');
    expect(join(['fer\u00ad', 'ry'])).toBe('ferry');
  });

  it('keeps the hyphen of a compound', () => {
    expect(join(['a well-', 'known baker'])).toBe('a well-known baker');
    expect(join(['a 20-', 'year lease'])).toBe('a 20-year lease');
    expect(join(['Franco-', 'German'])).toBe('Franco-German');
    expect(join(['a con-', 'artist'], 'con-artist')).toBe('a con-artist');
  });

  it('keeps the hyphen that stands for a missing half', () => {
    expect(join(['Nord-', 'und Südufer'])).toBe('Nord- und Südufer');
  });

  it('leaves a dash alone', () => {
    expect(join(['the ferry -', 'an old one'])).toBe('the ferry - an old one');
  });
});
