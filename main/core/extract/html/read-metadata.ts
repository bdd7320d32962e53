import type { PublishedDate } from '../article-draft.ts';
import { LIMITS } from '../../base/limits.ts';
import { cleanByline } from './clean-byline.ts';
import { cleanTitle } from './clean-title.ts';
import { decodeReferences } from './decode-references.ts';
import type { PageAddress } from './read-address.ts';
import { readDate, readDateFromUrl } from './read-date.ts';
import { readJsonLd } from './read-json-ld.ts';
import type { PageFacts } from './read-page-facts.ts';

/** What a page says about its article. `guessed` names the fields that it does not say outright. */
export interface PageMetadata {
  readonly title: string | undefined;
  readonly byline: string | undefined;
  readonly published: PublishedDate | undefined;
  readonly site: string | undefined;
  readonly language: string | undefined;
  readonly description: string | undefined;
  readonly keywords: string | undefined;
  readonly guessed: Readonly<Record<string, number>>;
}

/** A value and how sure it is: 1 is stated. */
type Found<Value> = { readonly value: Value; readonly confidence: number } | undefined;

const TITLE_META = ['og:title', 'twitter:title', 'citation_title', 'dc.title', 'dcterms.title', 'parsely-title', 'sailthru.title', 'headline'];
const AUTHOR_META = ['author', 'article:author', 'og:article:author', 'parsely-author', 'sailthru.author', 'byl', 'dc.creator', 'dcterms.creator', 'dc.creator.creator', 'citation_author', 'cxenseparse:author', 'article:author_name'];
const DATE_META = ['article:published_time', 'og:article:published_time', 'og:published_time', 'datepublished', 'parsely-pub-date', 'sailthru.date', 'citation_publication_date', 'citation_date', 'citation_online_date', 'dc.date.issued', 'dcterms.issued', 'dc.date', 'dcterms.date', 'dcterms.created', 'dc.date.created', 'dc.created', 'date', 'pubdate', 'publishdate', 'publish_date', 'publish-date', 'publication_date', 'originalpublicationdate', 'article.published', 'article_date_original', 'cxenseparse:recs:publishtime', 'bt:pubdate', 'published_time', 'published_at', 'article.created', 'datecreated', 'created', 'date.release'];
const SITE_META = ['og:site_name', 'citation_journal_title', 'dc.publisher', 'dcterms.publisher', 'application-name', 'publisher'];
const LANGUAGE_META = ['content-language', 'dc.language', 'dcterms.language', 'citation_language', 'inlanguage', 'language'];
const MOST_SITE_WORDS = 8;

/**
 * Whom to trust: JSON-LD, then meta tags, then markup that means it, then classes that sound like it, then the address.
 */
export function readMetadata(facts: PageFacts, address: PageAddress): PageMetadata {
  const data = readJsonLd(facts.jsonLd);
  const meta = (names: readonly string[]): string[] => names.flatMap((name) => facts.meta.get(name) ?? []).map(decodeReferences);
  const site = findSite([data?.site, ...meta(SITE_META)], address.url);
  const title = findTitle([data?.title, ...meta(TITLE_META)], facts, siteNamesOf(site, address.url));
  const byline = findByline([data?.authors ?? [], ...AUTHOR_META.map((name) => meta([name]))], facts, site?.value);
  const published = findDate([data?.published, ...meta(DATE_META)], facts, address.url);
  const language = [facts.language, data?.language, ...meta(LANGUAGE_META)].map(readLanguage).find((tag) => tag !== undefined);
  return {
    title: title?.value,
    byline: byline?.value,
    published: published?.value,
    site: site?.value,
    language,
    description: meta(['og:description', 'description', 'twitter:description', 'dc.description'])[0],
    keywords: meta(['news_keywords', 'keywords', 'parsely-tags'])[0],
    guessed: guesses({ title, byline, published, site }),
  };
}

/** A well-formed BCP 47 tag out of what pages write: `en_US`, `EN-us`, `de, en`. */
export function readLanguage(raw: string | undefined): string | undefined {
  const tag = raw?.split(/[,;]/)[0]?.trim().replaceAll('_', '-') ?? '';
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(tag) || /^(?:und|mul|zxx)$/i.test(tag)) return undefined;
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    // Not a language after all.
    return undefined;
  }
}

function findTitle(stated: readonly (string | undefined)[], facts: PageFacts, siteNames: readonly string[]): Found<string> {
  const isSiteName = (title: string): boolean => siteNames.some((name) => name.toLowerCase() === title.toLowerCase());
  const clean = (title: string | undefined): string =>
    title === undefined ? '' : cleanTitle(decodeReferences(title), siteNames, facts.headings);
  for (const candidate of [...stated, facts.title]) {
    const title = clean(candidate);
    if (title !== '' && !isSiteName(title)) return { value: title, confidence: 1 };
  }
  const heading = clean(facts.headings[0]);
  return heading === '' ? undefined : { value: heading, confidence: 0.9 };
}

function findByline(stated: readonly (readonly string[])[], facts: PageFacts, site: string | undefined): Found<string> {
  const clean = (raw: string | readonly string[]): string | undefined => {
    const byline = cleanByline(typeof raw === 'string' ? decodeReferences(raw) : raw.map(decodeReferences));
    return byline?.toLowerCase() === site?.toLowerCase() ? undefined : byline;
  };
  for (const names of stated) {
    const byline = clean(names);
    if (byline !== undefined) return { value: byline, confidence: 1 };
  }
  const meant = clean(facts.authors.filter(({ kind }) => kind === 'stated').slice(0, 5).map(({ text }) => text));
  if (meant !== undefined) return { value: meant, confidence: 0.9 };
  for (const { text } of facts.authors.filter(({ kind }) => kind === 'class')) {
    const byline = clean(text);
    if (byline !== undefined) return { value: byline, confidence: 0.7 };
  }
  return undefined;
}

function findDate(stated: readonly (string | undefined)[], facts: PageFacts, url: string | undefined): Found<PublishedDate> {
  const first = (texts: readonly (string | undefined)[]): PublishedDate | undefined => {
    // One after the other: most pages have many, and most say it in the first.
    for (const text of texts) {
      const date = text === undefined ? undefined : readDate(text);
      if (date !== undefined) return date;
    }
    return undefined;
  };
  const said = first(stated);
  if (said !== undefined) return { value: said, confidence: 1 };
  const meant = first(facts.dates.filter(({ kind }) => kind === 'stated').map(({ text }) => text));
  if (meant !== undefined) return { value: meant, confidence: 0.95 };
  const inUrl = url === undefined ? undefined : readDateFromUrl(url);
  if (inUrl?.precision === 'day') return { value: inUrl, confidence: 0.8 };
  const shown = first(facts.dates.filter(({ kind }) => kind === 'class').map(({ text }) => text));
  if (shown !== undefined) return { value: shown, confidence: 0.6 };
  const near = first(facts.dates.filter(({ kind, text }) => kind === 'near' && !/©|copyright/i.test(text)).map(({ text }) => text));
  if (near !== undefined && near.precision === 'day') return { value: near, confidence: 0.5 };
  return inUrl === undefined ? undefined : { value: inUrl, confidence: 0.7 };
}

function findSite(stated: readonly (string | undefined)[], url: string | undefined): Found<string> {
  for (const name of stated) {
    const site = decodeReferences(name ?? '').replace(/\s+/g, ' ').trim();
    const isName = site !== '' && site.length <= LIMITS.siteLength && site.split(' ').length <= MOST_SITE_WORDS && !/^https?:/.test(site);
    if (isName) return { value: site, confidence: 1 };
  }
  const host = URL.parse(url ?? '')?.hostname.replace(/^www\./, '') ?? '';
  return host === '' ? undefined : { value: host, confidence: 0.6 };
}

/** What the outlet may be called in a title: its name, its host, the host's own word (`harbour-news` of harbour-news.org). */
function siteNamesOf(site: Found<string>, url: string | undefined): string[] {
  const host = URL.parse(url ?? '')?.hostname.replace(/^www\./, '') ?? '';
  const word = host.split('.').at(host.split('.').length > 2 && /\.(?:co|com|org|ac|gov)\.\w{2}$/.test(host) ? -3 : -2) ?? '';
  return [site?.value ?? '', host, word].filter((name) => name.length > 1);
}

function guesses(found: Readonly<Record<string, Found<unknown>>>): Record<string, number> {
  const guessed: Record<string, number> = {};
  for (const [field, value] of Object.entries(found)) if (value !== undefined && value.confidence < 1) guessed[field] = value.confidence;
  return guessed;
}
