import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { LibraryError } from '../../../contract/errors.ts';
import { checkDepth } from './check-depth.ts';

/**
 * The tree that a browser with scripts switched off would build. `fragment`: what may stand inside a body.
 * Throws LibraryError `too-deep` or `too-large` before any tree is built.
 */
export function parseHtml(html: string, { fragment }: { readonly fragment: boolean }): Root {
  checkDepth(html);
  return parseCheckedHtml(html, { fragment });
}

/** For markup that went through `checkDepth`, or that we wrote ourselves. */
export function parseCheckedHtml(html: string, { fragment }: { readonly fragment: boolean }): Root {
  try {
    return fromHtml(html, { fragment });
  } catch (error) {
    // The last net below checkDepth: the parser recurses, and markup that fooled the check overflows the stack.
    if (error instanceof RangeError) {
      throw new LibraryError('too-deep', 'This page has too many elements inside one another. It cannot be read safely.', {
        cause: error,
      });
    }
    throw error;
  }
}
