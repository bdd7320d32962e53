/** As they stand in invented names: no syllable alone is a word that many articles hold. */
const STARTS = ['b', 'br', 'c', 'ch', 'd', 'dr', 'f', 'g', 'gr', 'h', 'j', 'k', 'kr', 'l', 'm', 'n', 'p', 'pr', 'r', 's', 'sh', 'st', 't', 'tr', 'v', 'w', 'y', 'z'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ei', 'ou', 'ia', 'oo'];
const ENDS = ['', '', '', 'n', 'r', 'l', 's', 'm', 'k', 'rd', 'nd', 'ck', 'tt'];
/** What the stemmer takes off again, so that about two forms in five of a large corpus are a stem of their own, as in real text. */
const ENDINGS = ['s', 'ed', 'ing', 'ings', 'er', 'ers', 'ness', 'ment'];
/** New forms that are an ending on a base that was there before. */
const INFLECTED_SHARE = 0.72;

/**
 * Invents words that no text holds yet, as news brings them: names, numbers, slips of the keyboard, and endings on
 * all of these.
 *
 * @param {() => number} random
 * @param {(form: string) => boolean} isKnown by its form in lower case
 */
export function wordInventor(random, isKnown) {
  /** @type {string[]} */
  const bases = [];
  const pick = (/** @type {readonly string[]} */ list) => list[Math.floor(random() * list.length)] ?? '';
  const name = () => {
    const syllables = Array.from({ length: random() < 0.6 ? 2 : 3 }, () => pick(STARTS) + pick(VOWELS) + pick(ENDS)).join('');
    return syllables[0]?.toUpperCase() + syllables.slice(1);
  };
  const number = () => {
    const digits = String(Math.floor(10 ** (3 + random() * 4)));
    const kind = random();
    if (kind < 0.4) return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
    return kind < 0.8 ? digits.replace(/(\d{3})$/, ',$1') : digits;
  };
  /** @param {string} real */
  const attempt = (real) => {
    if (bases.length > 100 && random() < INFLECTED_SHARE) return { word: pick(bases) + pick(ENDINGS), isBase: false };
    const kind = random();
    if (kind < 0.25) return { word: number(), isBase: false };
    if (kind < 0.45 && /^[a-z]{5,}$/.test(real)) return { word: misspell(real, random), isBase: true };
    return { word: name(), isBase: true };
  };
  /** @param {string} real the word whose place the invented one takes @returns {string} */
  return (real) => {
    for (;;) {
      const { word, isBase } = attempt(real);
      if (isKnown(word.toLowerCase())) continue;
      if (isBase) bases.push(word);
      return word;
    }
  };
}

/** Two letters swapped, one left out or one doubled. @param {string} word @param {() => number} random */
function misspell(word, random) {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const kind = random();
  if (kind < 0.4) return word.slice(0, at) + word.slice(at + 1);
  if (kind < 0.7) return word.slice(0, at) + word[at] + word.slice(at);
  return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
}
