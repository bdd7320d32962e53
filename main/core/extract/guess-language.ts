import { eld } from 'eld/extrasmall';

/** More text makes the guess slower, not better. */
const SAMPLE_CHARS = 1_000;
/** Fewer letters than these say nothing. */
const ENOUGH_LETTERS = /(?:\p{L}\P{L}*){12}/u;
/** Where the first of the scripts begins that a language shows in. */
const BEYOND_LATIN_AND_GREEK = /[\u0400-\uffff]/;
/** A lead over the next language, as a share of the score, below which a guess is little better than chance. */
const LEAST_LEAD = 0.04;

export interface GuessedLanguage {
  /** BCP 47: the two-letter code where there is one. */
  readonly language: string;
  readonly confidence: number;
}

/**
 * The language of a text by its script and, for scripts that many languages share, its letter groups. Undefined where a
 * guess would be little better than chance.
 */
export function guessLanguage(text: string): GuessedLanguage | undefined {
  const sample = text.slice(0, SAMPLE_CHARS);
  const byScript = BEYOND_LATIN_AND_GREEK.test(sample) ? languageOfScript(sample) : undefined;
  if (byScript !== undefined) return byScript;
  if (!ENOUGH_LETTERS.test(sample)) return undefined;
  const [best, next] = Object.entries(eld.detect(sample).getScores()).toSorted(([, a], [, b]) => b - a);
  if (best === undefined) return undefined;
  // The score itself says little; what it is ahead of the next language tells how sure it is.
  const lead = (best[1] - (next?.[1] ?? 0)) / best[1];
  if (lead < LEAST_LEAD) return undefined;
  return { language: best[0], confidence: round(Math.min(0.99, 0.5 + lead * 2)) };
}

/** Japanese, Korean, Chinese and Russian show in their characters. */
function languageOfScript(sample: string): GuessedLanguage | undefined {
  const letters = count(sample, /\p{L}/gu);
  if (letters < 4) return undefined;
  const kana = count(sample, /[\u3041-\u3096\u30a1-\u30fa]/g) / letters;
  const hangul = count(sample, /[\uac00-\ud7a3]/g) / letters;
  const han = count(sample, /[\u4e00-\u9fff]/g) / letters;
  if (kana + han > 0.5 && kana > 0.1) return { language: 'ja', confidence: 0.99 };
  if (hangul > 0.4) return { language: 'ko', confidence: 0.99 };
  if (han > 0.5) return { language: 'zh', confidence: kana > 0 ? 0.7 : 0.95 };
  const cyrillic = count(sample, /[\u0400-\u04ff]/g) / letters;
  const russian = count(sample, /[ыэъ]/gi);
  if (cyrillic > 0.6 && russian > 0 && !/[іїєґўђјљњќџәғқңөұүһ]/i.test(sample)) {
    return { language: 'ru', confidence: round(Math.min(0.99, 0.7 + russian / 20)) };
  }
  return undefined;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
