import type { Root } from 'hast';
import { LibraryError } from '../../../contract/errors.ts';
import { treeToText } from '../html/html-to-text.ts';
import { parseHtml } from '../html/parse-html.ts';
import { prepareContent } from '../html/prepare-content.ts';
import type { PreparedPage } from '../html/prepare-content.ts';
import { elementsOf } from '../html/walk-tree.ts';
import { dropHidden } from './drop-hidden.ts';
import { unwrapLayoutTables } from './unwrap-layout-tables.ts';

/** The page that a message shows. Not sanitized yet. */
export interface MailHtml extends Pick<PreparedPage, 'sources'> {
  readonly root: Root;
  /** The words that it shows. */
  readonly text: string;
  /** It has neither links nor pictures, nor anything else that words cannot say. */
  readonly isBare: boolean;
}

const BARE = new Set(['html', 'head', 'body', 'title', 'p', 'div', 'br', 'span', 'font', 'center']);

/**
 * All of a message's HTML: nothing in it is navigation or advertisement around an article. Undefined where it is too deep or
 * too large to be read as a page.
 */
export function prepareMailHtml(html: string): MailHtml | undefined {
  try {
    const { page, sources } = prepareContent(dropHidden(parseHtml(html.toWellFormed(), { fragment: false })));
    const body = elementsOf(page).find(({ tagName }) => tagName === 'body');
    const root = unwrapLayoutTables({ type: 'root', children: body?.children ?? page.children });
    return { root, sources, text: treeToText(root), isBare: elementsOf(root).every(({ tagName }) => BARE.has(tagName)) };
  } catch (error) {
    if (error instanceof LibraryError && (error.code === 'too-deep' || error.code === 'too-large')) return undefined;
    throw error;
  }
}
