import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitMarks } from './split-marks.ts';

it('marks what was found', () => {
  expect(splitMarks('the old harbour wall', [[8, 15]])).toEqual([
    { start: 0, text: 'the old ', marked: false },
    { start: 8, text: 'harbour', marked: true },
    { start: 15, text: ' wall', marked: false },
  ]);
});

it('needs no marks', () => {
  expect(splitMarks('plain', [])).toEqual([{ start: 0, text: 'plain', marked: false }]);
  expect(splitMarks('', [[0, 3]])).toEqual([]);
});

it('gives every character back once, whatever the marks', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.tuple(fc.integer({ min: -3, max: 30 }), fc.integer({ min: -3, max: 30 }))), (text, marks) => {
      expect(
        splitMarks(text, marks)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
