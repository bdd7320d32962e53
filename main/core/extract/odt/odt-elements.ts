import type { ElementContent } from 'hast';
import { noteReference } from '../document/write-notes.ts';
import { openBlock, openParagraph, plainText, putBlock, putInline, putText, skipped, type Attributes, type Handler, type Opened, type OpenNote } from './odt-place.ts';
import { pixelsOf } from './pixels-of.ts';

/** Elements whose text is not the document's: what was deleted, what was said about it, what only sets it up. */
export const SKIPPED: ReadonlySet<string> = new Set([
  ...['text:tracked-changes', 'office:annotation', 'office:annotation-end', 'office:forms', 'office:scripts', 'office:event-listeners'],
  ...['text:sequence-decls', 'text:variable-decls', 'text:user-field-decls', 'text:dde-connection-decls'],
  ...['text:table-of-content-source', 'text:illustration-index-source', 'text:table-index-source', 'text:object-index-source', 'text:user-index-source'],
  ...['text:alphabetical-index-source', 'text:bibliography-source', 'text:alphabetical-index-auto-mark-file'],
  ...['draw:object', 'draw:object-ole', 'draw:applet', 'draw:plugin', 'draw:floating-frame', 'table:covered-table-cell', 'table:shapes'],
]);

const TITLE_STYLES: ReadonlySet<string> = new Set(['Title']);
const QUOTE_STYLES: ReadonlySet<string> = new Set(['Quotations', 'Quote']);
/** One element may stand for any number of spaces; HTML shows them as one. */
const MOST_SPACES = 20;

const openParagraphOfStyle: Handler = (attributes, place, conversion) => {
  const style = attributes['text:style-name'];
  if (conversion.styles.isHidden(style)) return skipped(place);
  if (conversion.styles.isBasedOn(style, TITLE_STYLES)) return openParagraph('h1', place, conversion);
  if (!conversion.styles.isBasedOn(style, QUOTE_STYLES)) return openParagraph('p', place, conversion);
  const quote = putBlock('blockquote', {}, place, conversion);
  return openParagraph('p', { ...place, content: quote.children, after: undefined }, conversion);
};

const openList: Handler = (attributes, place, conversion) => {
  const list = { level: place.list.level + 1, style: attributes['text:style-name'] ?? place.list.style };
  const { place: inside } = openBlock(conversion.styles.isNumbered(list.style, list.level) ? 'ol' : 'ul', {}, place, conversion);
  return { place: { ...inside, list } };
};

const openSpan: Handler = (attributes, place, conversion) => {
  const style = attributes['text:style-name'];
  if (conversion.styles.isHidden(style)) return skipped(place);
  return { place: conversion.styles.marksOf(style).reduce((inside, mark) => putInline(mark, {}, inside, conversion), place) };
};

const openLink: Handler = (attributes, place, conversion) => {
  // Places in the document itself are named with what they are: `#Harbour|outline`.
  const href = (attributes['xlink:href'] ?? '').replace(/^(#.*)\|\w+$/s, '$1');
  return { place: putInline('a', { href }, place, conversion) };
};

const putAnchor: Handler = (attributes, place, conversion) => {
  if (place.takesText) putInline('a', { id: attributes['text:name'] }, place, conversion);
  return { place };
};

const openNote: Handler = (_, place, conversion) => {
  const note: OpenNote = { mark: '', content: [] };
  conversion.notes.push(note);
  const number = conversion.notes.length;
  const close = (): void => {
    if (note.mark === '') note.mark = String(number);
    place.content.push(noteReference(number, note.mark));
  };
  return { place: { ...place, content: [], takesText: false, note }, close };
};

const openNoteMark: Handler = (_, place) => {
  const mark: ElementContent[] = [];
  const close = (): void => {
    if (place.note !== undefined) place.note.mark = plainText(mark);
  };
  return { place: { ...place, content: mark, takesText: true }, close };
};

const openNoteBody: Handler = (_, place) => ({
  place: { ...place, content: place.note?.content ?? [], takesText: false, after: undefined, list: { level: 0, style: undefined }, note: undefined, description: undefined },
});

const openCell: Handler = (attributes, place, conversion) => {
  const colSpan = numberOf(attributes, 'table:number-columns-spanned') ?? 1;
  const rowSpan = numberOf(attributes, 'table:number-rows-spanned') ?? 1;
  return openBlock('td', { ...(colSpan > 1 ? { colSpan } : {}), ...(rowSpan > 1 ? { rowSpan } : {}) }, place, conversion);
};

/** A frame holds one thing in several forms, the best first, and what describes it after them. */
const openFrame: Handler = (attributes, place) => {
  const content: ElementContent[] = [];
  const description: ElementContent[] = [];
  const close = (): void => {
    const target = place.takesText ? place.content : (place.after ?? place.content);
    let hasImage = false;
    for (const node of content) {
      const isImage = node.type === 'element' && node.tagName === 'img';
      if (isImage && hasImage) continue;
      if (isImage) Object.assign(node.properties, { alt: plainText(description), width: pixelsOf(attributes['svg:width']), height: pixelsOf(attributes['svg:height']) });
      hasImage ||= isImage;
      target.push(node);
    }
  };
  return { place: { ...place, content, takesText: false, description }, close };
};

const openDescription: Handler = (_, place) => (place.description === undefined ? skipped(place) : { place: { ...place, content: place.description, takesText: true } });

const openImage: Handler = (attributes, place, conversion) => {
  const src = (attributes['xlink:href'] ?? '').replace(/^\.\//, '');
  if (src !== '') place.content.push(conversion.make('img', { src }));
  return skipped(place);
};

/** What the elements of a text document become; those that are not named only wrap what they hold. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  'text:p': openParagraphOfStyle,
  'text:h': (attributes, place, conversion) => openParagraph(`h${Math.min(6, numberOf(attributes, 'text:outline-level') ?? 1)}`, place, conversion),
  'text:section': (attributes, place) => (attributes['text:display'] === 'none' ? skipped(place) : { place }),
  'text:list': openList,
  'text:list-header': block('li'),
  'text:list-item': (attributes, place, conversion) => {
    const value = numberOf(attributes, 'text:start-value');
    return openBlock('li', value === undefined ? {} : { value: String(value) }, place, conversion);
  },
  'text:span': openSpan,
  'text:a': openLink,
  'draw:a': openLink,
  'text:bookmark': putAnchor,
  'text:bookmark-start': putAnchor,
  'text:s': (attributes, place) => withText(' '.repeat(Math.min(MOST_SPACES, numberOf(attributes, 'text:c') ?? 1)), place),
  'text:tab': (_, place) => withText('\t', place),
  'text:line-break': (_, place, conversion) => {
    if (place.takesText) place.content.push(conversion.make('br', {}));
    return { place };
  },
  'text:note': openNote,
  'text:note-citation': openNoteMark,
  'text:note-body': openNoteBody,
  'text:ruby': (_, place, conversion) => ({ place: putInline('ruby', {}, place, conversion) }),
  'text:ruby-text': (_, place, conversion) => ({ place: putInline('rt', {}, place, conversion) }),
  'table:table': block('table'),
  'table:table-header-rows': block('thead'),
  'table:table-row': block('tr'),
  'table:table-cell': openCell,
  'draw:frame': openFrame,
  'draw:text-box': (_, place) => ({ place: { ...place, content: place.after ?? place.content, takesText: false, after: undefined, description: undefined } }),
  'draw:image': openImage,
  'svg:title': openDescription,
  'svg:desc': openDescription,
};

function block(tagName: string): Handler {
  return (_, place, conversion) => openBlock(tagName, {}, place, conversion);
}

function withText(text: string, place: Parameters<Handler>[1]): Opened {
  putText(text, place);
  return { place };
}

/** A whole number of at least one, or undefined. */
function numberOf(attributes: Attributes, name: string): number | undefined {
  const number = Math.trunc(Number(attributes[name] ?? Number.NaN));
  return number >= 1 ? number : undefined;
}
