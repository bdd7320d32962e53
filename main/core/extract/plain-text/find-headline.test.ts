import { describe, expect, it } from 'vitest';
import { findHeadline, makeTitle } from './find-headline.ts';
import type { Paragraph } from './split-paragraphs.ts';

const PROSE = 'The river ferry at Millbrook will stop running in the spring, the harbour office said on Monday.';
const all = (gaps: boolean, ...lines: string[]): Paragraph[] => lines.map((line, index) => ({ lines: [line], afterGap: gaps && index > 0 }));
const isSourceLine = (line: string): boolean => line.startsWith('By ');

describe('findHeadline', () => {
  it('is sure above a gap, a byline or a dateline', () => {
    const sure = { title: 'Ferry to stop', confidence: 1, paragraphs: 1 };
    expect(findHeadline(all(true, 'Ferry to stop', PROSE), isSourceLine)).toEqual(sure);
    expect(findHeadline(all(false, 'Ferry to stop', 'By Jane Doe', PROSE), isSourceLine)).toEqual(sure);
    expect(findHeadline(all(false, 'Ferry to stop', `MILLBROOK (XY) - ${PROSE}`), isSourceLine)).toEqual(sure);
  });

  it('is less sure where only the next line is longer', () => {
    expect(findHeadline(all(false, 'Ferry to stop', PROSE), isSourceLine)?.confidence).toBe(0.8);
  });

  it('joins a headline of two lines', () => {
    const paragraphs: Paragraph[] = [
      { lines: ['RIVER FERRY TO STOP'], afterGap: false },
      { lines: ['IN SPRING'], afterGap: false },
      { lines: [PROSE], afterGap: true },
    ];
    expect(findHeadline(paragraphs, isSourceLine)).toEqual({ title: 'RIVER FERRY TO STOP IN SPRING', confidence: 1, paragraphs: 2 });
  });

  it.each(['The ferry stops.', 'and so it stops', 'The ferry, she said,', '- oars', 'https://paper.example/a', '***', PROSE])('does not take %s', (line) => {
    expect(findHeadline(all(true, line, PROSE, PROSE), isSourceLine)).toBeUndefined();
  });

  it('does not take the first of several short lines', () => {
    expect(findHeadline(all(false, 'oars', 'rope', 'lamp'), isSourceLine)).toBeUndefined();
    expect(findHeadline(all(false, 'Oars', 'Rope', 'Lamp'), isSourceLine)).toBeUndefined();
  });

  it('leaves a line that is all there is in the text', () => {
    expect(findHeadline(all(false, 'Ferry to stop'), isSourceLine)).toMatchObject({ title: 'Ferry to stop', paragraphs: 0 });
  });
});

describe('makeTitle', () => {
  it('is the first sentence, without dateline and full stop', () => {
    expect(makeTitle(all(true, `${PROSE} It was old.`))).toBe(PROSE.slice(0, -1));
    expect(makeTitle(all(true, 'MILLBROOK, Sept 24 (XY) - The ferry stops today. It was old.'))).toBe('The ferry stops today');
  });

  it('has at most 120 characters', () => {
    const title = makeTitle(all(true, `${'very '.repeat(40)}old`));
    expect(title.length).toBeLessThanOrEqual(120);
    expect(title).toMatch(/ very…$/);
  });
});
