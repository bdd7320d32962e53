import type { Element, ElementContent, Root, RootContent } from 'hast';
import { attribute } from '../html/clean-attributes.ts';
import { decodeHtml } from '../html/decode-html.ts';
import { firstHeading } from '../html/drop-title-heading.ts';
import { treeToText } from '../html/html-to-text.ts';
import { parseHtml } from '../html/parse-html.ts';
import { elementsOf, textOf } from '../html/walk-tree.ts';
import { resolveInBook } from './book-path.ts';
import { closeEmptyElements } from './close-empty-elements.ts';

/** One file of a book. Not sanitized yet. */
export interface Chapter {
  readonly path: string;
  /** Its pictures are named by their paths in the archive. */
  readonly root: Root;
  readonly text: string;
  /** The words of the heading that it begins with. */
  readonly heading: string | undefined;
  readonly language: string | undefined;
  readonly elementCount: number;
}

/**
 * A file of a book as a tree. Throws LibraryError `not-text`, `too-deep`, `too-large`.
 */
export function readChapter(bytes: Uint8Array, path: string): Chapter {
  const declared = /^[^<]{0,10}<\?xml\b[^>]{0,200}encoding\s*=\s*["']([\w-]{1,40})["']/.exec(Buffer.from(bytes.subarray(0, 300)).toString('latin1'))?.[1];
  const page = parseHtml(closeEmptyElements(decodeHtml(bytes, declared).text.toWellFormed()), { fragment: false });
  const elements = elementsOf(page);
  const html = elements.find(({ tagName }) => tagName === 'html');
  const body = elements.find(({ tagName }) => tagName === 'body');
  const root: Root = { type: 'root', children: prepare(body?.children ?? page.children, path) };
  const heading = firstHeading(root);
  const words = heading === undefined ? '' : textOf(heading);
  return {
    path,
    root,
    text: treeToText(root),
    heading: words === '' ? undefined : words,
    language: html === undefined ? undefined : (attribute(html, 'lang') ?? attribute(html, 'xmlLang') ?? attribute(html, 'xml:lang')),
    elementCount: elements.length,
  };
}

/** A chapter's pictures by their paths, also those that are wrapped in a drawing, as covers and plates are. */
function prepare(nodes: readonly RootContent[], path: string): ElementContent[] {
  const prepared: ElementContent[] = [];
  for (const node of nodes) {
    if (node.type === 'text') prepared.push(node);
    if (node.type !== 'element') continue;
    const picture = node.tagName === 'svg' ? pictureIn(node) : node;
    if (picture.tagName === 'img') prepared.push(withPath(picture, path));
    else prepared.push({ ...picture, children: prepare(picture.children, path) });
  }
  return prepared;
}

function pictureIn(drawing: Element): Element {
  const image = elementsOf(drawing).find(({ tagName }) => tagName === 'image');
  const src = image === undefined ? undefined : (attribute(image, 'xLinkHref') ?? attribute(image, 'href') ?? attribute(image, 'xlink:href'));
  return src === undefined ? drawing : { type: 'element', tagName: 'img', properties: { src }, children: [] };
}

/** Addresses outside of the book stay as they are: they are named as missing. */
function withPath(picture: Element, path: string): Element {
  const src = attribute(picture, 'src') ?? '';
  return { ...picture, properties: { ...picture.properties, src: src.startsWith('data:') ? src : (resolveInBook(src, path)?.path ?? src) } };
}
