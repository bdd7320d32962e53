import { describe, expect, it } from 'vitest';
import { findWrapWidth } from './find-wrap-width.ts';

const WRAPPED = ['The river ferry at Millbrook will stop running in the spring, the', 'harbour office said on Monday. It was the last of nine ferries that', 'crossed the river.'];

describe('findWrapWidth', () => {
  it('is the width that wrapped lines fill', () => {
    expect(findWrapWidth(WRAPPED)).toBe(67);
    expect(findWrapWidth(['    The ferry', ...WRAPPED, '', ...WRAPPED])).toBe(67);
  });

  it('counts ideographs as two columns', () => {
    expect(findWrapWidth(['市政府星期三宣布，新的过河大桥将在明年春天', '正式开放。负责工程的部门表示，过去两年的施', '工进展顺利。'])).toBe(42);
  });

  it('is undefined where lines are paragraphs, verse or headings', () => {
    expect(findWrapWidth([WRAPPED.join(' '), WRAPPED.join(' ')])).toBeUndefined();
    expect(findWrapWidth(['The river goes', 'where no one knows', 'and comes again', 'as April rain'])).toBeUndefined();
    expect(findWrapWidth(['Ferry to stop in spring', '', WRAPPED.join(' ')])).toBeUndefined();
    expect(findWrapWidth(['Read more:', WRAPPED.join(' '), 'A title of another article', 'https://paper.example/a'])).toBeUndefined();
    expect(findWrapWidth([])).toBeUndefined();
  });

  it('is undefined where every line is a sentence', () => {
    const line = 'The ferry of Millbrook stopped again on this day in spring.';
    expect(findWrapWidth([line, line, line, line])).toBeUndefined();
  });
});
