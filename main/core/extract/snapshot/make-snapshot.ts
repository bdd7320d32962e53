import { randomBytes } from 'node:crypto';
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import { attribute } from '../html/clean-attributes.ts';
import { sanitizeSvg } from '../html/sanitize-svg.ts';
import { parseCheckedHtml, parseHtml } from '../html/parse-html.ts';
import { elementsOf } from '../html/walk-tree.ts';
import { cleanPage, isFrameset } from './clean-page.ts';
import { openSavedPage, type SavedPage } from './open-saved-page.ts';
import { pageFiles } from './page-files.ts';
import type { SnapshotSource } from './snapshot-source.ts';

/** Most pages are the same after one; markup made to be read differently each time takes some. */
const MOST_ROUNDS = 8;

/**
 * A saved page as one HTML document that shows it as it was and needs nothing else: its styles, pictures and typefaces stand in it; scripts,
 * and whatever else runs, loads or leads away by itself, are gone. A browser that reads it builds the tree that was checked here.
 *
 * @throws LibraryError `malformed`, `no-text`, `not-text`, `too-deep`, `too-large`, `unsupported-format`
 */
export function makeSnapshot(source: SnapshotSource): string {
  for (const page of openSavedPage(source)) {
    const tree = parseHtml(page.html.toWellFormed(), { fragment: false });
    if (!isFrameset(tree)) return writeSnapshot(tree, page);
  }
  throw new LibraryError('unsupported-format', 'This page is made of frames, and shows other pages only.');
}

function writeSnapshot(tree: Root, { url, load }: SavedPage): string {
  const files = pageFiles({ load, cleanSvg: (bytes) => sanitizeSvg(bytes)?.bytes }, `carrel-${randomBytes(12).toString('hex')}`);
  const { fill } = files;
  const base = baseOf(tree, url);
  let html = write(cleanPage(tree, { files, base, pageUrl: base === url ? url : undefined, isForeign: false }));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    refuseLong(html);
    const again = write(cleanPage(parseCheckedHtml(html, { fragment: false }), { files, base: undefined, pageUrl: undefined, isForeign: false }));
    if (again === html) return fill(html);
    html = again;
  }
  throw new LibraryError('malformed', 'This page is written so that it reads differently each time. It cannot be shown safely.');
}

/** What the page says its addresses are relative to. */
function baseOf(tree: Root, url: string | undefined): string | undefined {
  const stated = elementsOf(tree).find(({ tagName, properties }) => tagName === 'base' && properties['href'] !== undefined);
  const href = stated && attribute(stated, 'href');
  return (href === undefined ? undefined : URL.parse(href, url)?.href) ?? url;
}

function write(tree: Root): string {
  // No shortcuts in the markup: parsers have fewer ways to differ about it.
  return toHtml(tree, { quoteSmart: false, omitOptionalTags: false, preferUnquoted: false, allowDangerousCharacters: false });
}

function refuseLong(html: string): void {
  if (html.length > LIMITS.snapshotBytes) throw new LibraryError('too-large', 'This page with its styles is too large to be shown as it was.');
}
