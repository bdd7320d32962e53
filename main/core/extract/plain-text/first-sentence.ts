/** Abbreviations before which a full stop ends nothing, in lower case. Single letters (`U.S.`, `z. B.`, `J. Smith`) need no entry. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof sen rep gov gen col lt sgt capt st jr sr vs etc inc corp co ltd no nos jan feb mar apr jun jul aug sept sep oct nov dec ' +
    'dipl ing bzw ca evtl ggf usw vgl bspw nr abs str mio mrd geb ' +
    'mme mlle mm me av env cf ex ' +
    'sra srta dña ud uds av pág núm ee uu ' +
    'sig dott avv on art ' +
    'drs mevr dhr blz bijv enz ' +
    'им ул тыс млн млрд руб гг др пр стр рис см'
  ).split(' '),
);
const END = /[.!?…]+["'”’»“)\]]*(?=\s|$)|[。！？]+[”’」』）]*/gu;

/** The first sentence of a paragraph; all of it where no sentence ends before. Shorter ones than `least` take the next along. */
export function firstSentence(paragraph: string, least = 12): string {
  for (const { 0: end, index } of paragraph.matchAll(END)) {
    const stop = index + end.length;
    if (stop < least && !/^[。！？]/.test(end)) continue;
    if (end.startsWith('.') && !end.startsWith('..') && isAbbreviated(paragraph, index, stop)) continue;
    // A sentence begins with a capital, a digit or a quotation mark: `“No!” she said.` is one sentence.
    if (/^\s+\p{Ll}/u.test(paragraph.slice(stop, stop + 3))) continue;
    return paragraph.slice(0, stop);
  }
  return paragraph;
}

function isAbbreviated(paragraph: string, at: number, stop: number): boolean {
  if (stop >= paragraph.length) return false;
  const word = /[\p{L}\p{N}.]*$/u.exec(paragraph.slice(Math.max(0, at - 20), at))?.[0] ?? '';
  if (/^(?:\p{L}\.)*\p{L}$/u.test(word)) return true;
  // German ordinals: `am 24. September`.
  if (/^\d{1,2}$/.test(word) && /^\s\p{Lu}/u.test(paragraph.slice(stop)) && /\p{Ll}\s\d{1,2}$/u.test(paragraph.slice(0, at))) return true;
  return ABBREVIATIONS.has(word.toLowerCase());
}
