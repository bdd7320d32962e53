import type { Element, ElementContent } from 'hast';
import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';

/** How a piece of text is written. */
export interface RtfFormat {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly position: 'sub' | 'sup' | undefined;
}

/** What a paragraph is when it ends. */
export interface RtfParagraph {
  readonly content: ElementContent[];
  /** 1 to 6; undefined for a paragraph of text. */
  readonly heading: number | undefined;
  /** What stood before it as its number or mark; undefined where it is no item of a list. */
  readonly mark: string | undefined;
  /** Lists around its list. */
  readonly level: number;
  readonly inTable: boolean;
  readonly ends: 'paragraph' | 'cell' | 'row';
}

interface Run {
  readonly format: RtfFormat;
  readonly link: string | undefined;
  readonly nodes: ElementContent[];
}

/** One flow of text, paragraph by paragraph: the document itself, a note, a text box. */
export class RtfStory {
  readonly paragraphs: RtfParagraph[] = [];
  readonly #count: (parts: number) => void;
  #runs: Run[] = [];
  #after: RtfStory[] = [];

  /** @param count told of each part that is made; it throws when there are too many */
  constructor(count: (parts: number) => void) {
    this.#count = count;
  }

  addText(text: string, format: RtfFormat, link: string | undefined): void {
    const { nodes } = this.#runOf(format, link);
    const last = nodes.at(-1);
    if (last?.type === 'text') last.value += text;
    else nodes.push({ type: 'text', value: text });
  }

  addElement(element: Element, format: RtfFormat, link: string | undefined): void {
    this.#count(1);
    this.#runOf(format, link).nodes.push(element);
  }

  /** A text box: it is read after the paragraph that it stands in. */
  addBox(story: RtfStory): void {
    this.#after.push(story);
  }

  endParagraph(paragraph: Omit<RtfParagraph, 'content'>): void {
    this.#count(1);
    this.paragraphs.push({ ...paragraph, content: contentOf(this.#runs) });
    this.#runs = [];
    const boxes = this.#after;
    this.#after = [];
    for (const box of boxes) for (const inside of box.paragraphs) this.paragraphs.push(inside);
  }

  /** Whether anything waits for the end of its paragraph. */
  get isOpen(): boolean {
    return this.#runs.length > 0 || this.#after.length > 0;
  }

  #runOf(format: RtfFormat, link: string | undefined): Run {
    const last = this.#runs.at(-1);
    if (last !== undefined && last.link === link && isSame(last.format, format)) return last;
    this.#count(1);
    const run: Run = { format, link, nodes: [] };
    this.#runs.push(run);
    return run;
  }
}

/** Counts the parts of one document. */
export function counterOfParts(): (parts: number) => void {
  let made = 0;
  return (parts) => {
    made += parts;
    if (made > LIMITS.htmlElements) {
      throw new LibraryError('too-large', `This document has more than ${LIMITS.htmlElements} paragraphs and other parts. It is too large to read.`);
    }
  };
}

function isSame(one: RtfFormat, other: RtfFormat): boolean {
  return one.bold === other.bold && one.italic === other.italic && one.underline === other.underline && one.strike === other.strike && one.position === other.position;
}

function contentOf(runs: readonly Run[]): ElementContent[] {
  const content: ElementContent[] = [];
  let link: { href: string; element: Element } | undefined;
  for (const run of runs) {
    if (run.link === undefined) link = undefined;
    else if (link?.href !== run.link) {
      link = { href: run.link, element: elementOf('a', { href: run.link }, []) };
      content.push(link.element);
    }
    for (const node of inFormat(run)) (link?.element.children ?? content).push(node);
  }
  return content;
}

function inFormat({ nodes, format, link }: Run): ElementContent[] {
  const whole = nodes.map((node): ElementContent => (node.type === 'text' ? { type: 'text', value: node.value.toWellFormed() } : node));
  if (whole.every((node) => node.type === 'text' && node.value.trim() === '')) return whole;
  const marks = [
    ...(format.bold ? ['strong'] : []),
    ...(format.italic ? ['em'] : []),
    // Programs underline links, as browsers do by themselves.
    ...(format.underline && link === undefined ? ['u'] : []),
    ...(format.strike ? ['s'] : []),
    ...(format.position === undefined ? [] : [format.position]),
  ];
  return marks.reduceRight<ElementContent[]>((inside, mark) => [elementOf(mark, {}, inside)], whole);
}

function elementOf(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
