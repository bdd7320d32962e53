const WORD = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts written without spaces: Han, kana, Thai, Lao, Khmer, Burmese. */
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]/u;
const KANA = /[\u3040-\u30ff]/;
/** The segmenter's time grows with the length of what it is given; words are far shorter than this. */
const SEGMENT_CHARS = 2_048;

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The words of a text: runs of letters and digits (a letter's combining marks belong to it), so `don't` counts two. In
 * scripts without spaces the words that the platform's segmenter finds.
 */
export function countWords(text: string): number {
  const runs = text.match(WORD) ?? [];
  if (!UNSPACED.test(text)) return runs.length;
  return runs.reduce((words, run) => words + (UNSPACED.test(run) ? countUnspaced(run) : 1), 0);
}

function countUnspaced(run: string): number {
  const segmenter = segmenterFor(KANA.test(run) ? 'ja' : 'zh');
  let words = 0;
  for (let start = 0; start < run.length; start += SEGMENT_CHARS) {
    for (const { isWordLike } of segmenter.segment(run.slice(start, start + SEGMENT_CHARS))) if (isWordLike === true) words += 1;
  }
  return words;
}

function segmenterFor(locale: string): Intl.Segmenter {
  const made = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: 'word' });
  segmenters.set(locale, made);
  return made;
}
