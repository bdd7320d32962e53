import { expect, test } from 'vitest';
import { imageTypeOf, isBlankPixel } from './image-type.ts';

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

test.each([
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', '\xff\xd8\xff\xe0'],
  ['image/gif', 'GIF89a'],
  ['image/webp', 'RIFF\0\0\0\0WEBPVP8 '],
  ['image/avif', '\0\0\0\x1cftypavif\0\0\0\0'],
  [undefined, '<svg xmlns="http://www.w3.org/2000/svg">'],
  [undefined, '%PDF-1.7'],
  [undefined, ''],
])('%s is known by its first bytes', (type, bytes) => {
  expect(imageTypeOf(ascii(bytes))).toBe(type);
});

test('blanks of one pixel are known by their size', () => {
  expect(isBlankPixel(ascii('GIF89a\x01\0\x01\0'))).toBe(true);
  expect(isBlankPixel(ascii('GIF89a\x40\x01\x20\x01'))).toBe(false);
  expect(isBlankPixel(ascii('\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01'))).toBe(true);
  expect(isBlankPixel(ascii('GIF89a'))).toBe(false);
});
