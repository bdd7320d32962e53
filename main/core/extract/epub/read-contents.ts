import type { Element } from 'hast';
import { attribute } from '../html/clean-attributes.ts';
import { parseHtml } from '../html/parse-html.ts';
import { elementsOf, textOf } from '../html/walk-tree.ts';
import { resolveInBook } from './book-path.ts';
import { closeEmptyElements } from './close-empty-elements.ts';
import { listElements } from './list-elements.ts';

/** The title of each file that a table of contents leads to: the first that names it. By the file's path. */
export type ChapterTitles = ReadonlyMap<string, string>;

const LONGEST_TITLE = 300;

/** Reads the table of contents of EPUB 3, which is a page. `path`: where it lies in the archive. */
export function readNav(xhtml: string, path: string): ChapterTitles {
  const elements = elementsOf(parseHtml(closeEmptyElements(xhtml), { fragment: false }));
  const navs = elements.filter(({ tagName }) => tagName === 'nav');
  const isContents = (nav: Element): boolean => /(?:^|\s)toc(?:\s|$)/.test(attribute(nav, 'epub:type') ?? attribute(nav, 'epubType') ?? '');
  const contents = navs.find(isContents) ?? navs[0];
  const titles = new Map<string, string>();
  for (const link of contents === undefined ? [] : elementsOf(contents).filter(({ tagName }) => tagName === 'a')) add(titles, attribute(link, 'href'), textOf(link), path);
  return titles;
}

/** Reads the table of contents of EPUB 2 (NCX). */
export function readNcx(xml: string, path: string): ChapterTitles {
  const titles = new Map<string, string>();
  let label = '';
  for (const { name, text, parent, attributes } of listElements(xml, new Set(['text', 'content']))) {
    if (name === 'text' && parent === 'navLabel') label = text;
    if (name === 'content' && parent === 'navPoint') add(titles, attributes.get('src'), label, path);
  }
  return titles;
}

function add(titles: Map<string, string>, href: string | undefined, title: string, from: string): void {
  const target = href === undefined ? undefined : resolveInBook(href, from)?.path;
  const words = title.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE).toWellFormed();
  if (target !== undefined && words !== '' && !titles.has(target)) titles.set(target, words);
}
