import { UNFETCHED } from '../../contract/articles.ts';
import { LibraryError } from '../../contract/errors.ts';
import type { ImportLabels } from '../../contract/imports.ts';
import { readablePath } from '../../contract/readable-path.ts';
import { LIMITS } from '../base/limits.ts';
import { EXTRACTOR_VERSION } from '../extract/extractor-version.ts';
import { canonicalAddress } from '../base/canonical-address.ts';
import { hashBytes } from '../store/blobs.ts';
import type { NewArticle } from '../store/library-store.ts';
import { checkAddress } from './check-address.ts';

/** How sure it is that a page is called like the end of its address: where that is words, hardly; else it is a name to go by. */
const FROM_WORDS = 0.3;
const FROM_ADDRESS = 0.1;
const FROM_HOST = 0.6;

/**
 * An article of which there is no more than its address: it has no text until its page is fetched. The address is the item that it
 * was made of, too.
 *
 * @throws LibraryError `bad-address` for what could never be fetched
 */
export function unfetchedArticle(address: string, { tags, collections }: ImportLabels): NewArticle {
  const url = checkAddress(address);
  if (url.href.length > LIMITS.urlLength) throw new LibraryError('bad-address', `This address has ${url.href.length} characters. Addresses are kept with up to ${LIMITS.urlLength}; the page can be saved at once.`);
  const bytes = Buffer.from(url.href);
  const words = wordsOf(url);
  return {
    content: {
      title: (words ?? nameOf(url)).slice(0, LIMITS.titleLength).toWellFormed().trim(),
      byline: null,
      published: null,
      publishedPrecision: null,
      site: url.hostname.replace(/^www\./, '').slice(0, LIMITS.siteLength),
      url: url.href,
      canonicalUrl: canonicalAddress(url.href),
      language: null,
      wordCount: 0,
      excerpt: null,
      tags: [...new Set(tags)],
      collections: [...new Set(collections)],
      source: { kind: UNFETCHED, name: 'address', sha256: hashBytes(bytes) },
      related: [],
      guessed: { title: words === undefined ? FROM_ADDRESS : FROM_WORDS, site: FROM_HOST },
      corrected: [],
      extra: null,
      html: '',
      text: '',
      fingerprint: null,
      images: [],
      original: { kind: 'utf8', text: url.href },
      extractor: EXTRACTOR_VERSION,
    },
    blobs: [],
  };
}

/** What stands behind the words of an address: the number of the article, the kind of the file. */
const NUMBERS = /^(?:\d+|[a-z]{0,2}\d{4,}|(?=[a-f\d]*\d)[a-f\d]{6,})$/i;
const LEAST_WORDS = 3;

/** The words that many sites write into the last part of an address, where they wrote some: `/2024/oil-prices-rise-1234.html`. */
function wordsOf({ pathname }: URL): string | undefined {
  const last = readablePath(pathname).replace(/\/+$/, '').split('/').at(-1) ?? '';
  const words = last.replace(/\.\w{2,5}$/, '').split(/[-_+]|%20/).filter((word) => word !== '');
  while (NUMBERS.test(words[0] ?? '')) words.shift();
  while (NUMBERS.test(words.at(-1) ?? '')) words.pop();
  if (words.length < LEAST_WORDS || !words.every((word) => /^[\p{L}\p{M}\p{N}.,'’]+$/u.test(word))) return undefined;
  const title = words.join(' ');
  return title.slice(0, 1).toLocaleUpperCase('en') + title.slice(1);
}

/** The address as a person would say it, in words that can be searched for: `paper.example › lamp`. */
function nameOf({ hostname, pathname, search }: URL): string {
  return [hostname.replace(/^www\./, ''), ...readablePath(`${pathname}${search}`).split('/').filter((part) => part !== '')].join(' › ');
}
