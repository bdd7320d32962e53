import type { Element, ElementContent, Root } from 'hast';
import { attribute } from '../html/clean-attributes.ts';
import { isSameTitle } from '../html/clean-title.ts';
import { resolveInBook } from './book-path.ts';
import type { Chapter } from './read-chapter.ts';

/** A chapter with the title that it gets where it has no heading of its own. */
export interface TitledChapter {
  readonly chapter: Chapter;
  readonly title: string | undefined;
}

/**
 * All chapters as one text: each in a section, and links from one to another as links within the text. Names of places
 * are told apart by the number of their chapter, because chapters of a book often use the same ones.
 */
export function linkChapters(chapters: readonly TitledChapter[]): Root {
  const numbers = new Map(chapters.map(({ chapter }, at) => [chapter.path, at + 1]));
  const children = chapters.map(({ chapter, title }, at): Element => {
    const heading = title === undefined || chapter.heading !== undefined || beginsWith(chapter, title) ? [] : [headingOf(title)];
    const inner = rename(chapter.root.children.filter((child) => child.type === 'element' || child.type === 'text'), { number: at + 1, path: chapter.path, numbers });
    return { type: 'element', tagName: 'section', properties: { id: `c${at + 1}` }, children: [...heading, ...inner] };
  });
  return { type: 'root', children };
}

interface Naming {
  readonly number: number;
  readonly path: string;
  readonly numbers: ReadonlyMap<string, number>;
}

function rename(nodes: readonly ElementContent[], naming: Naming): ElementContent[] {
  return nodes.map((node) => {
    if (node.type !== 'element') return node;
    const id = attribute(node, 'id') ?? (node.tagName === 'a' ? attribute(node, 'name') : undefined);
    const { id: _, name: __, ...properties } = node.properties;
    const named = id === undefined ? properties : { ...properties, id: `c${naming.number}-${id}` };
    const href = node.tagName === 'a' ? attribute(node, 'href') : undefined;
    return { ...node, properties: href === undefined ? named : { ...named, href: linkWithin(href, naming) }, children: rename(node.children, naming) };
  });
}

/** Links out of the book stay; those to a file of the book that is no chapter lead nowhere, and their words stay. */
function linkWithin(href: string, { path, numbers }: Naming): string {
  const place = resolveInBook(href, path);
  if (place === undefined) return href;
  const number = numbers.get(place.path);
  if (number === undefined) return '#';
  return `#c${number}${place.fragment === '' ? '' : `-${encodeURIComponent(place.fragment)}`}`;
}

/** Many books have headings that only look like some. */
function beginsWith({ text }: Chapter, title: string): boolean {
  return isSameTitle(text.split('\n\n', 1)[0] ?? '', title);
}

function headingOf(title: string): Element {
  return { type: 'element', tagName: 'h2', properties: {}, children: [{ type: 'text', value: title }] };
}
