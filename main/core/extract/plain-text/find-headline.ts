import { LIMITS } from '../../base/limits.ts';
import { cutAtWord } from '../cut-at-word.ts';
import { findDateline } from './find-dateline.ts';
import { firstSentence } from './first-sentence.ts';
import { endsWithFullStop, isListItem, startsLower } from './line-marks.ts';
import { parseAddress } from './parse-link.ts';
import type { Paragraph } from './split-paragraphs.ts';

export interface Headline {
  readonly title: string;
  /** 1 where it is stated. */
  readonly confidence: number;
  /** How many paragraphs it takes: 0 where it is not taken out of the text. */
  readonly paragraphs: number;
}

const LONGEST = 150;
/** More than any title can show; looking further would only take time. */
const LONGEST_SENTENCE = 2_000;
/** How far below a headline prose begins: a deck and a caption may stand between. */
const PROSE_WITHIN = 4;

/**
 * The headline at the top of a text: a line that ends as no sentence does, above prose.
 *
 * @param isSourceLine whether a line names authors or a date: right below, it proves the headline
 */
export function findHeadline(paragraphs: readonly Paragraph[], isSourceLine: (line: string) => boolean): Headline | undefined {
  const line = onlyLine(paragraphs[0]);
  if (line === undefined || !mayBeHeadline(line)) return undefined;
  const whole = joinSecondLine(paragraphs, line);
  const below = paragraphs[whole.paragraphs];
  const next = onlyLine(below);
  if (below === undefined) return { title: line, confidence: 0.7, paragraphs: 0 };
  if (next !== undefined && (isSourceLine(next) || findDateline(next) !== undefined)) return { ...whole, confidence: 1 };
  const following = paragraphs.slice(whole.paragraphs, whole.paragraphs + PROSE_WITHIN);
  const prose = following.find((paragraph) => isProseBelow(paragraph, whole.title));
  if (prose === undefined) return isCapitals(line) && below.afterGap ? { ...whole, confidence: 0.7 } : undefined;
  if (/[?!…]["'”’»]*$/u.test(line) && prose.lines.join('').length < line.length * 1.5) return undefined;
  return { ...whole, confidence: below.afterGap ? 1 : 0.8 };
}

/** A title for a text without a headline: its first sentence, without the dateline. */
export function makeTitle(body: readonly Paragraph[]): string {
  const start = body[0]?.lines[0] ?? '';
  const dateline = findDateline(start)?.text ?? '';
  const opening = start.slice(dateline.length).replace(/^[\s./–—-]+/, '').slice(0, LONGEST_SENTENCE);
  const sentence = firstSentence(opening === '' ? start.slice(0, LONGEST_SENTENCE) : opening);
  const bare = sentence.length < opening.length && endsWithFullStop(sentence) ? sentence.replace(/[.。]$/u, '') : sentence;
  return cutAtWord(bare.trim(), LIMITS.guessedTitleLength);
}

function mayBeHeadline(line: string): boolean {
  if (line.length > LONGEST || line.length < 3 || !/\p{L}{2}/u.test(line)) return false;
  return !endsWithFullStop(line) && !/[,;:：，；]$/.test(line) && !startsLower(line) && !isListItem(line) && parseAddress(line) === undefined;
}

/** A hard-wrapped headline goes on in capitals, or in small letters where prose would begin with a capital. */
function joinSecondLine(paragraphs: readonly Paragraph[], line: string): { title: string; paragraphs: number } {
  const second = paragraphs[1];
  const more = onlyLine(second);
  const third = paragraphs[2];
  if (second === undefined || more === undefined || second.afterGap || third?.afterGap !== true) return { title: line, paragraphs: 1 };
  const goesOn = startsLower(more) || (isCapitals(line) && isCapitals(more));
  const fits = line.length + more.length < LONGEST && !endsWithFullStop(more);
  return goesOn && fits ? { title: `${line} ${more}`, paragraphs: 2 } : { title: line, paragraphs: 1 };
}

function isProseBelow(paragraph: Paragraph, title: string): boolean {
  const text = paragraph.lines.join(' ');
  return text.length > title.length && (endsWithFullStop(text) || text.length > 2 * LONGEST);
}

function isCapitals(line: string): boolean {
  return line === line.toUpperCase() && line !== line.toLowerCase();
}

function onlyLine(paragraph: Paragraph | undefined): string | undefined {
  return paragraph?.lines.length === 1 ? paragraph.lines[0] : undefined;
}
