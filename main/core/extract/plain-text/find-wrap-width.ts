import { endsSentence, indentOf, startsLower } from './line-marks.ts';
import { measureFirstWord, measureWidth } from './measure-width.ts';

/** Wider lines are paragraphs, not the work of a line breaker. */
const WIDEST = 110;
const NARROWEST = 34;
/** Verse, too, goes on in small letters, but is narrow. */
const NARROWEST_RUNNING = 50;
/** Line breakers leave this much room at times: they count differently, or a word was changed later. */
const SLACK = 6;

/**
 * The width at which a text was hard-wrapped, or undefined where each line is a paragraph of its own (or a verse).
 *
 * A breaker ends a line only where the next word would not fit. So in wrapped text nearly every break has a next
 * word too long for the rest of the line; in other texts few have.
 */
export function findWrapWidth(lines: readonly string[]): number | undefined {
  const breaks = [...eachBreak(lines)];
  if (breaks.length === 0) return undefined;
  const width = usualWidth(lines);
  if (width > WIDEST || width < NARROWEST) return undefined;
  let full = 0;
  let ended = 0;
  let goesOn = 0;
  for (const [line, next] of breaks) {
    const needed = measureWidth(line) + 1 + measureFirstWord(next);
    if (needed > width - SLACK) full += 1;
    if (endsSentence(line)) ended += 1;
    if (startsLower(next)) goesOn += 1;
  }
  const isFull = full >= breaks.length * 0.55;
  // Short texts end as many lines early as they fill; that most lines go on in small letters proves the same.
  const isRunning = goesOn >= breaks.length * 0.4 && full >= breaks.length * 0.3 && width >= NARROWEST_RUNNING;
  const wrapped = (isFull || isRunning) && ended <= breaks.length * 0.5;
  // Two or three breaks may fit by chance, as where a headline stands above one long line.
  const certain = breaks.length >= 4 || goesOn > 0 || isUnspacedText(breaks);
  return wrapped && certain ? width : undefined;
}

/** Two lines that follow one another with neither an empty line nor an indent between, which only writers set. */
function* eachBreak(lines: readonly string[]): Generator<readonly [string, string]> {
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at - 1] ?? '';
    const next = lines[at] ?? '';
    if (line !== '' && next !== '' && indentOf(next) <= indentOf(line)) yield [line, next];
  }
}

/** The width that nearly all lines keep to. A few long ones, such as addresses, do not count. */
function usualWidth(lines: readonly string[]): number {
  const widths = lines
    .filter((line) => line !== '' && !/^\s*https?:\/\/\S+$/.test(line))
    .map(measureWidth)
    .sort((a, b) => a - b);
  return widths[Math.ceil(widths.length * 0.97) - 1] ?? 0;
}

function isUnspacedText(breaks: readonly (readonly [string, string])[]): boolean {
  return breaks.every(([line]) => measureWidth(line) > line.length * 1.6);
}
