import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LibraryError } from '../../contract/errors.ts';
import { encodeAs, encodeIso2022Jp, encodeUtf16, SAMPLES } from './charset/charset-samples.ts';
import { decodeText } from './decode-text.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const join = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

const LEGACY: readonly (readonly [string, readonly (keyof typeof SAMPLES)[]])[] = [
  ['windows-1252', ['de', 'fr', 'es', 'pt', 'it', 'nl']],
  ['windows-1251', ['ru']],
  ['koi8-r', ['ru']],
  ['windows-1250', ['pl', 'cs']],
  ['gb18030', ['zh']],
  ['big5', ['zhHant']],
  ['shift_jis', ['ja']],
  ['euc-jp', ['ja']],
  ['euc-kr', ['ko']],
];

/** KOI8-R has no typographic quotation marks and dashes. */
const typed = (text: string): string => text.replaceAll(/[«»]/g, '"').replaceAll('—', '-');

describe('decodeText', () => {
  for (const [charset, languages] of LEGACY) {
    for (const language of languages) {
      it(`finds ${charset} in one paragraph (${language})`, () => {
        const text = charset === 'koi8-r' ? typed(SAMPLES[language]) : SAMPLES[language];
        const decoded = decodeText(encodeAs(text, charset));
        expect(decoded).toMatchObject({ text, charset });
        expect(decoded.confidence).toBeGreaterThan(0.5);
      });
    }
  }

  it('finds East Asian charsets in any sixty characters', () => {
    for (const [charset, languages] of LEGACY.slice(4)) {
      for (const language of languages) {
        const sample = SAMPLES[language];
        for (let start = 0; start + 60 <= sample.length; start += 10) {
          const part = sample.slice(start, start + 60);
          expect(decodeText(encodeAs(part, charset)).text).toBe(part);
        }
      }
    }
  });

  it('finds ISO-8859-2 where it differs from the Windows charset', () => {
    expect(decodeText(encodeAs(SAMPLES.pl.replaceAll(/[„”–]/g, '"'), 'iso-8859-2')).charset).toBe('iso-8859-2');
  });

  it('reads UTF-16 of both orders with and without a mark', () => {
    for (const language of ['zh', 'ja', 'ko', 'de', 'ru'] as const) {
      for (const order of ['le', 'be'] as const) {
        const text = `${SAMPLES[language]}\n`;
        const expected = { text, charset: `utf-16${order}` };
        expect(decodeText(encodeUtf16(text, order))).toMatchObject(expected);
        expect(decodeText(encodeUtf16(`\ufeff${text}`, order))).toMatchObject(expected);
      }
    }
  });

  it('reads UTF-32 by its mark', () => {
    expect(decodeText(bytes(0xff, 0xfe, 0, 0, 0x41, 0, 0, 0, 0x42, 0xf6, 1, 0))).toMatchObject({ text: 'A\u{1f642}', charset: 'utf-32le' });
    expect(decodeText(bytes(0, 0, 0xfe, 0xff, 0, 0, 0, 0x41))).toMatchObject({ text: 'A', charset: 'utf-32be' });
  });

  it('drops the mark of UTF-8 and turns every line end into a line feed', () => {
    expect(decodeText(utf8('\ufeffa\r\nb\rc\nd'))).toEqual({ text: 'a\nb\nc\nd', charset: 'utf-8', confidence: 1 });
  });

  it('trusts ISO-2022-JP only where Japanese stands between its escapes', () => {
    expect(decodeText(encodeIso2022Jp(SAMPLES.ja))).toMatchObject({ text: SAMPLES.ja, charset: 'iso-2022-jp' });
    const trick = utf8('<a title="\x1b$@"><b title="\x1b(B onclick=x">hello</b>');
    expect(decodeText(trick, 'iso-2022-jp').charset).toBe('utf-8');
    expect(decodeText(utf8('plain words'), 'iso-2022-jp').charset).toBe('utf-8');
  });

  it('never reads UTF-7, declared or not', () => {
    expect(decodeText(utf8('+ADw-b+AD4-'), 'utf-7').text).toBe('+ADw-b+AD4-');
  });

  it('takes a declaration that the bytes agree with', () => {
    const short = encodeAs('Ř', 'iso-8859-2');
    expect(decodeText(short, ' ISO-8859-2 ')).toMatchObject({ text: 'Ř', charset: 'iso-8859-2' });
    expect(decodeText(encodeAs('мост', 'koi8-r'), 'koi8-r').text).toBe('мост');
  });

  it('leaves a declaration that the bytes contradict', () => {
    expect(decodeText(encodeAs(SAMPLES.fr, 'windows-1252'), 'utf-8').text).toBe(SAMPLES.fr);
    expect(decodeText(utf8(SAMPLES.fr), 'windows-1252').text).toBe(SAMPLES.fr);
    expect(decodeText(encodeAs(SAMPLES.de, 'windows-1252'), 'no-such-charset').text).toBe(SAMPLES.de);
    expect(decodeText(join(bytes(0xef, 0xbb, 0xbf), utf8('é')), 'windows-1252').text).toBe('é');
  });

  it('keeps a good UTF-8 text with a truncated end or a few bad bytes', () => {
    expect(decodeText(utf8(SAMPLES.de).slice(0, -1).subarray(0, 44)).charset).toBe('utf-8');
    expect(decodeText(join(utf8(SAMPLES.zh), bytes(0xe4, 0xb8)))).toMatchObject({ text: `${SAMPLES.zh}\ufffd`, charset: 'utf-8' });
    const spoiled = decodeText(join(utf8(SAMPLES.fr), bytes(0xe9), utf8(SAMPLES.fr)));
    expect(spoiled).toMatchObject({ text: `${SAMPLES.fr}\ufffd${SAMPLES.fr}`, charset: 'utf-8' });
  });

  it('does not take a word that ends in an accent for broken UTF-8', () => {
    expect(decodeText(encodeAs('un vieux café', 'windows-1252'))).toMatchObject({ text: 'un vieux café', charset: 'windows-1252' });
  });

  it('refuses binary data and forgives a stray control character', () => {
    const binary = Uint8Array.from({ length: 400 }, (_, at) => (at * 73 + (at >> 3) * 31) % 256);
    expect(() => decodeText(binary)).toThrow(LibraryError);
    expect(() => decodeText(bytes(0, 0, 0, 0))).toThrow(/binary/);
    expect(decodeText(utf8(`${SAMPLES.it}\u0003`)).text).toContain('giugno');
    expect(decodeText(utf8(`a\0${SAMPLES.it}`)).text).toBe(`a${SAMPLES.it}`);
  });

  it('reads a wire text that DEL characters fill', () => {
    const text = `The bank\u007f said\u007f it\u007f has\u007f named a new\u007f officer.`;
    expect(decodeText(Buffer.from(text)).text).toBe(text);
  });

  it('gives back what was encoded as UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[\p{Cc}\ufeff]/u.test(text));
        expect(decodeText(utf8(text)).text).toBe(text);
      }),
    );
  });

  it('gives back marked UTF-16 whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('le' as const, 'be' as const), (text, order) => {
        fc.pre(!/[\r\0]/.test(text) && !text.startsWith('\ufeff'));
        expect(decodeText(encodeUtf16(`\ufeff${text}`, order)).text).toBe(text);
      }),
    );
  });

  it('fails on bytes in no other way than with a LibraryError', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
        try {
          expect(decodeText(data).text).not.toContain('\r');
        } catch (error) {
          expect(error).toBeInstanceOf(LibraryError);
        }
      }),
    );
  });
});
