import type { RelatedLink } from '../../../contract/articles.ts';
import { LIMITS } from '../../base/limits.ts';
import { firstSentence } from './first-sentence.ts';
import { endsWithFullStop, startsLower } from './line-marks.ts';
import { hasBullet, parseAddress, parseLink } from './parse-link.ts';
import { isRelatedHeading, textAfterRelatedHeading } from './related-phrases.ts';
import type { Paragraph } from './split-paragraphs.ts';

/** Longer lines are prose. */
const LONGEST_TITLE = 200;
/** A line this short after the first title is more likely a heading of the article. */
const SHORTEST_LATER_TITLE = 28;

interface Taken {
  readonly links: readonly RelatedLink[];
  /** The first paragraph after the block. */
  readonly next: number;
}

/**
 * Takes blocks of links to other articles ("RELATED:", "Lire aussi : ...") out of the text. A block ends at the first line that may be prose:
 * losing a link into the text is a blemish, losing a paragraph is a loss.
 */
export function takeRelated(paragraphs: readonly Paragraph[]): { body: Paragraph[]; related: RelatedLink[] } {
  const body: Paragraph[] = [];
  const related: RelatedLink[] = [];
  let at = 0;
  while (at < paragraphs.length) {
    const taken = takeBlock(paragraphs, at);
    if (taken === undefined || related.length + taken.links.length > LIMITS.relatedLinks) {
      const paragraph = paragraphs[at];
      if (paragraph !== undefined) body.push(paragraph);
      at += 1;
    } else {
      related.push(...taken.links);
      at = taken.next;
    }
  }
  return { body, related };
}

function takeBlock(paragraphs: readonly Paragraph[], at: number): Taken | undefined {
  const [line, ...more] = paragraphs[at]?.lines ?? [];
  if (line === undefined) return undefined;
  if (isRelatedHeading(line)) return more.length === 0 ? (takeRun(paragraphs, at + 1) ?? takeItems(paragraphs, at + 1)) : undefined;
  const inline = more.length === 0 ? textAfterRelatedHeading(line) : undefined;
  return inline !== undefined && isInlineTitle(inline) ? takeInline(paragraphs, at, inline) : undefined;
}

/** `READ MORE: Title`, with an address on the line below or none. */
function takeInline(paragraphs: readonly Paragraph[], at: number, title: string): Taken {
  const link = parseLink(title);
  const below = paragraphs[at + 1]?.lines;
  const address = link.url === null && below?.length === 1 ? parseAddress(below[0] ?? '') : undefined;
  return { links: [{ title: link.title, url: address ?? link.url }], next: address === undefined ? at + 1 : at + 2 };
}

/** More lines than this in one run are no list of links. */
const LONGEST_RUN = 12;

/** Titles right below the heading, with an empty line after the last: all of that run belongs to the block. */
function takeRun(paragraphs: readonly Paragraph[], first: number): Taken | undefined {
  if (paragraphs[first]?.afterGap !== false) return undefined;
  const gap = paragraphs.findIndex((paragraph, at) => at > first && paragraph.afterGap);
  const next = gap === -1 ? paragraphs.length : gap;
  const lines = paragraphs.slice(first, next).flatMap((paragraph) => paragraph.lines);
  if (lines.length < 2 || lines.length > LONGEST_RUN || !lines.every((line) => isItem(line, 0))) return undefined;
  const links: RelatedLink[] = [];
  for (const line of lines) addLink(links, line);
  return { links, next };
}

/** The titles below a heading. None: the heading was prose, or its links are gone, and it stays in the text. */
function takeItems(paragraphs: readonly Paragraph[], first: number): Taken | undefined {
  const links: RelatedLink[] = [];
  const isGapped = paragraphs[first]?.afterGap === true;
  let at = first;
  for (; at < paragraphs.length && links.length < LIMITS.relatedLinks; at += 1) {
    const paragraph = paragraphs[at];
    if (paragraph === undefined || (at > first && paragraph.afterGap && !isGapped)) break;
    if (!paragraph.lines.every((line) => isItem(line, links.length))) break;
    for (const line of paragraph.lines) addLink(links, line);
  }
  return links.length === 0 ? undefined : { links, next: at };
}

/** An address alone belongs to the title above it. */
function addLink(links: RelatedLink[], line: string): void {
  const { title, url, isBare } = parseLink(line);
  const last = links.at(-1);
  if (isBare && last !== undefined && last.url === null) links[links.length - 1] = { title: last.title, url };
  else links.push({ title, url });
}

function isItem(line: string, found: number): boolean {
  if (isRelatedHeading(line) || textAfterRelatedHeading(line) !== undefined) return false;
  if (isTitleWithAddress(line)) return true;
  if (line.length > LONGEST_TITLE || holdsSentence(line) || endsOpen(line)) return false;
  if (hasBullet(line)) return true;
  if (startsLower(line)) return false;
  return found === 0 || mayBeLaterTitle(line);
}

/** After the first title a heading of the article or a line of speech may follow, so more is asked of it. */
function mayBeLaterTitle(line: string): boolean {
  if (/^["“„«‘「]|[?!…]["'”’»]*$/u.test(line)) return false;
  return line.length >= SHORTEST_LATER_TITLE || /[\u3040-\u9fff\uac00-\ud7a3][^]{9}/.test(line);
}

function isInlineTitle(text: string): boolean {
  if (isTitleWithAddress(text)) return true;
  if (text.length > LONGEST_TITLE || text.length < 8 || holdsSentence(text) || endsOpen(text)) return false;
  return !startsLower(text);
}

function isTitleWithAddress(line: string): boolean {
  const { title, url, isBare } = parseLink(line);
  return url !== null && (isBare || (title.length <= LONGEST_TITLE && !holdsSentence(title)));
}

/** Whether a line ends as prose does, or has a whole sentence of prose before its end. */
function holdsSentence(line: string): boolean {
  // A full stop after a long word is no abbreviation's.
  return endsWithFullStop(line) || endsWithFullStop(firstSentence(line)) || /\p{L}{5}[.。]["”’»)]*\s/u.test(line);
}

/** A line that ends so goes on below. */
function endsOpen(line: string): boolean {
  return /[,;:：，；、]$/.test(line);
}
