import { expect, test } from 'vitest';
import { readMime } from '../mime/read-mime.ts';
import { decodeMailText } from './decode-mail-text.ts';

const decode = (head: string, body: Buffer | string): string | undefined => decodeMailText(readMime(Buffer.concat([Buffer.from(`${head}\n\n`), typeof body === 'string' ? Buffer.from(body) : body])));

test('reads a part in the charset that it names', () => {
  expect(decode('Content-Type: text/plain; charset=koi8-r', Buffer.from([0xf0, 0xd2, 0xc9, 0xd7, 0xc5, 0xd4]))).toBe('Привет');
  expect(decode('Content-Type: text/plain; charset=iso-2022-jp', Buffer.from('\x1b$B4A;z\x1b(B', 'latin1'))).toBe('漢字');
});

test('believes bytes that are UTF-8 more than a false name', () => {
  expect(decode('Content-Type: text/plain; charset=iso-8859-1', 'Die Fähre fährt spät.')).toBe('Die Fähre fährt spät.');
  expect(decode('Content-Type: text/html; charset=x-unknown', '<p>Fähre')).toBe('<p>Fähre');
});

test('joins lines that were broken for the way', () => {
  expect(decode('Content-Type: text/plain; format=flowed', 'one \r\ntwo\r\n')).toBe('one two\n');
});

test('binary data is no text', () => {
  expect(decode('Content-Type: text/plain', Buffer.from(Array.from({ length: 64 }, (_, at) => at % 16)))).toBeUndefined();
});
