import { cleanPageUrl } from './clean-link.ts';
import type { PageFacts } from './read-page-facts.ts';

export interface PageAddress {
  /** The article's own address. */
  readonly url: string | undefined;
  /** What its relative links relate to. */
  readonly base: string | undefined;
  /** When a saving tool says it saved the page, in the tool's own words. */
  readonly savedAt: string | undefined;
}

/** The notes that savers leave: SingleFile's, and "saved from url=(0024)..." of browsers. */
const SINGLE_FILE = /Page saved with SingleFile\s+url:\s*(\S+)(?:\s+saved date:\s*([^\n]{1,100}))?/;
const SAVED_FROM = /saved from url=\(\d+\)\s*(\S+)/;

/** Where a page came from. `known`: what the reader of a container (mail, web archive) knows of it. */
export function readAddress(facts: PageFacts, known: string | undefined): PageAddress {
  const singleFile = firstMatch(facts.comments, SINGLE_FILE);
  const saved = cleanPageUrl(known ?? singleFile?.[1] ?? firstMatch(facts.comments, SAVED_FROM)?.[1] ?? '');
  const canonical = [facts.canonical, ...(facts.meta.get('og:url') ?? [])]
    .map((url) => (url === undefined ? undefined : cleanPageUrl(url, saved)))
    .find((url) => url !== undefined && !(saved !== undefined && isFrontPage(url) && !isFrontPage(saved)));
  const url = canonical ?? saved;
  const from = saved ?? url;
  const base = facts.base === undefined ? from : (cleanPageUrl(facts.base, from) ?? from);
  return { url, base, savedAt: singleFile?.[2]?.trim() };
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
