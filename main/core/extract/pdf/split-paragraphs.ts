import { endsSentence, startsLower } from '../plain-text/line-marks.ts';
import { isUnspaced } from '../plain-text/measure-width.ts';
import type { Row } from './build-rows.ts';
import { startsItem } from './item-marks.ts';

/** Rows that are one paragraph. */
export interface Paragraph {
  readonly rows: readonly Row[];
  /** For each row after the first: whether it begins a line of its own, as in addresses and verse. */
  readonly ownLines: readonly boolean[];
  /** Its last row reaches the end of its column: it may go on elsewhere. */
  readonly isFull: boolean;
}

/** White space between lines, in usual distances of lines, that parts paragraphs. */
const PARTING_SPACE = 1.22;
/** More than a formula or a raised mark pushes lines apart. */
const MOST_SPACE_IN_SENTENCE = 1.8;
/** Indents of a paragraph's first line, in sizes of the font. */
const LEAST_INDENT = 0.8;
const MOST_INDENT = 8;
/** How far around a row its column's edges and distances are looked for, in rows. */
const AROUND = 4;

/**
 * The paragraphs of an area from its rows: what parts them is white space, another size or font, an indent, a mark of a list, or
 * a line that ends although the next word would have had room on it.
 */
export function splitParagraphs(rows: readonly Row[]): Paragraph[] {
  const area = describeArea(rows);
  const paragraphs: { rows: Row[]; ownLines: boolean[] }[] = [];
  for (const [index, row] of rows.entries()) {
    const current = paragraphs.at(-1);
    const step = current === undefined ? 'paragraph' : stepTo(index, current.rows, area);
    if (current === undefined || step === 'paragraph') {
      paragraphs.push({ rows: [row], ownLines: [] });
    } else {
      current.rows.push(row);
      current.ownLines.push(step === 'line');
    }
  }
  let end = 0;
  return paragraphs.map((paragraph) => {
    end += paragraph.rows.length;
    return { ...paragraph, isFull: isFullRow(end - 1, area) };
  });
}

interface Area {
  readonly rows: readonly Row[];
  /** Of a right-to-left text, the mirrored one. */
  readonly leftOf: (row: Row) => number;
  readonly rightOf: (row: Row) => number;
  /** First lines stand out to the left, as in lists of references. */
  readonly hangs: boolean;
}

function describeArea(rows: readonly Row[]): Area {
  const fromRight = rows.filter(({ text }) => /[\u0590-\u08ff]/.test(text)).length * 2 > rows.length;
  const leftOf = fromRight ? (row: Row) => -row.right : (row: Row) => row.left;
  const rightOf = fromRight ? (row: Row) => -row.left : (row: Row) => row.right;
  return { rows, leftOf, rightOf, hangs: isHanging(rows, leftOf) };
}

/** Whether most rows are indented by the same. */
function isHanging(rows: readonly Row[], leftOf: (row: Row) => number): boolean {
  if (rows.length < 4) return false;
  const edge = Math.min(...rows.map(leftOf));
  const indents = rows.map((row) => (leftOf(row) - edge) / row.size);
  const indented = indents.filter((indent) => indent >= LEAST_INDENT);
  const usual = indented.toSorted((a, b) => a - b)[Math.floor(indented.length / 2)] ?? 0;
  const same = indented.filter((indent) => Math.abs(indent - usual) < 0.3);
  return usual < MOST_INDENT && same.length > 0.5 * rows.length && indents.filter((indent) => indent < 0.3).length >= 2;
}

type Step = 'join' | 'line' | 'paragraph';

/** What the step is from the row before to the row at `index`; `current` are the rows of the paragraph so far. */
function stepTo(index: number, current: readonly Row[], area: Area): Step {
  const row = area.rows[index];
  const before = area.rows[index - 1];
  if (row === undefined || before === undefined) return 'paragraph';
  if (Math.abs(row.size / before.size - 1) > 0.12) return 'paragraph';
  const space = spaceBefore(index, area);
  // A divided word goes on wherever its second half stands.
  if (/\p{L}[-\u00ad\u2010]$/u.test(before.text) && startsLower(row.text) && space < MOST_SPACE_IN_SENTENCE) return 'join';
  const isFull = isFullRow(index - 1, area);
  const goesOn = isFull && startsLower(row.text) && !endsSentence(before.text);
  if (startsItem(row.text, isFull)) return 'paragraph';
  if (space > PARTING_SPACE && !(goesOn && space < MOST_SPACE_IN_SENTENCE)) return 'paragraph';
  if (before.oneFont && row.oneFont && before.font !== row.font && !isFull) return 'paragraph';
  const byIndent = stepByIndent(row, before, current, area);
  if (byIndent !== undefined) return byIndent;
  if (isFull) return 'join';
  if (endsSentence(before.text)) return 'paragraph';
  return startsLower(row.text) ? 'join' : 'line';
}

function stepByIndent(row: Row, before: Row, current: readonly Row[], area: Area): Step | undefined {
  const [first] = current;
  if (first === undefined) return undefined;
  const indent = (one: Row, other: Row): number => (area.leftOf(one) - area.leftOf(other)) / row.size;
  if (startsItem(first.text, false) || area.hangs) {
    if (indent(row, first) > 0.4) return undefined;
    // Back at the edge, below lines that were indented.
    return current.length > 1 && indent(before, row) > 0.4 ? 'paragraph' : undefined;
  }
  if (isCentred(row, before)) return undefined;
  const step = indent(row, before);
  if (step > LEAST_INDENT && step < MOST_INDENT) return 'paragraph';
  // Only the second line of a paragraph may stand to the left of the one before.
  return step < -LEAST_INDENT && current.length > 1 ? 'paragraph' : undefined;
}

function isCentred(row: Row, before: Row): boolean {
  const offset = Math.abs(row.left + row.right - before.left - before.right) / 2;
  return offset < 0.5 * row.size && Math.abs(row.left - before.left) > 0.3 * row.size;
}

/** The distance from the row before, in distances that are usual here. */
function spaceBefore(index: number, { rows }: Area): number {
  const distanceAt = (at: number): number | undefined => {
    const [row, before] = [rows[at], rows[at - 1]];
    if (row === undefined || before === undefined) return undefined;
    return row.baseline - before.baseline;
  };
  const size = rows[index]?.size ?? 1;
  const distance = distanceAt(index) ?? 0;
  let usual = Number.POSITIVE_INFINITY;
  for (let at = index - AROUND; at <= index + AROUND; at += 1) {
    const other = distanceAt(at);
    const alike = Math.abs((rows[at]?.size ?? 0) / size - 1) < 0.12;
    if (other !== undefined && alike && other > 0.8 * size) usual = Math.min(usual, other);
  }
  // Far apart is parted, even where all lines are: single lines on a title page.
  return Math.max(distance / usual, distance / (2.4 * size));
}

/** Whether the next row's first word would not have had room at the end of the row. */
function isFullRow(index: number, { rows, rightOf }: Area): boolean {
  const row = rows[index];
  const next = rows[index + 1];
  if (row === undefined) return false;
  let edge = Number.NEGATIVE_INFINITY;
  for (const other of rows.slice(Math.max(0, index - AROUND), index + AROUND + 1)) {
    if (Math.abs(other.size / row.size - 1) < 0.12) edge = Math.max(edge, rightOf(other));
  }
  const room = edge - rightOf(row);
  return next === undefined ? room < 2 * row.size : room < widthOfFirstWord(next);
}

function widthOfFirstWord(row: Row): number {
  const word = /^\S+/.exec(row.text)?.[0] ?? '';
  if (isUnspaced(word.charAt(0))) return row.size;
  const perLetter = (row.right - row.left) / Math.max(row.text.length, 1);
  // A space goes before it.
  return (word.length + 1) * perLetter;
}
