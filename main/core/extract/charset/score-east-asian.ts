import { COMMON_HANGUL, COMMON_KANJI, COMMON_SIMPLIFIED, COMMON_TRADITIONAL } from './common-characters.ts';

export type EastAsianScript = 'simplified' | 'traditional' | 'japanese' | 'korean';

const LETTER = /[A-Za-z]/;

/**
 * How much a decoded text reads like the script that its charset is for: the mean of a worth for each character
 * outside ASCII, from -2 (nonsense) to 1 (all of it common). Correct text of one sentence lies above 0.5, a wrong
 * decoding near 0 or below. -2 for a text of ASCII only.
 */
export function scoreEastAsian(text: string, script: EastAsianScript): number {
  let worth = 0;
  let counted = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    counted += 1;
    worth += worthOf(code, text.charAt(at), script);
    // A single ideograph inside a Latin word is an accented letter that was read as the first half of a pair.
    if (code >= 0x2e80 && LETTER.test(text.charAt(at - 1)) && text.charCodeAt(at + 1) < 0x80) worth -= 1.5;
  }
  return counted === 0 ? -2 : worth / counted;
}

function worthOf(code: number, character: string, script: EastAsianScript): number {
  if (code === 0xfffd || (code >= 0x80 && code < 0xa0) || (code >= 0xe000 && code < 0xf900)) return -2;
  if (isPunctuation(code)) return 0.6;
  return WORTH[script](code, character);
}

const WORTH: Readonly<Record<EastAsianScript, (code: number, character: string) => number>> = {
  simplified: (code, character) => chineseWorth(code, COMMON_SIMPLIFIED.has(character)),
  traditional: (code, character) => chineseWorth(code, COMMON_TRADITIONAL.has(character)),
  japanese: japaneseWorth,
  korean: koreanWorth,
};

function chineseWorth(code: number, common: boolean): number {
  if (common) return 1;
  if (isIdeograph(code)) return 0;
  return -1;
}

function japaneseWorth(code: number, character: string): number {
  if (code >= 0x3041 && code <= 0x3096) return 1;
  if (code >= 0x30a1 && code <= 0x30fe) return 0.8;
  // Every byte from A1 to DF is a half-width katakana in Shift-JIS, so they are what a wrong decoding is full of.
  if (code >= 0xff61 && code <= 0xff9f) return -1;
  if (isIdeograph(code)) return COMMON_KANJI.has(character) ? 0.8 : 0;
  return -1;
}

function koreanWorth(code: number, character: string): number {
  if (code >= 0xac00 && code <= 0xd7a3) return COMMON_HANGUL.has(character) ? 1 : 0.1;
  // Hanja are rare in modern text; loose jamo are what kana become here.
  if (isIdeograph(code)) return -0.3;
  return -1;
}

function isIdeograph(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/** Ideographic and full-width punctuation and digits, typographic quotation marks and dashes. */
function isPunctuation(code: number): boolean {
  return (
    (code >= 0x3000 && code <= 0x3011) ||
    (code >= 0xff01 && code <= 0xff5e) ||
    (code >= 0x2010 && code <= 0x2026) ||
    code === 0x30fb ||
    code === 0x00b7
  );
}
