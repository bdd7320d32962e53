import { LIMITS } from '../../base/limits.ts';

const SEPARATOR = /\s+(?:[|·•»«›‹:]{1,2}|[-–—])\s+|\s*[|»]\s*/g;
const MOST_SITE_WORDS = 4;
const LONGEST_RAW = 2_000;

/**
 * A page's title without the outlet's name, which pages set behind or before it. `siteNames`: what the outlet is known
 * as (its name, its host). `headings`: the page's own headings, which tell where the title ends when the name does not.
 */
export function cleanTitle(raw: string, siteNames: readonly string[], headings: readonly string[] = []): string {
  const title = raw.slice(0, LONGEST_RAW).replace(/\s+/g, ' ').trim();
  const parts = splitAtSeparators(title);
  if (parts.length < 2) return cut(title);
  const sites = new Set(siteNames.map(fold).filter((name) => name !== ''));

  const heading = headings.map(fold).find((text) => text.length > 8 && fold(title) !== text && fold(title).includes(text));
  if (heading !== undefined) {
    const matching = longestRun(title, parts, heading);
    if (matching !== undefined) return cut(matching);
  }
  const isSite = (part: string): boolean => {
    const folded = fold(part);
    return folded !== '' && (sites.has(folded) || [...sites].some((site) => site.length > 3 && (folded.startsWith(site) || (site.startsWith(folded) && folded.length > 2)) && wordsOf(part) <= MOST_SITE_WORDS + 2));
  };
  let first = 0;
  let last = parts.length - 1;
  while (last > first && isSite(parts[last]?.text ?? '')) last -= 1;
  while (first < last && isSite(parts[first]?.text ?? '')) first += 1;
  if (first === 0 && last === parts.length - 1 && looksLikeSite(parts)) last -= 1;
  return cut(title.slice(parts[first]?.start ?? 0, parts[last]?.end ?? title.length));
}

/** Two titles that differ only in case, punctuation and spacing are the same. */
export function isSameTitle(one: string, other: string): boolean {
  return fold(one) !== '' && fold(one) === fold(other);
}

interface Part {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function splitAtSeparators(title: string): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const match of title.matchAll(SEPARATOR)) {
    if (match.index > start) parts.push({ text: title.slice(start, match.index), start, end: match.index });
    start = match.index + match[0].length;
  }
  if (start < title.length) parts.push({ text: title.slice(start), start, end: title.length });
  return parts;
}

/** The parts next to one another that together are the heading. */
function longestRun(title: string, parts: readonly Part[], heading: string): string | undefined {
  for (let first = 0; first < parts.length; first += 1) {
    for (let last = first; last < parts.length; last += 1) {
      const run = title.slice(parts[first]?.start, parts[last]?.end);
      if (fold(run) === heading) return run;
    }
  }
  return undefined;
}

/** A short last part behind a bar and a long rest: an outlet's name that the page names nowhere else. */
function looksLikeSite(parts: readonly Part[]): boolean {
  const last = parts.at(-1)?.text ?? '';
  const rest = parts.slice(0, -1).reduce((sum, part) => sum + wordsOf(part.text), 0);
  return wordsOf(last) <= MOST_SITE_WORDS && rest >= 3 && rest >= 2 * wordsOf(last) && /^[\p{Lu}\d]/u.test(last) && !/[.?!]$/.test(last);
}

function cut(title: string): string {
  return title.slice(0, LIMITS.titleLength).toWellFormed().trim();
}

const wordsOf = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
