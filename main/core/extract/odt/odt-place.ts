import type { Element, ElementContent } from 'hast';
import type { OdtStyles } from './read-styles.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Where content goes that stands inside of one element of the file. */
export interface Place {
  readonly content: ElementContent[];
  /** Text counts here; between blocks it is only the file's own white space. */
  readonly takesText: boolean;
  /** Inside of a paragraph: the blocks in it (text boxes, tables), which HTML has after it. */
  readonly after: ElementContent[] | undefined;
  /** The lists around this place, with the last style that one of them named. */
  readonly list: { readonly level: number; readonly style: string | undefined };
  readonly note: OpenNote | undefined;
  /** Inside of a frame: what describes it. */
  readonly description: ElementContent[] | undefined;
  /** Nothing in here belongs to the text. */
  readonly skips: boolean;
}

export interface OpenNote {
  mark: string;
  readonly content: ElementContent[];
}

/** What an element of the file does: the place for what is inside of it, and what happens at its end. */
export interface Opened {
  readonly place: Place;
  readonly close?: () => void;
}

export interface Conversion {
  readonly styles: OdtStyles;
  readonly notes: OpenNote[];
  /** A new element of HTML. @throws LibraryError `too-large` past the limit for elements */
  readonly make: (tagName: string, properties: Element['properties']) => Element;
}

export type Handler = (attributes: Attributes, place: Place, conversion: Conversion) => Opened;

export function putText(text: string, place: Place): void {
  if (!place.takesText || place.skips) return;
  const last = place.content.at(-1);
  if (last?.type === 'text') last.value += text;
  else place.content.push({ type: 'text', value: text });
}

export function putInline(tagName: string, properties: Element['properties'], place: Place, conversion: Conversion): Place {
  const element = conversion.make(tagName, properties);
  place.content.push(element);
  return { ...place, content: element.children };
}

/** Blocks inside of an open paragraph come after it. */
export function putBlock(tagName: string, properties: Element['properties'], place: Place, conversion: Conversion): Element {
  const element = conversion.make(tagName, properties);
  (place.after ?? place.content).push(element);
  return element;
}

export function openBlock(tagName: string, properties: Element['properties'], place: Place, conversion: Conversion): Opened {
  const element = putBlock(tagName, properties, place, conversion);
  return { place: { ...place, content: element.children, takesText: false, after: undefined } };
}

export function openParagraph(tagName: string, place: Place, conversion: Conversion): Opened {
  const target = place.after ?? place.content;
  const element = putBlock(tagName, {}, place, conversion);
  const after: ElementContent[] = [];
  const close = (): void => {
    for (const block of after) target.push(block);
  };
  return { place: { ...place, content: element.children, takesText: true, after }, close };
}

export function skipped(place: Place): Opened {
  return { place: { ...place, skips: true } };
}

/** The words of what was put somewhere, without the elements in it. */
export function plainText(content: readonly ElementContent[]): string {
  return content.map((node) => (node.type === 'text' ? node.value : '')).join('').replace(/\s+/g, ' ').trim();
}
