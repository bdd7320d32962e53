import { LIMITS } from '../../base/limits.ts';

const FOLLOWED = new Set(['http:', 'https:', 'mailto:']);

/**
 * The absolute address of a link, as a browser would resolve it: http, https or mailto, without credentials.
 * Undefined for any other scheme and for a relative link of a page whose address is unknown.
 */
export function cleanLink(href: string, pageUrl: string | undefined): string | undefined {
  if (href.length > LIMITS.urlLength) return undefined;
  const url = URL.parse(href, pageUrl);
  if (url === null || !FOLLOWED.has(url.protocol)) return undefined;
  if (url.protocol !== 'mailto:' && url.hostname === '') return undefined;
  url.username = '';
  url.password = '';
  return url.href.length > LIMITS.urlLength ? undefined : url.href;
}

/**
 * A page's own address, for resolving its links and to be stored: http or https, without credentials.
 */
export function cleanPageUrl(url: string, base?: string): string | undefined {
  const clean = cleanLink(url.trim(), base);
  return clean?.startsWith('mailto:') ? undefined : clean;
}

/** The id that a link inside of the page points to (`#note-1`), decoded. */
export function fragmentOf(href: string, pageUrl: string | undefined): string | undefined {
  const trimmed = href.trim();
  if (trimmed.startsWith('#')) return decode(trimmed.slice(1));
  if (pageUrl === undefined || !trimmed.includes('#')) return undefined;
  const url = URL.parse(trimmed, pageUrl);
  const page = URL.parse(pageUrl);
  if (url === null || page === null || url.hash.length < 2) return undefined;
  const fragment = url.hash.slice(1);
  url.hash = '';
  page.hash = '';
  return url.href === page.href ? decode(fragment) : undefined;
}

function decode(fragment: string): string | undefined {
  if (fragment === '') return undefined;
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A stray percent sign is part of the name.
    return fragment;
  }
}
