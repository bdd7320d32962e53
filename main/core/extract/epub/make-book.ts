import { makeZip } from '../zip/make-zip.ts';

export interface BookToMake {
  /** Bodies by file name, in the order of the book. */
  readonly chapters: Readonly<Record<string, string>>;
  /** Other files by path. `undefined` leaves out one that a book has. */
  readonly files?: Readonly<Record<string, string | Uint8Array | undefined>>;
  /** In place of title, author, date and language. */
  readonly metadata?: string;
  /** Attributes of a chapter's place in the order, by file name. */
  readonly itemrefs?: Readonly<Record<string, string>>;
}

const METADATA = '<dc:title>Ferry</dc:title><dc:creator>Jane Doe</dc:creator><dc:date>2025-09-24</dc:date><dc:language>en</dc:language>';

/** For tests: an EPUB book. */
export function makeBook({ chapters, files = {}, metadata = METADATA, itemrefs = {} }: BookToMake): Buffer {
  const names = Object.keys(chapters);
  const items = names.map((name, at) => `<item id="i${at}" href="${encodeURI(name)}" media-type="application/xhtml+xml"/>`).join('');
  const order = names.map((name, at) => `<itemref idref="i${at}" ${itemrefs[name] ?? ''}/>`).join('');
  const nav = 'OPS/nav.xhtml' in files ? '<item id="nav" href="nav.xhtml" properties="nav"/>' : '';
  const all: Record<string, string | Uint8Array | undefined> = {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml': '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OPS/p.opf"/></rootfiles></container>',
    'OPS/p.opf': `<package xmlns:dc="x"><metadata>${metadata}</metadata><manifest>${items}${nav}</manifest><spine>${order}</spine></package>`,
    ...Object.fromEntries(names.map((name) => [`OPS/${name}`, `<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>${chapters[name] ?? ''}</body></html>`])),
    ...files,
  };
  return makeZip(Object.entries(all).flatMap(([name, content]) => (content === undefined ? [] : [{ name, content }])));
}
