/** East Asian characters take two columns of a fixed-width line. */
const WIDE = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/g;

/** The width of a line in columns of a fixed-width font. */
export function measureWidth(line: string): number {
  return line.length + (line.match(WIDE)?.length ?? 0);
}

/** The width of what would have had to fit at the end of the line before: a word, or one ideograph. */
export function measureFirstWord(line: string): number {
  const start = line.trimStart();
  const space = start.indexOf(' ');
  const word = space < 0 ? start : start.slice(0, space);
  const first = word.charAt(0);
  return isUnspaced(first) ? 2 : measureWidth(word);
}

/** Whether a character is one that lines break after without a space. Hangul is wide, but has spaces. */
export function isUnspaced(character: string): boolean {
  return /[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60]/.test(character);
}
