import { expect, test } from 'vitest';
import { RtfPicture } from './rtf-picture.ts';

test('puts a picture together from pieces of any length', () => {
  const picture = new RtfPicture();
  picture.takeWord('pngblip', undefined);
  picture.takeWord('picwgoal', 1500);
  picture.takeWord('picscalex', 50);
  for (const hex of ['895', '04', 'e4 7']) picture.takeHex(hex);
  picture.takeBytes(Uint8Array.of(1, 2));
  expect(Buffer.from(picture.bytes() ?? []).toString('hex')).toBe('89504e470102');
  expect([picture.width(), picture.height()]).toEqual([50, undefined]);
});

test('keeps no picture of a kind that articles cannot hold', () => {
  const picture = new RtfPicture();
  picture.takeWord('wmetafile', 8);
  picture.takeHex('0102');
  expect([picture.type, picture.bytes()]).toEqual(['wmf', undefined]);
});
