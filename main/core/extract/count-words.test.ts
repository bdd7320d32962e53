import { describe, expect, it } from 'vitest';
import { countWords } from './count-words.ts';

describe('countWords', () => {
  it('counts runs of letters and digits', () => {
    expect(countWords('The ferry, 3 buses — and one mill.')).toBe(7);
    expect(countWords('Über 20 Dörfer. Été. Мост.')).toBe(5);
    expect(countWords(' \n—…')).toBe(0);
  });

  it('ends a run at an apostrophe, a hyphen and a decimal point', () => {
    expect(countWords("don't well-known 3.5")).toBe(6);
  });

  it('keeps combining marks in their word', () => {
    expect(countWords('e\u0301te\u0301 हिन्दी')).toBe(2);
  });

  it('segments Chinese, Japanese and Thai', () => {
    expect(countWords('新的大桥将在明年春天开放')).toBeGreaterThan(4);
    expect(countWords('図書館は来月から開く')).toBeGreaterThan(3);
    expect(countWords('สะพานใหม่เปิดแล้ว')).toBeGreaterThan(2);
    expect(countWords('공원은 내년 봄에 열린다')).toBe(4);
  });

  it('counts an endless run of ideographs', () => {
    expect(countWords('桥'.repeat(100_000))).toBeGreaterThan(1_000);
  });
});
