import { expect, test } from 'vitest';
import { guessBoundary, splitParts } from './split-parts.ts';

const split = (text: string, boundary = 'b', most = 10): string[] => splitParts(Buffer.from(text), boundary, most).map(String);

test('takes the parts between boundaries, whatever the line ends', () => {
  expect(split('preamble\r\n--b\r\none\r\n\r\n--b  \r\ntwo\r\n--b--\r\nepilogue')).toEqual(['one\r\n', 'two']);
  expect(split('--b\none\n--b\n\n--b--')).toEqual(['one', '']);
});

test('a boundary that another one begins with is another one', () => {
  expect(split('--b\n--b1\ninner\n--b1--\n--b--\n')).toEqual(['--b1\ninner\n--b1--']);
});

test('a boundary inside of a line ends nothing', () => {
  expect(split('--b\na --b\n--b--\n')).toEqual(['a --b']);
});

test('the last part may lack its end', () => {
  expect(split('--b\none\n--b\ntw')).toEqual(['one', 'tw']);
  expect(split('--b')).toEqual(['']);
  expect(split('--b\n--b')).toEqual(['', '']);
});

test('looks for no more parts than it may', () => {
  expect(split('--b\nx\n'.repeat(50), 'b', 3)).toHaveLength(4);
});

test('finds the boundary that a header does not name', () => {
  expect(guessBoundary(Buffer.from('This is a message in parts.\r\n--=_x 1\r\nContent-Type: text/plain\r\n\r\na'))).toBe('=_x 1');
  expect(guessBoundary(Buffer.from('--\nContent is king\n-- \nJane'))).toBeUndefined();
});
