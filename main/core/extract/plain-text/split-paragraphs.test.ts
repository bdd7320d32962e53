import { describe, expect, it } from 'vitest';
import { splitParagraphs, type StandsAlone } from './split-paragraphs.ts';

const split = (text: string, alone: StandsAlone = () => undefined): string[][] => splitParagraphs(text, alone).map(({ lines }) => [...lines]);

const WRAPPED = [
  'The river ferry at Millbrook will stop running in the spring, the',
  'harbour office said on Monday. It was the last of nine ferries that',
  'crossed the river before the war.',
];
const JOINED = WRAPPED.join(' ');

describe('splitParagraphs', () => {
  it('takes every line for a paragraph where lines are long', () => {
    const long = `${JOINED} ${JOINED}`;
    expect(split(`${long}\n${long}\nShort end.`)).toEqual([[long], [long], ['Short end.']]);
  });

  it('joins hard-wrapped lines between empty lines', () => {
    expect(split([...WRAPPED, '', ...WRAPPED].join('\n'))).toEqual([[JOINED], [JOINED]]);
  });

  it('begins a paragraph at an indent, and after a line that its writer ended', () => {
    const indented = WRAPPED.map((line, index) => (index === 0 ? `    ${line}` : line));
    expect(split([...indented, ...indented].join('\n'))).toEqual([[JOINED], [JOINED]]);
    expect(split([...WRAPPED, ...WRAPPED].join('\n'))).toEqual([[JOINED], [JOINED]]);
  });

  it('joins a block that is indented throughout', () => {
    expect(split([...WRAPPED, '', ...WRAPPED.map((line) => `    ${line}`)].join('\n'))).toEqual([[JOINED], [JOINED]]);
  });

  it('keeps the lines of verse and lists in a wrapped text', () => {
    const list = ['- oars', '- a lamp that the ferryman of Millbrook had made in his first', '  year on the river', '- rope'];
    expect(split([...WRAPPED, '', 'The river goes', 'where no one knows', 'and comes again', '', ...list].join('\n'))).toEqual([
      [JOINED],
      ['The river goes', 'where no one knows', 'and comes again'],
      ['- oars', '- a lamp that the ferryman of Millbrook had made in his first year on the river', '- rope'],
    ]);
  });

  it('parts a heading from the wrapped text below it', () => {
    expect(split(['A long farewell', ...WRAPPED, ...WRAPPED].join('\n'))[0]).toEqual(['A long farewell']);
  });

  it('never joins a line that stands alone', () => {
    const text = [WRAPPED[0], WRAPPED[1], 'RELATED:', WRAPPED[0], WRAPPED[1]].join('\n');
    expect(split(text, (line) => (line === 'RELATED:' ? 'alone' : undefined))).toContainEqual(['RELATED:']);
  });

  it('says which paragraphs stand below an empty line', () => {
    expect(splitParagraphs('\n\nOne.\nTwo.\n\n\nThree.', () => undefined).map(({ afterGap }) => afterGap)).toEqual([false, false, true]);
  });
});
