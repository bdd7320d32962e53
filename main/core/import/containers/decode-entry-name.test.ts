import { expect, test } from 'vitest';
import { LIMITS } from '../../base/limits.ts';
import { decodeEntryName } from './decode-entry-name.ts';

test.each([
  [Buffer.from('notes.txt'), 'notes.txt'],
  [Buffer.from('Bücher/日本.txt'), 'Bücher/日本.txt'],
  [Buffer.from('M\x81ller.txt', 'latin1'), 'Müller.txt'],
  [Buffer.from('c4dacdacb9fabcd2d0c2cec5b1a8b5bc', 'hex'), '内同国家新闻报导'],
])('reads a name in whatever it is written: %s', (bytes, name) => {
  expect(decodeEntryName(bytes)).toBe(name);
});

test('cuts what is no name any more', () => {
  expect(decodeEntryName(Buffer.alloc(60_000, 'a'))).toHaveLength(LIMITS.archiveNameLength);
});
