import type { Element, Root } from 'hast';
import { LIMITS } from '../base/limits.ts';
import { isSameSite } from '../base/is-same-site.ts';
import { attribute } from '../extract/html/clean-attributes.ts';
import { cleanPageUrl } from '../extract/html/clean-link.ts';
import { decodeHtml } from '../extract/html/decode-html.ts';
import { listImageSources } from '../extract/html/list-image-sources.ts';
import { parseHtml } from '../extract/html/parse-html.ts';
import { readAddress } from '../extract/html/read-address.ts';
import { listPosters } from '../extract/html/read-media.ts';
import { readPageFacts } from '../extract/html/read-page-facts.ts';
import { elementsOf, rawTextOf } from '../extract/html/walk-tree.ts';
import { findNextPage } from './find-next-page.ts';
import { isTracker } from './is-tracker.ts';
import { signsOf, type PageSigns } from './judge-page.ts';
import { listStyleReferences } from './list-style-references.ts';

export interface PageToList {
  readonly bytes: Uint8Array;
  readonly charset: string | undefined;
  /** Where it was found in the end. */
  readonly url: string;
}

/** What has to be fetched so that a page can be read without the net. All addresses are absolute. */
export interface PageParts {
  /** For each picture the addresses under which it may be had, the best first. */
  readonly pictures: string[][];
  /** Style sheets. */
  readonly styles: string[];
  /** What the page's own styles want: pictures and faces. */
  readonly files: string[];
  /** The next page of the same article. */
  readonly next: string | undefined;
  /** Where the page itself sends at once, in place of an article. */
  readonly sendsTo: string | undefined;
  /** The address of its site that the page calls its own. */
  readonly address: string;
  readonly signs: PageSigns;
}

/**
 * The parts of a page, in their order in the page. Trackers are none. Runs in an extract worker.
 *
 * @throws LibraryError `too-deep`, `too-large`
 */
export function listPageParts({ bytes, charset, url }: PageToList): PageParts {
  const page = parseHtml(decodeHtml(bytes, charset).text.toWellFormed(), { fragment: false });
  const elements = elementsOf(page);
  const stated = elements.find(({ tagName, properties }) => tagName === 'base' && properties['href'] !== undefined);
  const base = cleanPageUrl((stated && attribute(stated, 'href')) ?? '', url) ?? url;
  const styles = elements.filter(isStyleSheet).flatMap((link) => toAddress(attribute(link, 'href'), base));
  const inStyles = listStyleReferences(elements.flatMap((element) => [element.tagName === 'style' ? rawTextOf(element) : '', attribute(element, 'style') ?? '']).join('\n'), base);
  const signs = signsOf(page, elements);
  return {
    pictures: listPictures(page, base).slice(0, LIMITS.savedParts),
    styles: [...new Set([...styles, ...inStyles.imports])].slice(0, LIMITS.savedParts),
    files: inStyles.files.slice(0, LIMITS.savedParts),
    next: findNextPage(elements, url, base),
    address: ownAddress(readAddress(readPageFacts(page), url).url, url),
    sendsTo: signs.words > FEW_WORDS ? undefined : refreshOf(elements, url),
    signs,
  };
}

function ownAddress(claimed: string | undefined, url: string): string {
  return claimed !== undefined && isSameSite(claimed, url) ? claimed : url;
}

/** A page that says more than this is not there only to send on. */
const FEW_WORDS = 60;
const MOST_SECONDS = 10;

/** `<meta http-equiv=refresh content="0; url=/there">` */
function refreshOf(elements: readonly Element[], url: string): string | undefined {
  const refresh = elements.find((element) => element.tagName === 'meta' && attribute(element, 'httpEquiv')?.trim().toLowerCase() === 'refresh');
  const [, seconds, target] = /^\s*(\d{1,4})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec((refresh && attribute(refresh, 'content')) ?? '') ?? [];
  if (target === undefined || Number(seconds) > MOST_SECONDS) return undefined;
  const [address] = toAddress(target, url);
  return address === url ? undefined : address;
}

function listPictures(page: Root, base: string): string[][] {
  const pictures: string[][] = [];
  const visit = (parent: Root | Element, picture: Element | undefined): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'img' || child.tagName === 'amp-img') {
        const size = { width: attribute(child, 'width'), height: attribute(child, 'height') };
        pictures.push(listImageSources(child, picture).flatMap((source) => toPicture(source, base, size)));
      }
      if (child.tagName === 'video') pictures.push(listPosters(child).flatMap((poster) => toPicture(poster, base, {})));
      visit(child, child.tagName === 'picture' ? child : picture);
    }
  };
  visit(page, undefined);
  const seen = new Set<string>();
  return pictures.filter((sources) => {
    const key = sources.join(' ');
    if (sources.length === 0 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function toPicture(source: string, base: string, size: Parameters<typeof isTracker>[1]): string[] {
  return toAddress(source, base).filter((address) => !isTracker(new URL(address), size));
}

function toAddress(source: string | undefined, base: string): string[] {
  const url = source === undefined || source.trim() === '' ? null : URL.parse(source.trim(), base);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:') || url.href.length > LIMITS.urlLength) return [];
  url.hash = '';
  return [url.href];
}

function isStyleSheet(element: Element): boolean {
  if (element.tagName !== 'link') return false;
  const rel = (attribute(element, 'rel') ?? '').toLowerCase();
  return /\bstylesheet\b/.test(rel) && !/\balternate\b/.test(rel) && !/^\s*print\s*$/i.test(attribute(element, 'media') ?? '');
}

