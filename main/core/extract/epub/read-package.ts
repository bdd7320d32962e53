import { listElements } from './list-elements.ts';
import type { ListedElement } from './list-elements.ts';
import { resolveInBook } from './book-path.ts';

/** What the package file of a book says. */
export interface BookPackage {
  readonly metadata: readonly ListedElement[];
  /** Paths in the archive of what is read, in the order of the book, each once. */
  readonly spine: readonly string[];
  /** The table of contents of EPUB 3. */
  readonly nav: string | undefined;
  /** The table of contents of EPUB 2. */
  readonly ncx: string | undefined;
}

const LISTED = new Set([
  ...['title', 'creator', 'contributor', 'date', 'language', 'identifier', 'source', 'publisher', 'description', 'subject', 'rights', 'meta'],
  ...['item', 'itemref', 'spine'],
]);

/** Reads the package file of a book (OPF, EPUB 2 and 3). `path`: where it lies in the archive. */
export function readPackage(xml: string, path: string): BookPackage {
  const elements = listElements(xml, LISTED);
  const items = elements.filter(({ name, parent }) => name === 'item' && parent === 'manifest');
  const pathOf = (item: ListedElement | undefined): string | undefined => {
    const href = item?.attributes.get('href');
    return href === undefined ? undefined : resolveInBook(href, path)?.path;
  };
  const byId = new Map(items.map((item) => [item.attributes.get('id') ?? '', item]));
  const nav = items.find(({ attributes }) => /(?:^|\s)nav(?:\s|$)/.test(attributes.get('properties') ?? ''));
  const toc = elements.find(({ name }) => name === 'spine')?.attributes.get('toc');
  const ncx = (toc === undefined ? undefined : byId.get(toc)) ?? items.find(({ attributes }) => attributes.get('media-type') === 'application/x-dtbncx+xml');
  const spine = elements
    .filter(({ name, attributes }) => name === 'itemref' && attributes.get('linear') !== 'no')
    .flatMap(({ attributes }) => pathOf(byId.get(attributes.get('idref') ?? '')) ?? []);
  return { metadata: elements.filter(({ parent }) => parent === 'metadata' || parent === 'dc-metadata' || parent === 'x-metadata'), spine: [...new Set(spine)], nav: pathOf(nav), ncx: pathOf(ncx) };
}
