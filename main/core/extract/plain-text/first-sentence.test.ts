import { describe, expect, it } from 'vitest';
import { firstSentence } from './first-sentence.ts';

describe('firstSentence', () => {
  it.each([
    ['The ferry stops today. It was old.', 'The ferry stops today.'],
    ['The U.S. ferry stops today. It was old.', 'The U.S. ferry stops today.'],
    ['Mr. Tully of St. John met Dr. Roe at 3 p.m. today. He left.', 'Mr. Tully of St. John met Dr. Roe at 3 p.m. today.'],
    ['It cost 3.5 million. Too much.', 'It cost 3.5 million.'],
    ['Die Fähre hält z. B. am 24. September in Millbrook. Sie ist alt.', 'Die Fähre hält z. B. am 24. September in Millbrook.'],
    ['“Nobody will miss it!” she said on Monday. It was old.', '“Nobody will miss it!” she said on Monday.'],
    ['Will the ferry return? Nobody knows.', 'Will the ferry return?'],
    ['新的大桥将在明年春天开放。负责工程的部门表示。', '新的大桥将在明年春天开放。'],
    ['В 2025 г. паром остановят. Он старый.', 'В 2025 г. паром остановят.'],
    ['No. The ferry does not stop.', 'No. The ferry does not stop.'],
    ['A line without an end', 'A line without an end'],
  ])('ends at the end of the sentence: %s', (paragraph, expected) => {
    expect(firstSentence(paragraph)).toBe(expected);
  });
});
