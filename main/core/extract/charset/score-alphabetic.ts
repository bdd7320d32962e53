/** The letters outside ASCII of each language, lower case. A text's accents should fit one of these alphabets. */
const LATIN_ALPHABETS: readonly string[] = [
  'äöüß', // German
  'àâçéèêëîïôùûüÿœ', // French
  'áéíóúüñºª', // Spanish
  'áâãàçéêíóôõúºª', // Portuguese
  'àèéìòùî', // Italian
  'éëïóöèüáê', // Dutch
  'åäöæøéü', // the Nordic languages
  'áðéíóúýþæö', // Icelandic
  'áčďéěíňóřšťúůýžľĺŕôä', // Czech and Slovak
  'ąćęłńóśźż', // Polish
  'áéíóöőúüű', // Hungarian
  'ăâîșțşţ', // Romanian
  'čćđšž', // Croatian and Slovene
];

const CYRILLIC_COMMON = new Set('оеаинтсрвлкмдпуяызбгчй');
const CYRILLIC_RARE = new Set('ъэфщёѓєѕїјљњћќўџґ');

/** The punctuation of print: dashes, quotation marks, ellipsis, and the signs that stand alone. */
const TYPOGRAPHY = new Set('–—‘’‚“”„…«»‹›€£§°¡¿•·\u00a0®©™×№²³½¼¾');
const WORD = /[\p{L}\p{M}]+/gu;
/** Signs that stand before or between words, found after a letter: what Polish and Russian become in Western charsets. */
const SIGN_IN_WORD = /\p{L}[¹¿¡°£¤¦¬±¶¯¸¢¥µ¼½¾]|\p{L}[²³]\p{L}|\p{Ll}{3}[²³]/gu;
/** French has this letter before i and u only (cœur, œil); elsewhere it is a Polish s with an accent. */
const ODD_LIGATURE = /œ(?![uie])/giu;

/**
 * How much a decoded text reads like a language in the Latin alphabet: accents of one language's alphabet, capitals
 * where capitals stand, signs not inside words. From about -2 (nonsense) to 1.
 */
export function scoreLatin(text: string): number {
  const letters: string[] = [];
  let penalty = 0;
  let signs = 0;
  for (const [word] of text.matchAll(WORD)) {
    const foreign = Array.from(word).filter((letter) => letter > '\u007f');
    if (foreign.length === 0) continue;
    for (const letter of foreign) letters.push(letter.toLowerCase());
    if (hasStrayCapital(word)) penalty += 1.5;
    // No language writes three accented letters in a row; Cyrillic and Greek read as Latin do nothing else.
    if (/[^\u0000-\u007f]{3}/.test(word)) penalty += foreign.length;
  }
  for (const character of text) {
    if (character <= '\u007f' || /\p{L}/u.test(character)) continue;
    signs += 1;
    penalty += TYPOGRAPHY.has(character) ? 0 : isImpossible(character) ? 3 : 0.7;
  }
  penalty += 2 * count(text, SIGN_IN_WORD) + 1.5 * count(text, ODD_LIGATURE);
  const all = letters.length + signs;
  if (all === 0) return -2;
  const fitting = Math.max(...LATIN_ALPHABETS.map((alphabet) => letters.filter((l) => alphabet.includes(l)).length));
  return (fitting + signs - (letters.length - fitting) - penalty) / all;
}

/** The same for Cyrillic: common letters, sensible capitals, no words mixed of two alphabets. */
export function scoreCyrillic(text: string): number {
  let worth = 0;
  let counted = 0;
  for (const [word] of text.matchAll(WORD)) {
    const cyrillic = Array.from(word.toLowerCase()).filter((letter) => letter > '\u007f');
    if (cyrillic.length === 0) continue;
    counted += cyrillic.length;
    for (const letter of cyrillic) worth += CYRILLIC_COMMON.has(letter) ? 1 : CYRILLIC_RARE.has(letter) ? -0.5 : 0.4;
    if (cyrillic.length < word.length) worth -= 2 * word.length;
    if (hasStrayCapital(word)) worth -= 1.5 * cyrillic.length;
  }
  for (const character of text) {
    if (character <= '\u007f' || /\p{L}/u.test(character)) continue;
    counted += 1;
    worth += TYPOGRAPHY.has(character) ? 0.8 : isImpossible(character) ? -3 : -1;
  }
  return counted === 0 ? -2 : worth / counted;
}

/** A capital after a small letter, as in `прЕзидент`. Names such as `McDonald` are too few to matter. */
function hasStrayCapital(word: string): boolean {
  return /\p{Ll}\p{Lu}/u.test(word);
}

/** Controls, replacement characters, private use and unassigned. */
function isImpossible(character: string): boolean {
  return character === '\ufffd' || /[\p{Cc}\p{Co}\p{Cn}]/u.test(character);
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}
