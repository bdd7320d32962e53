import { describe, expect, it } from 'vitest';
import { parseSourceLine } from './parse-source-line.ts';

const read = (line: string, isBelowHeadline = true): object | undefined => {
  const found = parseSourceLine(line, { language: 'en' }, isBelowHeadline);
  return found && { byline: found.byline, published: found.published?.value };
};

describe('parseSourceLine', () => {
  it.each([
    ['By Jane Doe | 24 Sept 2025 | The Paper', 'Jane Doe', '2025-09-24'],
    ['By Jane Doe, Sept. 24, 2025', 'Jane Doe', '2025-09-24'],
    ['Jane Doe, 24 September 2025', 'Jane Doe', '2025-09-24'],
    ['The Paper · 24 September 2025', undefined, '2025-09-24'],
    ['LISBON, 24 September 2025', undefined, '2025-09-24'],
    ['Par Élodie Petit, le 3 mai 2019', 'Élodie Petit', '2019-05-03'],
    ['Published 24 September 2025, updated 26 September 2025', undefined, '2025-09-24'],
    ['Updated: 26 September 2025', undefined, '2025-09-26'],
    ['By Jane Doe', 'Jane Doe', undefined],
    ['Mittwoch, 24. September 2025', undefined, '2025-09-24'],
    ['2025年9月24日 15:01 来源：河报', undefined, '2025-09-24T15:01'],
    ['입력 2025.09.24 15:01', undefined, '2025-09-24T15:01'],
  ])('reads %s', (line, byline, published) => {
    expect(read(line)).toEqual({ byline, published });
  });

  it.each(['The ferry stopped on 24 September 2025.', 'Built in 1987 | Closed in 2025', 'One - two - three', 'It was May, 2025 was near', ''])('leaves %s', (line) => {
    expect(read(line)).toBeUndefined();
  });
});
