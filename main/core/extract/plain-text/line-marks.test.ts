import { describe, expect, it } from 'vitest';
import { endsSentence, endsWithFullStop, indentOf, isListItem, startsLower } from './line-marks.ts';

describe('marks of a line', () => {
  it('knows list items', () => {
    for (const line of ['- milk', '  * eggs', '• salt', '12. bread', '(a) flour', '— Sí, dijo.']) expect(isListItem(line)).toBe(true);
    for (const line of ['-milk', '1987 was cold', 'A. Smith', '*']) expect(isListItem(line)).toBe(false);
  });

  it('knows the end of a sentence behind quotation marks', () => {
    for (const line of ['It stopped.', 'He said “no.”', 'Why?', '完毕。', '(It did.)']) expect(endsSentence(line)).toBe(true);
    for (const line of ['It stopped,', 'Ferry stops at noon', 'at 5:']) expect(endsSentence(line)).toBe(false);
  });

  it('tells a full stop from other ends', () => {
    for (const line of ['It stopped.', 'He said “no.”', '完毕。']) expect(endsWithFullStop(line)).toBe(true);
    for (const line of ['Why?', 'And then...', 'Talks in the U.S.']) expect(endsWithFullStop(line)).toBe(false);
  });

  it('sees small letters and indents', () => {
    expect(startsLower('  and so')).toBe(true);
    expect(startsLower('“and so')).toBe(true);
    expect(startsLower('And so')).toBe(false);
    expect(indentOf('   x')).toBe(3);
  });
});
