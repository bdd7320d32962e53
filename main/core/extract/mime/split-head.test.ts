import { expect, test } from 'vitest';
import { splitHead } from './split-head.ts';

const split = (text: string): string[] => {
  const { head, body } = splitHead(Buffer.from(text));
  return [head.toString(), body.toString()];
};

test('cuts at the first empty line, whatever the line ends', () => {
  expect(split('A: b\r\nC: d\r\n\r\ntext\r\n')).toEqual(['A: b\r\nC: d\r\n', 'text\r\n']);
  expect(split('A: b\n\n\ntext')).toEqual(['A: b\n', '\ntext']);
});

test('a field goes on where lines begin with white space', () => {
  expect(split('A: b\n c\n\td\n\ntext')[0]).toBe('A: b\n c\n\td\n');
});

test('ends the header before a line that is no field', () => {
  expect(split('A: b\nHello there,\n\nC: d\n')).toEqual(['A: b\n', 'Hello there,\n\nC: d\n']);
});

test('bytes without a field are all body', () => {
  expect(split('Hello there.\n\nBye')).toEqual(['', 'Hello there.\n\nBye']);
  expect(split('\ntext')).toEqual(['', 'text']);
  expect(split('')).toEqual(['', '']);
});

test('passes over the line that a mailbox sets before a message, and a byte order mark', () => {
  expect(split('From a@b.test Mon Jan  1 10:00:00 2024\nA: b\n\ntext')).toEqual(['A: b\n', 'text']);
  expect(split('\ufeffA: b\n\ntext')).toEqual(['A: b\n', 'text']);
});

test('a header without a body is all header', () => {
  expect(split('A: b\nC: d')).toEqual(['A: b\nC: d', '']);
});
