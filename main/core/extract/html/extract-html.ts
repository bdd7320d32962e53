import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { ReaderInput } from '../../import/reader.ts';
import type { ArticleDraft } from '../article-draft.ts';
import { guessLanguage } from '../guess-language.ts';
import { guessTitle } from './guess-title.ts';
import { cleanByline } from './clean-byline.ts';
import { cleanPageUrl } from './clean-link.ts';
import { collectImages } from './collect-images.ts';
import type { ImageCollector, LoadEmbedded } from './collect-images.ts';
import { dropBylineLine } from './drop-byline-line.ts';
import { dropTitleHeading } from './drop-title-heading.ts';
import { findContent } from './find-content.ts';
import { treeToText } from './html-to-text.ts';
import { linkMedia } from './link-media.ts';
import { limitExtra } from '../limit-extra.ts';
import { parseHtml } from './parse-html.ts';
import { mediaOf, prepareContent, sourcesOf } from './prepare-content.ts';
import type { PreparedPage } from './prepare-content.ts';
import { readAddress } from './read-address.ts';
import type { PageAddress } from './read-address.ts';
import { readMetadata } from './read-metadata.ts';
import type { PageMetadata } from './read-metadata.ts';
import { readPageFacts } from './read-page-facts.ts';
import type { PageFacts } from './read-page-facts.ts';
import { refuseWithoutText } from './refuse-without-text.ts';
import { sanitizeTree } from './sanitize-html.ts';
import { takeRelated } from './take-related.ts';
import { trimEdges } from './trim-edges.ts';

export interface HtmlContext {
  /** The file's own name, without folders. */
  readonly fileName: string;
  /** A file beside the page; the caller decides how far beside. */
  readonly loadBeside: ReaderInput['loadBeside'];
  readonly loadEmbedded?: LoadEmbedded;
  /** Where the copy of a video or a sound lies (`images/<sha256>`), by the absolute addresses that its file may be had at; undefined where there is none. */
  readonly copyOfMedia?: (addresses: readonly string[]) => string | undefined;
  /** The page's address, where whatever held the page knows it. */
  readonly pageUrl?: string;
  /** The address that it had when it was read before: counts where the page says none. */
  readonly formerUrl?: string;
}

/**
 * A page, or a piece of one, to its article. Throws LibraryError: `empty`, `no-text`, `too-deep`, `too-large`.
 */
export function extractHtml(html: string, context: HtmlContext): ArticleDraft {
  if (html.trim() === '') throw new LibraryError('empty', 'This file is empty.');
  const { facts, prepared } = readPage(html);
  const address = readAddress(facts, context.pageUrl, context.formerUrl);
  const metadata = readMetadata(facts, address);

  const found = findContent(prepared.page);
  const { content, related } = takeRelated(found.content, address.base);
  const images = collectImages(context.loadBeside, embeddedAt(facts.base === undefined ? undefined : address.base, context.loadEmbedded));
  const trimmed = trimEdges(content, { ...metadata, headings: facts.headings });
  const localImage = (src: string): string | undefined => images.take(sourcesOf(src, prepared));
  const linked = linkMedia(dropBylineLine(dropTitleHeading(trimmed, metadata.title ?? ''), metadata.byline), {
    mediaOf: (src) => mediaOf(src, prepared),
    hasPicture: (src) => localImage(src) !== undefined,
    copyOf: ({ files }) => context.copyOfMedia?.(files.flatMap((file) => cleanPageUrl(file.replace(/#.*$/s, ''), address.base) ?? [])),
    base: address.base,
  });
  // Players of the page itself are gone: those in `linked` are ours.
  const localMedia = (src: string) => src;
  const { html: clean, tree } = sanitizeTree(linked, { ...(address.base === undefined ? {} : { pageUrl: address.base }), localImage, localMedia });
  const text = treeToText(tree);
  refuseWithoutText(text);
  // Parts of a page that is one file were at addresses of their own; those of a folder only have names there.
  const missing = images.missing().map((part) => (context.loadEmbedded === undefined ? part : (cleanPageUrl(part, address.base) ?? part)));
  return draftFrom({ metadata, address, byline: found.byline, html: clean, text, related, images, missing, fileName: context.fileName });
}

/** Where a page says what its addresses relate to, its parts are found by that first. */
function embeddedAt(base: string | undefined, load: LoadEmbedded | undefined): LoadEmbedded | undefined {
  if (base === undefined || load === undefined) return load;
  return (address) => load(URL.parse(address, base)?.href ?? address) ?? load(address);
}

/** The page's own tree is many times its size and is let go of here. */
function readPage(html: string): { readonly facts: PageFacts; readonly prepared: PreparedPage } {
  const page = parseHtml(html.toWellFormed(), { fragment: false });
  return { facts: readPageFacts(page), prepared: prepareContent(page) };
}

interface Parts {
  readonly metadata: PageMetadata;
  readonly address: PageAddress;
  /** As the content search found it. */
  readonly byline: string | undefined;
  readonly html: string;
  readonly text: string;
  readonly related: ArticleDraft['related'];
  readonly images: ImageCollector;
  /** Addresses of pictures that the article has and we do not. */
  readonly missing: readonly string[];
  readonly fileName: string;
}

function draftFrom({ metadata, address, byline, html, text, related, images, missing, fileName }: Parts): ArticleDraft {
  const guessed: Record<string, number> = { ...metadata.guessed };
  const inferred = metadata.title === undefined ? guessTitle(text, fileName) : undefined;
  if (inferred !== undefined) guessed.title = inferred.confidence;
  const inText = metadata.byline === undefined && byline !== undefined ? cleanByline(byline) : undefined;
  if (inText !== undefined) guessed.byline = 0.5;
  const language = metadata.language === undefined ? guessLanguage(text) : undefined;
  if (language !== undefined) guessed.language = language.confidence;
  return {
    title: inferred?.title ?? metadata.title ?? fileName,
    byline: metadata.byline ?? inText ?? null,
    published: metadata.published ?? null,
    site: metadata.site ?? null,
    url: address.url ?? null,
    language: metadata.language ?? language?.language ?? null,
    html,
    text,
    related,
    guessed,
    extra: extraOf(metadata, address, missing),
    tags: [],
    images: images.images(),
    companions: images.companions(),
  };
}

function extraOf(metadata: PageMetadata, address: PageAddress, missingImages: readonly string[]): ArticleDraft['extra'] {
  const cut = (text: string): string => text.slice(0, LIMITS.urlLength).toWellFormed();
  return limitExtra({
    ...(metadata.description === undefined ? {} : { description: cut(metadata.description) }),
    ...(metadata.keywords === undefined ? {} : { keywords: cut(metadata.keywords) }),
    ...(address.savedAt === undefined ? {} : { savedAt: address.savedAt }),
    ...(missingImages.length === 0 ? {} : { missingImages: [...missingImages] }),
  });
}
