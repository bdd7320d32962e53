import { expect, test } from 'vitest';
import { firstField, readHeaderFields } from './read-header-fields.ts';

const read = (head: string | Buffer): unknown => Object.fromEntries(readHeaderFields(typeof head === 'string' ? Buffer.from(head) : head));

test('reads fields by lower-case name, unfolded, several of a name in their order', () => {
  expect(read('Subject: a\r\n b\r\n\tc\r\nX: 1\r\nx : 2\r\n')).toEqual({ subject: ['a b c'], x: ['1', '2'] });
});

test('passes over lines that are no field', () => {
  expect(read('no field\n: b\nA:\n')).toEqual({ a: [''] });
});

test('reads what is not ASCII in its own charset', () => {
  expect(read('Subject: Fähre\n')).toEqual({ subject: ['Fähre'] });
  expect(read(Buffer.from('Subject: Die F\xe4hre f\xe4hrt nicht\n', 'latin1'))).toEqual({ subject: ['Die Fähre fährt nicht'] });
});

test('survives bytes that are no text', () => {
  expect(read(Buffer.concat([Buffer.from('A: b\nC: '), Buffer.from(Array.from({ length: 40 }, (_, at) => at % 9)), Buffer.from('\n')]))).toMatchObject({ a: ['b'] });
});

test('firstField passes over empty ones', () => {
  expect(firstField(readHeaderFields(Buffer.from('A:\nA: b\n')), 'a')).toBe('b');
  expect(firstField(readHeaderFields(Buffer.from('A:\n')), 'a')).toBeUndefined();
});
