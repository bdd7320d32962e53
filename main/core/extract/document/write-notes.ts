import type { Element, ElementContent } from 'hast';

/** What a note of a document says, in the order of their marks in the text. */
export interface DocumentNote {
  /** As the text shows it: `1`, `*`. */
  readonly mark: string;
  readonly content: readonly ElementContent[];
}

/** Where the text has a note: its mark in brackets, that leads to it. `number` counts from 1. */
export function noteReference(number: number, mark: string): Element {
  const link = element('a', { href: `#note-${number}`, id: `note-ref-${number}` }, [{ type: 'text', value: `[${mark}]` }]);
  return element('sup', {}, [link]);
}

/** All notes as one list below the text, each with a way back; nothing where there are none. */
export function noteList(notes: readonly DocumentNote[]): Element[] {
  if (notes.length === 0) return [];
  const items = notes.map(({ content }, index) => element('li', { id: `note-${index + 1}` }, withWayBack(content, index + 1)));
  return [element('ol', {}, items)];
}

function withWayBack(content: readonly ElementContent[], number: number): ElementContent[] {
  const back = element('a', { href: `#note-ref-${number}` }, [{ type: 'text', value: '↑' }]);
  const last = content.at(-1);
  if (last?.type !== 'element' || last.tagName !== 'p') return [...content, element('p', {}, [back])];
  return [...content.slice(0, -1), { ...last, children: [...last.children, { type: 'text', value: ' ' }, back] }];
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
