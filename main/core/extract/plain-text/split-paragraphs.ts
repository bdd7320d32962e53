import { findWrapWidth } from './find-wrap-width.ts';
import { joinLines } from './join-lines.ts';
import { endsSentence, indentOf, isListItem, startsLower } from './line-marks.ts';
import { measureFirstWord, measureWidth } from './measure-width.ts';

/** A paragraph of prose has one line; verse and lists keep theirs. */
export interface Paragraph {
  readonly lines: readonly string[];
  /** An empty line stood before it. */
  readonly afterGap: boolean;
}

/**
 * Whether a line is no part of a paragraph: `alone`, or `begins` one of its own that may go on below where the text is wrapped.
 * `before` is the line above, empty where there is none; `lineNumber` counts from 0.
 */
export type StandsAlone = (line: string, before: string, lineNumber: number) => 'alone' | 'begins' | undefined;

/** Verse and lists are narrow. */
const VERSE_WIDTH = 60;
/** Below this share of the width a line was ended by its writer. */
const SHORT_SHARE = 0.7;

/**
 * Splits a clean text into paragraphs: at empty lines; at every line where lines are paragraphs; where it is hard-wrapped, at the
 * breaks that a writer made.
 *
 * @param standsAlone tells labels, bylines, headings of links and the like from lines of prose
 */
export function splitParagraphs(text: string, standsAlone: StandsAlone): Paragraph[] {
  const lines = text.split('\n');
  const width = findWrapWidth(lines);
  const isWord = width === undefined ? () => false : makeWordTest(lines);
  const groups = splitGroups(lines, standsAlone, width !== undefined);
  return groups.flatMap(({ lines: group, afterGap }, index) => {
    const blocks = width === undefined ? splitUnwrapped(group, index === 0 && groups.length > 1) : splitWrapped(group, width, isWord);
    return blocks.map((block, position) => ({ lines: block, afterGap: afterGap && position === 0 }));
  });
}

interface Group {
  readonly lines: string[];
  readonly afterGap: boolean;
}

/** Runs of lines without an empty one between; a line that stands alone is a run of its own. */
function splitGroups(lines: readonly string[], standsAlone: StandsAlone, isWrapped: boolean): Group[] {
  const groups: Group[] = [];
  let open: Group | undefined;
  let afterGap = false;
  for (const [lineNumber, line] of lines.entries()) {
    if (line.trim() === '') {
      open = undefined;
      afterGap = groups.length > 0;
      continue;
    }
    const alone = standsAlone(line.trim(), lines[lineNumber - 1] ?? '', lineNumber);
    if (open === undefined || alone !== undefined) {
      open = { lines: [], afterGap };
      groups.push(open);
    }
    open.lines.push(line);
    afterGap = false;
    const goesOn = alone === 'begins' && isWrapped && startsLower(lines[lineNumber + 1] ?? '');
    if (alone !== undefined && !goesOn) open = undefined;
  }
  return groups;
}

/** Every line is a paragraph, but for a run of narrow lines, which is verse or a list. */
function splitUnwrapped(group: readonly string[], isOpening: boolean): string[][] {
  const narrow = group.every((line) => measureWidth(line) < VERSE_WIDTH);
  const ended = group.filter((line) => endsSentence(line)).length;
  const isVerse = group.length >= 3 && narrow && ended < group.length / 2 && !isOpening;
  if (isVerse || (group.length >= 2 && group.every(isListItem))) return [keepLines(group)];
  return group.map((line) => [line.trim()]);
}

function splitWrapped(group: readonly string[], width: number, isWord: (word: string) => boolean): string[][] {
  if (group.length >= 3 && group.every((line) => measureWidth(line) < width * SHORT_SHARE)) return [keepLines(group)];
  const runs: string[][] = [];
  let hanging = false;
  for (const [index, line] of group.entries()) {
    const before = group[index - 1];
    const begins = before === undefined || beginsParagraph(before, line, width, hanging);
    if (begins) {
      runs.push([line]);
      hanging = isListItem(line);
    } else {
      runs.at(-1)?.push(line);
    }
  }
  const joined = runs.map((run) => joinLines(run, isWord));
  return joined.length >= 2 && joined.every(isListItem) ? [joined] : joined.map((line) => [line]);
}

/** Whether a writer, not a line breaker, ended the line before. */
function beginsParagraph(before: string, line: string, width: number, isInItem: boolean): boolean {
  if (isListItem(line)) return true;
  if (indentOf(line) > indentOf(before)) return !isInItem;
  const room = width - measureWidth(before) - 1;
  const wouldFit = measureFirstWord(line) <= room - 6;
  if (!wouldFit || startsLower(line)) return false;
  return endsSentence(before) || measureWidth(before) < width * SHORT_SHARE;
}

/** Lines as they stand, without the indent that all share. */
function keepLines(group: readonly string[]): string[] {
  const shared = group.reduce((least, line) => Math.min(least, indentOf(line)), Infinity);
  return group.map((line) => line.slice(shared));
}

/** Whether a word, or two with a hyphen between, stands in the text undivided. */
function makeWordTest(lines: readonly string[]): (word: string) => boolean {
  let words: Set<string> | undefined;
  return (word) => {
    words ??= new Set(lines.flatMap((line) => line.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu) ?? []));
    return words.has(word);
  };
}
