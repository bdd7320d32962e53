import { cleanPageUrl } from '../html/clean-link.ts';

const ADDRESS = /https?:\/\/[^\s<>"]+/i;

/** The address of the page that a browser printed: it stands in the margin of each page. Undefined where it is cut off. */
export function findAddress(running: readonly string[]): string | undefined {
  for (const line of running) {
    const address = ADDRESS.exec(line)?.[0];
    if (address === undefined || /(?:…|\.\.\.)$/.test(address)) continue;
    const clean = cleanPageUrl(address);
    // A journal's home page, or that of a DOI, is not the article's.
    if (clean !== undefined && (URL.parse(clean)?.pathname.length ?? 0) > 8) return clean;
  }
  return undefined;
}
