import { LibraryError } from '../../../contract/errors.ts';
import type { ArticleDraft } from '../article-draft.ts';
import { treeToText } from '../html/html-to-text.ts';
import { parseHtml } from '../html/parse-html.ts';
import { sanitizeTree } from '../html/sanitize-html.ts';
import type { MimePart } from '../mime/read-mime.ts';
import { dropPageLinks } from './drop-page-links.ts';
import { locationOf } from './index-parts.ts';

/**
 * One article of several pages: the facts of the first, the text of all without the links from one to the next, and each picture once. A page without text adds
 * none.
 */
export function joinPages(first: ArticleDraft, further: readonly MimePart[], extract: (page: MimePart) => ArticleDraft): ArticleDraft {
  const pages = [first.url, ...further.map((page) => locationOf(page, undefined))].filter((address) => typeof address === 'string');
  let joined = withoutPageLinks(first, pages) ?? first;
  for (const page of further) {
    const extracted = tryExtract(page, extract);
    const draft = extracted && withoutPageLinks(extracted, pages);
    // A site that has no such page shows the first one again.
    if (!draft || joined.text.includes(draft.text)) continue;
    const have = new Set(joined.images.map(({ sha256 }) => sha256));
    joined = {
      ...joined,
      html: `${joined.html}\n${draft.html}`,
      text: `${joined.text}\n\n${draft.text}`,
      images: [...joined.images, ...draft.images.filter(({ sha256 }) => !have.has(sha256))],
      related: [...joined.related, ...draft.related.filter(({ url }) => !joined.related.some((known) => known.url === url))],
    };
  }
  return joined;
}

/** Undefined where nothing else is left. */
function withoutPageLinks(draft: ArticleDraft, pages: readonly string[]): ArticleDraft | undefined {
  const { html, tree } = sanitizeTree(dropPageLinks(parseHtml(draft.html, { fragment: true }), pages));
  const text = treeToText(tree);
  return text === '' ? undefined : { ...draft, html, text };
}

function tryExtract(page: MimePart, extract: (page: MimePart) => ArticleDraft): ArticleDraft | undefined {
  try {
    return extract(page);
  } catch (error) {
    if (error instanceof LibraryError) return undefined;
    throw error;
  }
}
