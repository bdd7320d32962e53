import { expect, test } from 'vitest';
import { charsetOfCodePage, charsetOfFont, decodeRtfBytes, decodeSymbol } from './rtf-charsets.ts';

const decode = (charset: string | undefined, ...bytes: number[]): string => decodeRtfBytes(Uint8Array.from(bytes), charset ?? 'none');

test('decodes what code pages and fonts name', () => {
  expect(decode(charsetOfCodePage(1250), 0xc8, 0x61)).toBe('Ča');
  expect(decode(charsetOfFont(204), 0xcf)).toBe('П');
  expect(decode(charsetOfFont(128), 0x83, 0x41)).toBe('ア');
  expect(decode(charsetOfCodePage(850), 0x9b, 0x41)).toBe('øA');
  expect(decode(charsetOfCodePage(437), 0x9b)).toBe('¢');
  expect(decode(charsetOfCodePage(65001), 0xc3, 0xa9)).toBe('é');
});

test('every charset that it names can be decoded', () => {
  const charsets = new Set(Array.from({ length: 66_001 }, (_, number) => [charsetOfCodePage(number), charsetOfFont(number)]).flat());
  charsets.delete(undefined);
  expect(charsets.size).toBeGreaterThan(20);
  for (const charset of charsets) expect(decode(charset, 0x41)).toMatch(/^.$/u);
});

test('the tables of the old charsets are whole', () => {
  const all = Array.from({ length: 128 }, (_, index) => index + 0x80);
  for (const charset of ['cp437', 'cp850']) expect(decode(charset, ...all)).toMatch(/^.{128}$/u);
});

test('reads the letters and marks of symbol fonts', () => {
  expect([0x61, 0x57, 0xb7, 0x2b, 0x9f].map(decodeSymbol)).toEqual(['α', 'Ω', '•', '+', '\uf09f']);
});

test('knows no other charsets', () => {
  expect([charsetOfCodePage(7), charsetOfFont(1), charsetOfFont(-1)]).toEqual([undefined, undefined, undefined]);
});
