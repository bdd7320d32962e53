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
import { dateOfFileName } from '../plain-text/date-of-file-name.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { readMarkdownMetadata } from './read-markdown-metadata.ts';
import { renderMarkdown } from './render-markdown.ts';
import { titleOfFileName } from './title-of-file-name.ts';

export interface MarkdownContext {
  /** The file's own name, without folders. */
  readonly fileName: string;
  readonly loadBeside: ReaderInput['loadBeside'];
}

/** Where note-taking programs put pictures that a note names without a folder. */
const PICTURE_FOLDERS = ['attachments', 'Attachments', 'assets', 'images', 'img', 'files', 'media', '_resources', 'resources', '../attachments', '../Attachments', '../assets', '../images', '../files', '../_resources'];
/** Sites name a post `2025-09-24-title.md`, and take that for its date. */
const DATE_OF_POST = 0.9;

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
    localImage: (src) => images.take(placesOf(src)),
  });
  const text = treeToText(tree);
  refuseWithoutText(text);

  const inferred = stated === undefined || stated === '' ? (titleOfFileName(fileName) ?? guessTitle(text, fileName)) : undefined;
  const dated = metadata.published === undefined ? dateOfFileName(fileName) : undefined;
  const language = metadata.language === undefined ? guessLanguage(text) : undefined;
  const missing = images.missing();
  const extra = { ...metadata.extra, ...(missing.length === 0 ? {} : { missingImages: missing }) };
  return {
    title: inferred?.title ?? stated ?? fileName,
    byline: metadata.byline ?? null,
    published: metadata.published ?? (dated === undefined ? null : { value: dated.value, precision: dated.precision }),
    site: metadata.site ?? null,
    url: metadata.url ?? null,
    language: metadata.language ?? language?.language ?? null,
    html,
    text,
    related: [],
    guessed: {
      ...(inferred === undefined ? {} : { title: inferred.confidence }),
      ...(dated === undefined ? {} : { published: isPost(fileName) ? DATE_OF_POST : dated.confidence }),
      ...(language === undefined ? {} : { language: language.confidence }),
    },
    extra: limitExtra(extra),
    tags: metadata.tags,
    images: images.images(),
    companions: images.companions(),
  };
}

function placesOf(src: string): string[] {
  return /[/\\:]/.test(src) ? [src] : [src, ...PICTURE_FOLDERS.map((folder) => `${folder}/${src}`)];
}

function isPost(fileName: string): boolean {
  return /^\d{4}-\d{2}-\d{2}-\S+\.(?:md|markdown|mdown|mkd)$/i.test(fileName);
}
