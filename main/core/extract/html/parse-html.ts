import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parse, parseFragment } from 'parse5';
import { LibraryError } from '../../../contract/errors.ts';
import { assert } from '../../base/assert.ts';
import { checkDepth } from './check-depth.ts';

const AS_WITHOUT_SCRIPTS = { scriptingEnabled: false } as const;

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
    // As hast-util-from-html does, but for the places of everything in the markup: nobody asks for those, and they are a third of the work.
    const tree = fromParse5(fragment ? parseFragment(html, AS_WITHOUT_SCRIPTS) : parse(html, AS_WITHOUT_SCRIPTS));
    assert(tree.type === 'root', 'a parsed page has a root');
    return tree;
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
