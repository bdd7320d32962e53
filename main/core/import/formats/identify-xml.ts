import type { FormatName } from './format-labels.ts';

const ROOTS: Readonly<Record<string, FormatName>> = {
  rss: 'rss',
  feed: 'atom',
  opml: 'opml',
  'en-export': 'enex',
  nitf: 'nitf',
  svg: 'svg',
  newsitem: 'newsml-g2',
  newsmessage: 'newsml-g2',
  packageitem: 'newsml-g2',
  conceptitem: 'newsml-g2',
  ppsresponse: 'factiva',
};

/** What may stand before the root: declaration, comments, document type. Each turn is anchored, so this is linear. */
const PROLOG = /\s+|<\?[^>]{0,2000}\?>|<!--[^]*?-->|<!DOCTYPE\s[^>[]{0,2000}(?:\[[^\]]{0,20000}\]\s*)?>/iy;

/** The format of a text that is XML, or SGML near to it; undefined where it is not. */
export function identifyXml(head: string, extension: string): FormatName | undefined {
  if (!/^\s*</.test(head)) return undefined;
  if (/<!DOCTYPE\s+lewis|<REUTERS\s[^>]{0,300}NEWID=/.test(head)) return 'reuters-sgml';
  const isDeclared = /^\s*<\?xml\b/i.test(head);
  const root = rootName(head);
  const local = root?.replace(/^[\w.-]+:/, '').toLowerCase();
  if (local === 'rdf') return identifyRdf(head);
  if (local === 'plist') return head.includes('WebMainResource') ? 'webarchive' : 'xml';
  const known = local !== undefined && Object.hasOwn(ROOTS, local) ? ROOTS[local] : undefined;
  if (known !== undefined) return known;
  // A page, or an export that is written as one.
  if (local === 'html') return undefined;
  return isDeclared || /^(?:xml|rss|atom|rdf)$/.test(extension) ? (malformedFeed(head) ?? 'xml') : undefined;
}

function rootName(head: string): string | undefined {
  let at = 0;
  for (;;) {
    PROLOG.lastIndex = at;
    const part = PROLOG.exec(head);
    if (part === null || part[0] === '') break;
    at = PROLOG.lastIndex;
  }
  return /^<([A-Za-z_][\w.:-]{0,60})/.exec(head.slice(at, at + 70))?.[1];
}

function identifyRdf(head: string): FormatName {
  if (head.includes('zotero.org/namespaces')) return 'zotero-rdf';
  return /purl\.org\/rss|<item\b/.test(head) ? 'rss' : 'xml';
}

/** Feeds in the wild begin with all sorts of things. */
function malformedFeed(head: string): FormatName | undefined {
  if (/<rss\b/i.test(head)) return 'rss';
  return /<feed\b[^>]{0,300}xmlns/i.test(head) ? 'atom' : undefined;
}
