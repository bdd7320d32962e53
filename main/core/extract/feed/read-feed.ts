import { parseFeed } from 'htmlparser2';
import { LIMITS } from '../../base/limits.ts';
import { cleanPageUrl } from '../html/clean-link.ts';

const ROOT = /<(?:rss|feed|rdf:RDF)[\s>]/i;
/** So much of a file is looked at for what it is. */
const BEGINNING = 4_096;

/** Whether what came may be a feed: RSS, Atom or JSON Feed. */
export function isFeed(type: string, bytes: Uint8Array): boolean {
  if (/^application\/(?:rss|atom)\+xml$/.test(type) || type === 'application/feed+json') return true;
  const start = Buffer.from(bytes.subarray(0, BEGINNING)).toString('latin1').trimStart();
  if (type.endsWith('xml')) return ROOT.test(start);
  return type.endsWith('json') && start.includes('https://jsonfeed.org/version/');
}

/** The addresses of a feed's entries, the first of the feed first. Runs in an extract worker. */
export function readFeed({ bytes, url }: { bytes: Uint8Array; url: string }): string[] {
  const text = new TextDecoder('utf-8').decode(bytes);
  const links = text.trimStart().startsWith('{') ? linksOfJson(text) : (parseFeed(text, { xmlMode: true, decodeEntities: true })?.items ?? []).map(({ link }) => link);
  const addresses = links.flatMap((link) => (link === undefined ? [] : [cleanPageUrl(link, url)])).filter((address) => address !== undefined);
  return [...new Set(addresses)].slice(0, LIMITS.feedEntries);
}

function linksOfJson(text: string): (string | undefined)[] {
  try {
    const feed: unknown = JSON.parse(text);
    const items: unknown = typeof feed === 'object' && feed !== null && 'items' in feed ? feed.items : [];
    if (!Array.isArray(items)) return [];
    return items.map((item: unknown) => (typeof item === 'object' && item !== null && 'url' in item && typeof item.url === 'string' ? item.url : undefined));
  } catch {
    // A feed that breaks off has no entries.
    return [];
  }
}
