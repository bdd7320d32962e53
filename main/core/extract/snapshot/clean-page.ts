import type { Element, ElementContent, Root, RootContent } from 'hast';
import { SNAPSHOT_MARK } from '../../../contract/reading.ts';
import { LIMITS } from '../../base/limits.ts';
import { textBelow } from '../html/walk-tree.ts';
import { cleanChildren } from './clean-element.ts';
import { cleanProperties } from './clean-properties.ts';
import type { Cleaning } from './cleaning.ts';
import { limitDrawings } from './limit-drawings.ts';

/** Whether a page is only the frame around others. */
export function isFrameset(page: Root): boolean {
  return htmlOf(page)?.children.some((child) => child.type === 'element' && child.tagName === 'frameset') ?? false;
}

/**
 * A whole page without anything that runs, loads or leads elsewhere by itself. Its look stays: styles, pictures and typefaces that came
 * with it stand in it, and it is drawn by the rules (of today or of old) that its first line asks for.
 */
export function cleanPage(page: Root, cleaning: Cleaning): Root {
  const html = htmlOf(page);
  const head = childOf(html, 'head');
  const body = childOf(html, 'body');
  const cleanHtml = element('html', html ? cleanProperties(html, cleaning) : {}, [
    element('head', {}, [...ownHead(titleOf(head)), ...(head ? cleanChildren(head, cleaning).filter(isStyle) : [])]),
    element('body', body ? cleanProperties(body, cleaning) : {}, body ? cleanChildren(body, cleaning) : []),
  ]);
  const isOfOld = page.data?.quirksMode === true;
  return { type: 'root', children: [...(isOfOld ? [] : [{ type: 'doctype' } satisfies RootContent]), limitDrawings(cleanHtml)] };
}

/** Ours: a page's own words about itself are all dropped. */
function ownHead(title: string): ElementContent[] {
  return [
    element('meta', { charSet: 'utf-8' }),
    element('meta', { name: SNAPSHOT_MARK, content: 'made' }),
    element('meta', { name: 'viewport', content: 'width=device-width' }),
    element('title', {}, [{ type: 'text', value: title }]),
  ];
}

function titleOf(head: Element | undefined): string {
  const title = childOf(head, 'title');
  return title === undefined ? '' : textBelow(title).slice(0, LIMITS.titleLength).toWellFormed();
}

function htmlOf(page: Root): Element | undefined {
  return page.children.find((child): child is Element => child.type === 'element' && child.tagName === 'html');
}

function childOf(parent: Element | undefined, name: string): Element | undefined {
  return parent?.children.find((child): child is Element => child.type === 'element' && child.tagName === name);
}

function isStyle(child: ElementContent): boolean {
  return child.type === 'element' && child.tagName === 'style';
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[] = []): Element {
  return { type: 'element', tagName, properties, children };
}
