import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import type { ReaderInput } from '../../import/reader.ts';
import type { ArticleDraft } from '../article-draft.ts';
import { guessLanguage } from '../guess-language.ts';
import { guessTitle } from '../html/guess-title.ts';
import { collectImages } from '../html/collect-images.ts';
import { dropTitleHeading, firstHeading } from '../html/drop-title-heading.ts';
import { treeToText } from '../html/html-to-text.ts';
import { limitExtra } from '../limit-extra.ts';
import { parseHtml } from '../html/parse-html.ts';
import { refuseWithoutText } from '../html/refuse-without-text.ts';
import { sanitizeTree } from '../html/sanitize-html.ts';
import { textOf } from '../html/walk-tree.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { readMarkdownMetadata } from './read-markdown-metadata.ts';
import { renderMarkdown } from './render-markdown.ts';

export interface MarkdownContext {
  /** The file's own name, without folders. */
  readonly fileName: string;
  readonly loadBeside: ReaderInput['loadBeside'];
}

/**
 * A Markdown file to its article. Throws LibraryError: `empty`, `no-text`, `too-deep`, `too-large`.
 */
export function extractMarkdown(markdown: string, { fileName, loadBeside }: MarkdownContext): ArticleDraft {
  if (markdown.trim() === '') throw new LibraryError('empty', 'This file is empty.');
  const front = readFrontMatter(markdown.toWellFormed().replace(/\r\n?/g, '\n'));
  const metadata = readMarkdownMetadata(front);
  const content = parseHtml(renderMarkdown(front.body), { fragment: true });

  const heading = metadata.title === undefined ? firstHeading(content) : undefined;
  const stated = metadata.title ?? (heading === undefined ? undefined : textOf(heading).slice(0, LIMITS.titleLength).toWellFormed());
  const images = collectImages(loadBeside);
  const { html, tree } = sanitizeTree(dropTitleHeading(content, stated ?? ''), {
    ...(metadata.url === undefined ? {} : { pageUrl: metadata.url }),
    localImage: (src) => images.take([src]),
  });
  const text = treeToText(tree);
  refuseWithoutText(text);

  const inferred = stated === undefined || stated === '' ? guessTitle(text, fileName) : undefined;
  const language = metadata.language === undefined ? guessLanguage(text) : undefined;
  const missing = images.missing();
  const extra = { ...metadata.extra, ...(missing.length === 0 ? {} : { missingImages: missing }) };
  return {
    title: inferred?.title ?? stated ?? fileName,
    byline: metadata.byline ?? null,
    published: metadata.published ?? null,
    site: metadata.site ?? null,
    url: metadata.url ?? null,
    language: metadata.language ?? language?.language ?? null,
    html,
    text,
    related: [],
    guessed: {
      ...(inferred === undefined ? {} : { title: inferred.confidence }),
      ...(language === undefined ? {} : { language: language.confidence }),
    },
    extra: limitExtra(extra),
    tags: metadata.tags,
    images: images.images(),
    companions: images.companions(),
  };
}
