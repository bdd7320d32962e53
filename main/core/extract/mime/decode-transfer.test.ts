import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeTransfer } from './decode-transfer.ts';

const decode = (text: string, encoding: string): string => decodeTransfer(Buffer.from(text, 'latin1'), encoding).toString();

test.each([
  ['F=C3=A4hre', 'Fähre'],
  ['F=c3=a4hre', 'Fähre'],
  ['one =\r\nline =  \nmore=', 'one line more'],
  ['a = b, 1=2 =ZZ', 'a = b, 1=2 =ZZ'],
  ['plain\r\nlines\n', 'plain\r\nlines\n'],
  ['a=\rb', 'a=\rb'],
])('reads quoted-printable %j', (text, expected) => {
  expect(decode(text, 'quoted-printable')).toBe(expected);
});

test.each([
  ['RsOk\r\naHJl\n', 'Fähre'],
  ['YQ==\nYg==\n', 'ab'],
  ['YQ', 'a'],
  ['Y*Q=!=', 'a'],
  ['', ''],
])('reads base64 %j', (text, expected) => {
  expect(decode(text, 'base64')).toBe(expected);
});

test('leaves what is not encoded as it is', () => {
  expect(decode('a=3D', '8bit')).toBe('a=3D');
  expect(decode('a=3D', '')).toBe('a=3D');
});

test('gives back any bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const quoted = [...bytes].map((byte) => `=${byte.toString(16).padStart(2, '0')}`).join('=\n');
      expect(decodeTransfer(Buffer.from(quoted), 'quoted-printable')).toEqual(Buffer.from(bytes));
      expect(decodeTransfer(Buffer.from(Buffer.from(bytes).toString('base64')), 'base64')).toEqual(Buffer.from(bytes));
    }),
  );
});
