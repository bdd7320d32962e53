import { cleanPageUrl } from './clean-link.ts';
import { readMailDate } from '../mime/read-mail-date.ts';
import type { PageFacts } from './read-page-facts.ts';

export interface PageAddress {
  /** The article's own address. */
  readonly url: string | undefined;
  /** What its relative links relate to. */
  readonly base: string | undefined;
  /** When a saving tool says it saved the page: ISO 8601, or the tool's own words where they are no date. */
  readonly savedAt: string | undefined;
}

/** The notes that savers leave: SingleFile's, monolith's, and "saved from url=(0024)..." of browsers. */
const SINGLE_FILE = /(?:Page saved with|Archive processed by) SingleFile\w*\s+url:\s*(\S+)(?:\s+saved date:\s*([^\n]{1,100}))?/;
const SAVED_FROM = /saved from url=\(\d+\)\s*(\S+)/i;
const MONOLITH = /Saved from (\S+) at (\S+) using monolith/;
const LONGEST_NOTE = 100;
/** As scripts of a browser write it: `Wed Sep 24 2025 10:00:00 GMT+0200 (...)`. */
const SCRIPT_DATE = /^\p{L}{3,}\.? \p{L}{3} \d{1,2} \d{4}/u;

/**
 * Where a page came from. `known`: what the reader of a container (mail, web archive) knows of it. `former`: what is taken where
 * nothing else says it.
 */
export function readAddress(facts: PageFacts, known: string | undefined, former?: string): PageAddress {
  const note = firstMatch(facts.comments, SINGLE_FILE) ?? firstMatch(facts.comments, MONOLITH);
  const meta = (name: string): string | undefined => facts.meta.get(name)?.[0];
  const saved = cleanPageUrl(known ?? note?.[1] ?? meta('savepage-url') ?? firstMatch(facts.comments, SAVED_FROM)?.[1] ?? '');
  const canonical = [facts.canonical, ...(facts.meta.get('og:url') ?? [])]
    .map((url) => (url === undefined ? undefined : cleanPageUrl(url, saved)))
    .find((url) => url !== undefined && !(saved !== undefined && isFrontPage(url) && !isFrontPage(saved)));
  const url = canonical ?? saved ?? cleanPageUrl(former ?? '');
  const from = saved ?? url;
  const base = facts.base === undefined ? from : (cleanPageUrl(facts.base, from) ?? from);
  return { url, base, savedAt: readSavedAt(note?.[2] ?? meta('savepage-date')) };
}

function readSavedAt(note: string | undefined): string | undefined {
  const words = note?.trim().slice(0, LONGEST_NOTE);
  if (words === undefined || !SCRIPT_DATE.test(words)) return words;
  const [, month = '', day = '', year = '', time = '', zone = ''] = /^\S+ (\S+) (\d+) (\d{4})(?: (\d{2}:\d{2}:\d{2}))?(?: GMT([+-]\d{4}))?/.exec(words) ?? [];
  return readMailDate(`${day} ${month} ${year} ${time} ${zone}`)?.value ?? words;
}

/** Some sites call every page of theirs by the address of the front page. */
function isFrontPage(url: string): boolean {
  return (URL.parse(url)?.pathname ?? '/') === '/' && (URL.parse(url)?.search ?? '') === '';
}

function firstMatch(texts: readonly string[], pattern: RegExp): RegExpExecArray | undefined {
  for (const text of texts) {
    const match = pattern.exec(text);
    if (match !== null) return match;
  }
  return undefined;
}
