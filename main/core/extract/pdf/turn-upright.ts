import type { Run } from './page-text.ts';

/** A piece of text where it is drawn on the page: points from the top left corner, y down. */
export interface Glyphs {
  readonly text: string;
  /** Where its baseline begins. */
  readonly x: number;
  readonly y: number;
  /** Along the baseline. */
  readonly length: number;
  readonly size: number;
  /** In which direction it is read, in radians clockwise; 0 is to the right. */
  readonly angle: number;
  readonly font: string;
  readonly spaced: boolean;
  readonly rightToLeft: boolean;
  /** The document says that it is no content, and it stands where headers and footers do. */
  readonly isMargin: boolean;
}

export interface UprightPage {
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  readonly turned: readonly string[];
  /** By how many quarters of a turn most of the text stood. */
  readonly quarter: number;
}

/** How far text may lean and still count as straight, in radians. */
const MOST_LEAN = Math.PI / 12;

/**
 * A page turned so that most of its text is upright: pages whose table stands on its side, columns of Chinese and Japanese that
 * go down and to the left. What stands at another angle is told apart.
 */
export function turnUpright(glyphs: readonly Glyphs[], page: { readonly width: number; readonly height: number }): UprightPage {
  const letters = [0, 0, 0, 0];
  for (const piece of glyphs) {
    const quarter = quarterOf(piece);
    if (quarter !== undefined) letters[quarter] = (letters[quarter] ?? 0) + piece.text.length;
  }
  const quarter = letters.indexOf(Math.max(...letters));
  const runs: Run[] = [];
  const turned: string[] = [];
  for (const piece of glyphs) {
    if (quarterOf(piece) === quarter) runs.push(toRun(piece, quarter, page));
    else turned.push(piece.text);
  }
  const onSide = quarter % 2 === 1;
  return { width: onSide ? page.height : page.width, height: onSide ? page.width : page.height, runs, turned, quarter };
}

/** 0 to the right, 1 down, 2 upside down, 3 up; undefined at a slant. */
function quarterOf({ angle }: Glyphs): number | undefined {
  const quarters = Math.round(angle / (Math.PI / 2));
  return Math.abs(angle - quarters * (Math.PI / 2)) > MOST_LEAN ? undefined : (quarters + 4) % 4;
}

function toRun({ text, x, y, length, size, font, spaced, rightToLeft }: Glyphs, quarter: number, { width, height }: { readonly width: number; readonly height: number }): Run {
  const [left, baseline] = place(quarter, { x, y, width, height });
  return { text, left, right: left + length, baseline, size, font, spaced, rightToLeft };
}

function place(quarter: number, { x, y, width, height }: Record<'x' | 'y' | 'width' | 'height', number>): [left: number, baseline: number] {
  if (quarter === 1) return [y, width - x];
  if (quarter === 2) return [width - x, height - y];
  if (quarter === 3) return [height - y, x];
  return [x, y];
}
