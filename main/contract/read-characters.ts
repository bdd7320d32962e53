/*
 * How a place in an article's text is named so that it can be found in the article's document. The text folds white
 * space and drops soft hyphens and reading aids (see html-to-text), so neither its own counting nor the markup's will
 * do. Both sides count the characters that are left: the same ones in the same order.
 */

/** Elements that say again how the text before them sounds: they are shown, and are no part of the text. */
export const READING_AIDS: ReadonlySet<string> = new Set(['rt', 'rp']);

/** Whether a UTF-16 code unit counts: no white space (what `\s` matches) and no soft hyphen. */
export function isReadCharacter(code: number): boolean {
  if (code < 0xad) return code > 32 ? code !== 0xa0 : code < 9 || (code > 13 && code !== 32);
  if (code < 0x1680) return code !== 0xad;
  if (code >= 0x2000 && code <= 0x200a) return false;
  return code !== 0x1680 && code !== 0x2028 && code !== 0x2029 && code !== 0x202f && code !== 0x205f && code !== 0x3000 && code !== 0xfeff;
}

/** A place in a list of texts: UTF-16, in the text with this index. */
export interface TextSpot {
  readonly text: number;
  readonly offset: number;
}

/** From a mark's first read character to behind its last one. */
export interface PlacedMark {
  readonly from: TextSpot;
  readonly to: TextSpot;
}

/**
 * Finds marks in the texts of a document's nodes.
 *
 * @param texts of all text nodes that are read, in order
 * @param marks counted in read characters, end exclusive, in order and apart; null for one without a place
 * @returns by mark; null where it has no place or reaches beyond the texts
 */
export function placeInTexts(texts: readonly string[], marks: readonly (readonly [number, number] | null)[]): (PlacedMark | null)[] {
  const placed: (PlacedMark | null)[] = marks.map(() => null);
  let next = 0;
  let from: TextSpot | undefined;
  let count = 0;
  for (const [index, text] of texts.entries()) {
    for (let offset = 0; offset < text.length && next < marks.length; offset += 1) {
      if (!isReadCharacter(text.charCodeAt(offset))) continue;
      while (next < marks.length && isBehind(marks[next], count)) {
        next += 1;
        from = undefined;
      }
      const mark = marks[next];
      if (mark && count === mark[0]) from = { text: index, offset };
      count += 1;
      if (!mark || !from || count !== mark[1]) continue;
      placed[next] = { from, to: { text: index, offset: offset + 1 } };
      next += 1;
      from = undefined;
    }
  }
  return placed;
}

/** Whether nothing of a mark is at this count or further on. */
function isBehind(mark: readonly [number, number] | null | undefined, count: number): boolean {
  return !mark || mark[1] <= count || mark[1] <= mark[0];
}
