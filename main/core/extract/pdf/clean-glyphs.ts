/** Bullets and dashes that the fonts Symbol and Wingdings keep in the area of Unicode that has no meaning of its own. */
const KNOWN_PRIVATE: Readonly<Record<string, string>> = {
  '\uf0b7': '•',
  '\uf0a7': '▪',
  '\uf06e': '■',
  '\uf06f': '□',
  '\uf0a8': '□',
  '\uf071': '❑',
  '\uf0d8': '➢',
  '\uf0fc': '✓',
  '\uf02d': '-',
  '\uf0e0': '→',
  '\uf020': ' ',
};
const PRIVATE = /[\ue000-\uf8ff]/g;
const LIGATURES = /[\ufb00-\ufb06]/g;
/** Controls, zero-width characters, and the characters that Unicode gives to nobody. Joiners stay: scripts of India are made with them. */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2060\ufeff\ufff9-\uffff]/g;
const SPACES = /[\t\n\u00a0\u2000-\u200a\u202f\u205f]+/g;

/**
 * What a font's glyphs stand for, as one would type it: ligatures as letters, no controls, no characters without a meaning, one
 * kind of space. Soft hyphens stay: only at a line's end they tell something.
 */
export function cleanGlyphs(text: string): string {
  return text
    .toWellFormed()
    .replace(PRIVATE, (character) => KNOWN_PRIVATE[character] ?? '')
    .replace(INVISIBLE, '')
    .replace(LIGATURES, (ligature) => ligature.normalize('NFKC'))
    .replace(SPACES, ' ')
    .normalize('NFC');
}

/** How many characters of a text say nothing because the font does not tell which letters it draws. */
export function countMeaningless(text: string): number {
  const unknown = text.match(/[\ue000-\uf8ff\ufffd\u0000-\u0008\u000e-\u001f]/g) ?? [];
  return unknown.filter((character) => KNOWN_PRIVATE[character] === undefined).length;
}
