import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { LibraryError } from '../../../contract/errors.ts';
import { parseHtml } from '../html/parse-html.ts';
import { elementsOf } from '../html/walk-tree.ts';
import { cleanChildren } from './clean-element.ts';
import { cleanProperties } from './clean-properties.ts';
import type { Cleaning } from './cleaning.ts';
import { fileTypeFor } from './file-type.ts';

const DATA_PICTURE = /^data:image\/[a-z.+-]+;base64,/i;

/**
 * An SVG picture without scripts, handlers, links, foreign markup and addresses. Browsers run and load nothing of an SVG that is shown as
 * a picture; but somebody may open the picture by itself. Undefined where it is none that can be read.
 */
export function cleanSvgPicture(bytes: Uint8Array): Uint8Array | undefined {
  const svg = findSvg(new TextDecoder().decode(bytes));
  if (svg === undefined) return undefined;
  const cleaning: Cleaning = {
    files: { place: placeInPicture, isBlank: () => false, sheet: () => undefined },
    base: undefined,
    pageUrl: undefined,
    isForeign: true,
    isPicture: true,
  };
  const children = cleanChildren(svg, cleaning);
  const clean: Element = {
    ...svg,
    properties: { ...cleanProperties(svg, cleaning), xmlns: 'http://www.w3.org/2000/svg', xmlnsXLink: 'http://www.w3.org/1999/xlink' },
    children,
  };
  return Buffer.from(toHtml(clean, { space: 'svg', closeEmptyElements: true, quoteSmart: false, allowDangerousCharacters: false }));
}

/** A photograph within the drawing; no drawing within another one. */
function placeInPicture(address: string): string | undefined {
  if (!DATA_PICTURE.test(address)) return undefined;
  return fileTypeFor('picture', Buffer.from(address.slice(address.indexOf(',') + 1, SIGN_END + address.indexOf(',')), 'base64')) === undefined ? undefined : address;
}

/** Characters of base64 that hold the first bytes of a file. */
const SIGN_END = 65;

function findSvg(text: string): Element | undefined {
  try {
    return elementsOf(parseHtml(text.toWellFormed(), { fragment: true })).find(({ tagName }) => tagName === 'svg');
  } catch (error) {
    // One picture that is too much is left out; the page is not lost for it.
    if (error instanceof LibraryError) return undefined;
    throw error;
  }
}
