import { scoreCyrillic, scoreLatin } from './score-alphabetic.ts';
import { scoreEastAsian } from './score-east-asian.ts';

interface Candidate {
  readonly charset: string;
  readonly score: (text: string) => number;
  /** Added to the score: where two charsets give nearly the same text, the more usual one is taken. */
  readonly preference: number;
}

const CANDIDATES: readonly Candidate[] = [
  { charset: 'windows-1252', score: scoreLatin, preference: 0.1 },
  { charset: 'windows-1250', score: scoreLatin, preference: 0.01 },
  { charset: 'iso-8859-2', score: scoreLatin, preference: 0 },
  { charset: 'iso-8859-15', score: scoreLatin, preference: 0 },
  { charset: 'windows-1251', score: scoreCyrillic, preference: 0.05 },
  { charset: 'koi8-r', score: scoreCyrillic, preference: 0 },
  { charset: 'gb18030', score: (text) => scoreEastAsian(text, 'simplified'), preference: 0.05 },
  { charset: 'big5', score: (text) => scoreEastAsian(text, 'traditional'), preference: 0 },
  { charset: 'shift_jis', score: (text) => scoreEastAsian(text, 'japanese'), preference: 0.02 },
  { charset: 'euc-jp', score: (text) => scoreEastAsian(text, 'japanese'), preference: 0 },
  { charset: 'euc-kr', score: (text) => scoreEastAsian(text, 'korean'), preference: 0 },
];

/** Enough to judge by. The cut may split a character: it is decoded as a stream that goes on. */
const SAMPLE_BYTES = 32 * 1024;

export interface ChosenCharset {
  readonly charset: string;
  /** From 0 to 1: how plausible the text is, and how far ahead of the next best. */
  readonly confidence: number;
}

/**
 * The charset under which bytes that are not UTF-8 read most like a language. Each candidate decodes a sample, and
 * the texts are compared, not the bytes: statistics of byte pairs fail on a single paragraph, where the share of
 * common characters does not.
 */
export function chooseLegacyCharset(bytes: Uint8Array): ChosenCharset {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const ranked = CANDIDATES.map(({ charset, score, preference }) => {
    const text = new TextDecoder(charset).decode(sample, { stream: sample.length < bytes.length });
    return { charset, score: score(text) - brokenShare(text) * 4 + preference };
  }).sort((a, b) => b.score - a.score);
  const [best, next] = ranked;
  if (best === undefined || next === undefined || best.score < -1) return { charset: 'windows-1252', confidence: 0.1 };
  const plausible = clamp((best.score + 0.5) / 1.5);
  const ahead = clamp((best.score - next.score) / 0.5);
  return { charset: best.charset, confidence: Math.round(100 * plausible * (0.5 + 0.5 * ahead)) / 100 };
}

/** The share of characters outside ASCII that could not be decoded. */
function brokenShare(text: string): number {
  let broken = 0;
  let foreign = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    foreign += 1;
    if (code === 0xfffd) broken += 1;
  }
  return foreign === 0 ? 0 : broken / foreign;
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value));
}
