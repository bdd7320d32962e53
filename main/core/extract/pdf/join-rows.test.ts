import { describe, expect, it, test } from 'vitest';
import { glueBetween, joinRows } from './join-rows.ts';

const none = (): boolean => false;
const known = (...words: readonly string[]) => (word: string): boolean => words.includes(word);
const glue = (line: string, next: string, isWord: (word: string) => boolean = none): string => {
  const { between, dropsHyphen } = glueBetween(line, next, isWord);
  return (dropsHyphen ? line.slice(0, -1) : line) + between + next;
};

describe('glueBetween', () => {
  it('makes divided words whole', () => {
    expect(glue('an informa-', 'tion office')).toBe('an information office');
    expect(glue('vor der Regie\u00ad', 'rung')).toBe('vor der Regierung');
  });

  it('keeps the hyphen before a capital, a number, and of a pair', () => {
    expect(glue('Stress-', 'Engineered')).toBe('Stress-Engineered');
    expect(glue('a Boeing 737-', '800')).toBe('a Boeing 737-800');
    expect(glue('Nord-', 'und Südufer')).toBe('Nord- und Südufer');
  });

  it('keeps the hyphen of a word that is written with one elsewhere', () => {
    expect(glue('knife-', 'edge', known('knife-edge'))).toBe('knife-edge');
  });

  it('keeps the hyphen between two words that are one nowhere', () => {
    expect(glue('decision-', 'making', known('decision', 'making'))).toBe('decision-making');
    expect(glue('under-', 'stand', known('under', 'stand', 'understand'))).toBe('understand');
    expect(glue('self-', 'made', known('made'))).toBe('self-made');
  });

  it('puts no space between Chinese lines, and none behind a dash without one before it', () => {
    expect(glue('他说', '今天')).toBe('他说今天');
    expect(glue('the quay—', 'or what was left')).toBe('the quay—or what was left');
    expect(glue('the quay –', 'or what was left')).toBe('the quay – or what was left');
  });
});

test('keeps lines that are their own, links and raised marks', () => {
  const rows = [{ text: 'See the re-', spans: [{ text: 'See the ' }, { text: 're-', link: 'https://a.example/' }] }, { text: 'port1', spans: [{ text: 'port', link: 'https://a.example/' }, { text: '1', shift: 'sup' as const }] }, { text: 'Own', spans: [{ text: 'Own' }] }];
  expect(joinRows({ rows, ownLines: [false, true] }, none)).toEqual([{ text: 'See the ' }, { text: 'report', link: 'https://a.example/' }, { text: '1', shift: 'sup' }, { lineEnd: true }, { text: 'Own' }]);
});

test('shortens the dots of a table of contents', () => {
  expect(joinRows({ rows: [{ text: '', spans: [{ text: 'Ships . . . . . . . . . . 12' }] }], ownLines: [] }, none)).toEqual([{ text: 'Ships … 12' }]);
});
