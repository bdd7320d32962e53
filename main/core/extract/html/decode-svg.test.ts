import { expect, test } from 'vitest';
import { decodeSvg } from './decode-svg.ts';

test('reads by the byte order mark, then by what the file declares', () => {
  expect(decodeSvg(Buffer.from('\ufeff<svg>ä', 'utf16le'))).toBe('<svg>ä');
  expect(decodeSvg(Buffer.from('\ufeff<svg>ä'))).toBe('<svg>ä');
  expect(decodeSvg(Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><svg>\xe4', 'latin1'))).toBe('<?xml version="1.0" encoding="ISO-8859-1"?><svg>ä');
  expect(decodeSvg(Buffer.from(' \n<svg>ä'))).toBe(' \n<svg>ä');
});

test('charsets that hide markup are none', () => {
  expect(decodeSvg(Buffer.from('<?xml version="1.0" encoding="iso-2022-kr"?><svg>ä'))).toContain('<svg>ä');
});

test('what does not begin with markup is none', () => {
  expect(decodeSvg(Buffer.from([0x1f, 0x8b, 8, 0]))).toBeUndefined();
  expect(decodeSvg(Buffer.from('svg'))).toBeUndefined();
  expect(decodeSvg(Buffer.from(''))).toBeUndefined();
});
