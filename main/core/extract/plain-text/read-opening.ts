import { LIMITS } from '../../base/limits.ts';
import { findDateline } from './find-dateline.ts';
import { findHeadline } from './find-headline.ts';
import { cleanNames, isRoleLine, mayBeNames } from './parse-byline.ts';
import type { DateHints, ParsedDate } from './parse-date.ts';
import { parseDate } from './parse-date.ts';
import type { Label, LabelField } from './parse-label.ts';
import { parseLabel } from './parse-label.ts';
import { parseAddress } from './parse-link.ts';
import { parseSourceLine } from './parse-source-line.ts';
import type { Paragraph } from './split-paragraphs.ts';

/** What the top of a text says about the article. `guessed` and `said` are as in the draft's `guessed` and `extra`. */
export interface Opening {
  title?: string;
  byline?: string;
  published?: ParsedDate;
  site?: string;
  url?: string;
  tags: string[];
  guessed: Record<string, number>;
  /** Lines that were taken out of the text, as they stood. */
  lines: string[];
  section?: string;
  dateline?: string;
}

/** Bylines and dates stand within the first lines; further down they belong to the text. */
export const OPENING_LINES = 10;
/** Paragraphs of prose (a deck, a caption) that may stand between the headline and the byline. */
const PROSE_BETWEEN = 2;

/** Reads labels, headline, byline, date and dateline off the top, and gives the rest back as the body. */
export function readOpening(paragraphs: readonly Paragraph[], hints: DateHints): { opening: Opening; body: Paragraph[] } {
  const opening: Opening = { tags: [], guessed: {}, lines: [] };
  let rest = takeSourceLines(paragraphs, opening, hints, { isBelowHeadline: false, proseBetween: 0 });
  if (opening.title === undefined) rest = takeHeadline(rest, opening, hints);
  if (opening.title !== undefined) rest = takeSourceLines(rest, opening, hints, { isBelowHeadline: true, proseBetween: PROSE_BETWEEN });
  readDateline(rest, opening);
  return { opening, body: rest };
}

function takeHeadline(paragraphs: readonly Paragraph[], opening: Opening, hints: DateHints): Paragraph[] {
  const isSourceLine = (line: string): boolean => parseSourceLine(line, hints, true) !== undefined;
  const first = findHeadline(paragraphs, isSourceLine);
  if (first === undefined) return [...paragraphs];
  const second = isKicker(first.title) ? findHeadline(paragraphs.slice(1), isSourceLine) : undefined;
  if (second !== undefined && second.paragraphs > 0) {
    opening.section = first.title;
    opening.title = second.title;
    opening.guessed['title'] = 0.8;
    return paragraphs.slice(1 + second.paragraphs);
  }
  const headline = first;
  opening.title = headline.title;
  if (headline.confidence < 1) opening.guessed['title'] = headline.confidence;
  return paragraphs.slice(headline.paragraphs);
}

/** A section's name above the headline: `NEWS`, `WORLD NEWS`. */
function isKicker(line: string): boolean {
  return line.length <= 24 && line.split(' ').length <= 2 && line === line.toUpperCase() && line !== line.toLowerCase();
}

/** Takes labels, bylines, dates and addresses off the top; passes over a little prose where that is allowed. */
function takeSourceLines(
  paragraphs: readonly Paragraph[],
  opening: Opening,
  hints: DateHints,
  { isBelowHeadline, proseBetween }: { isBelowHeadline: boolean; proseBetween: number },
): Paragraph[] {
  const kept: Paragraph[] = [];
  let at = 0;
  for (; at < Math.min(paragraphs.length, OPENING_LINES) && kept.length <= proseBetween; at += 1) {
    const line = paragraphs[at]?.lines[0] ?? '';
    const isSingle = paragraphs[at]?.lines.length === 1;
    const below = paragraphs[at + 1]?.lines;
    const label = isSingle ? takeLabel(line, below?.length === 1 ? below[0] : undefined, opening, hints) : 0;
    if (label > 0) at += label - 1;
    else if (isSingle && kept.length === 0 && opening.byline !== undefined && isRoleLine(line)) opening.lines.push(line);
    else if (isSingle && isBelowHeadline && kept.length === 0 && isNameAboveDate(line, below, opening, hints)) {
      opening.byline = line;
      opening.guessed['byline'] = 0.7;
    } else if (isSingle && kept.length === 0 && isPublicationAboveDate(line, below, opening, hints)) {
      opening.site = line;
      opening.guessed['site'] = 0.7;
      opening.lines.push(line);
    } else if (!isSingle || !takeSourceLine(line, opening, hints, isBelowHeadline && kept.length === 0)) kept.push(paragraphs[at] ?? { lines: [], afterGap: false });
  }
  return [...kept, ...paragraphs.slice(at)];
}

/** Two words with capitals are a name where a date stands below them. */
function isNameAboveDate(line: string, below: readonly string[] | undefined, opening: Opening, hints: DateHints): boolean {
  if (opening.byline !== undefined || below?.length !== 1 || !mayBeNames(line)) return false;
  return parseSourceLine(line, hints, true) === undefined && parseSourceLine(below[0] ?? '', hints, true)?.published !== undefined;
}

/** `By Jane Doe`, `The Harbour Post`, `March 3, 2019`: the name between author and date is the publication's. */
function isPublicationAboveDate(line: string, below: readonly string[] | undefined, opening: Opening, hints: DateHints): boolean {
  if (opening.byline === undefined || opening.site !== undefined || opening.published !== undefined || below?.length !== 1) return false;
  return PUBLICATION.test(line) && parseSourceLine(line, hints, false) === undefined && parseSourceLine(below[0] ?? '', hints, false)?.published !== undefined;
}

/** One to six words that begin with a capital, small ones between them. */
const PUBLICATION = /^(?=.{2,60}$)\p{Lu}[\p{L}\p{N}.'’&-]*(?:\s(?:\p{Lu}[\p{L}\p{N}.'’&-]*|of|and|the|de|des|du|la|le|les|der|die|das|und|van|do|da|del|di|e|y|et)){0,5}$/u;

/** How many lines the label took: 2 where its value stands on the line below, 0 where the line is none. */
function takeLabel(line: string, below: string | undefined, opening: Opening, hints: DateHints): 0 | 1 | 2 {
  const label = parseLabel(line);
  if (label === undefined) return 0;
  const isBelow = label.value === '';
  const value = isBelow ? below : label.value;
  if (value === undefined || value === '' || (isBelow && parseLabel(value) !== undefined)) return 0;
  if (!applyLabel({ field: label.field, value }, opening, hints)) return 0;
  opening.lines.push(...(isBelow ? [line, value] : [line]));
  return isBelow ? 2 : 1;
}

/** False where the value cannot be the field's, or the field is known already: then the line is text. */
function applyLabel({ field, value }: Label, opening: Opening, hints: DateHints): boolean {
  if (value.length > MAX_LENGTH[field] || (field !== 'tags' && opening[field] !== undefined)) return false;
  return APPLY[field](value, opening, hints);
}

/** One rule a field: sets it and says true, or says false where the value cannot be the field's. */
const APPLY: Readonly<Record<LabelField, (value: string, opening: Opening, hints: DateHints) => boolean>> = {
  published: (value, opening, hints) => applyDate(parseDate(value, { ...hints, allowYearOnly: true }), opening),
  url: (value, opening) => {
    const address = parseAddress(value);
    if (address === undefined) return false;
    opening.url = address;
    return true;
  },
  site: (value, opening) => {
    const address = parseAddress(value);
    if (address === undefined) opening.site = value;
    else opening.url ??= address;
    return true;
  },
  tags: (value, opening) => {
    opening.tags.push(...value.split(/\s*[,;，、]\s*/).filter((tag) => tag !== '' && tag.length <= 100));
    return true;
  },
  byline: (value, opening) => {
    opening.byline = cleanNames(value);
    return true;
  },
  title: (value, opening) => {
    opening.title = value;
    return true;
  },
  section: (value, opening) => {
    opening.section = value;
    return true;
  },
};

const MAX_LENGTH = {
  title: LIMITS.titleLength,
  byline: 150,
  published: 100,
  site: LIMITS.siteLength,
  url: LIMITS.urlLength,
  tags: 1_000,
  section: LIMITS.siteLength,
} as const;

function takeSourceLine(line: string, opening: Opening, hints: DateHints, isBelowHeadline: boolean): boolean {
  const address = opening.url === undefined ? parseAddress(line) : undefined;
  if (address !== undefined) {
    opening.url = address;
    opening.guessed['url'] = 0.8;
    return true;
  }
  const found = parseSourceLine(line, hints, isBelowHeadline);
  const isNew = (found?.byline !== undefined && opening.byline === undefined) || (found?.published !== undefined && (opening.published === undefined || found.isUpdate === true));
  if (found === undefined || !isNew) return false;
  if (found.byline !== undefined && opening.byline === undefined) {
    opening.byline = found.byline;
    if (found.isBylineGuessed === true) opening.guessed['byline'] = 0.8;
  }
  if (found.site !== undefined && found.site !== '') opening.site ??= found.site;
  if (opening.published === undefined) applyDate(found.published, opening, found.isUpdate === true ? 0.6 : 1);
  opening.lines.push(line);
  return true;
}

function applyDate(date: ParsedDate | undefined, opening: Opening, trust = 1): boolean {
  if (date === undefined) return false;
  opening.published = date;
  const confidence = Math.min(trust, date.confidence);
  if (confidence < 1) opening.guessed['published'] = confidence;
  return true;
}

/** The dateline stays in the text; its date counts where it has a year and nothing above stated one. */
function readDateline(body: readonly Paragraph[], opening: Opening): void {
  const first = body.find((paragraph, index) => index <= PROSE_BETWEEN && findDateline(paragraph.lines[0] ?? '') !== undefined);
  const dateline = findDateline(first?.lines[0] ?? '');
  if (dateline === undefined) return;
  opening.dateline = dateline.text;
  if (opening.published === undefined) applyDate(dateline.published, opening, 0.9);
}
