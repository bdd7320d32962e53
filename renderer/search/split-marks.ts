/** A piece of a text, marked or not. */
export interface TextPiece {
  /** Where it begins in the whole text. */
  readonly start: number;
  readonly text: string;
  readonly marked: boolean;
}

/**
 * Splits a text at its marks (UTF-16 code units, end exclusive). Marks that overlap, stand in the wrong order or reach
 * beyond the text are tolerated: every character comes out exactly once.
 */
export function splitMarks(text: string, marks: readonly (readonly [number, number])[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  let position = 0;
  for (const [start, end] of marks.toSorted((a, b) => a[0] - b[0])) {
    const from = Math.max(position, start);
    const to = Math.min(text.length, end);
    if (to <= from) continue;
    if (from > position) pieces.push({ start: position, text: text.slice(position, from), marked: false });
    pieces.push({ start: from, text: text.slice(from, to), marked: true });
    position = to;
  }
  if (position < text.length) pieces.push({ start: position, text: text.slice(position), marked: false });
  return pieces;
}
