import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitMarks } from './split-marks.ts';

it('marks what was found', () => {
  expect(splitMarks('the old harbour wall', [[8, 15]])).toEqual([
    { text: 'the old ', marked: false },
    { text: 'harbour', marked: true },
    { text: ' wall', marked: false },
  ]);
});

it('needs no marks', () => {
  expect(splitMarks('plain', [])).toEqual([{ text: 'plain', marked: false }]);
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
