import { describe, expect, it } from 'vitest';
import { type Opening, readOpening } from './read-opening.ts';

const PROSE = 'The river ferry at Millbrook will stop running in the spring, the harbour office said on Monday, ending a long service.';
const read = (...lines: string[]): Opening & { body: string[] } => {
  const { opening, body } = readOpening(lines.map((line, index) => ({ lines: [line], afterGap: index > 0 })), { language: 'en' });
  return { ...opening, body: body.flatMap((paragraph) => [...paragraph.lines]) };
};

describe('readOpening', () => {
  it('takes a section’s name above the headline apart', () => {
    expect(read('NEWS', 'Ferry to stop in spring', 'By Jane Doe', PROSE)).toMatchObject({ section: 'NEWS', title: 'Ferry to stop in spring', byline: 'Jane Doe', body: [PROSE] });
  });

  it('takes a name above a date for the author’s, and says that it is a guess', () => {
    expect(read('Ferry to stop', 'Jane Doe', 'September 24, 2025', PROSE)).toMatchObject({ byline: 'Jane Doe', guessed: { byline: 0.7 }, body: [PROSE] });
    expect(read('Ferry to stop', 'Jane Doe', PROSE)).not.toHaveProperty('byline');
  });

  it('prefers the date of publication to that of the last change', () => {
    expect(read('Ferry to stop', 'Updated 26 September 2025', PROSE)).toMatchObject({ published: { value: '2025-09-26' }, guessed: { published: 0.6 } });
    expect(read('Ferry to stop', '24 September 2025', 'Updated 26 September 2025', PROSE)).toMatchObject({ published: { value: '2025-09-24' }, guessed: {} });
  });

  it('takes the address above the text', () => {
    expect(read('https://paper.example/ferry', 'Ferry to stop', PROSE)).toMatchObject({ url: 'https://paper.example/ferry', title: 'Ferry to stop', body: [PROSE] });
  });

  it('uses the date of a dateline only with its year, and only if nothing above states one', () => {
    const dated = `PARIS, Sept. 24, 2025 (XY) - ${PROSE}`;
    expect(read(dated)).toMatchObject({ published: { value: '2025-09-24' }, guessed: { published: 0.9 }, dateline: 'PARIS, Sept. 24, 2025 (XY)', body: [dated] });
    expect(read('Ferry to stop', '25 September 2025', dated).published?.value).toBe('2025-09-25');
    expect(read(`PARIS, Sept 24 (XY) - ${PROSE}`).published).toBeUndefined();
  });

  it('leaves what is below the opening alone', () => {
    expect(read('Ferry to stop', PROSE, PROSE, PROSE, 'By Jane Doe').body).toEqual([PROSE, PROSE, PROSE, 'By Jane Doe']);
  });
});
