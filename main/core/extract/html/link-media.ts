import type { Element, ElementContent, Root, RootContent } from 'hast';
import { pagesOfFolder } from '../../import/page-folder.ts';
import { attribute } from './clean-attributes.ts';
import { cleanPageUrl } from './clean-link.ts';
import { labelMedia } from './media-label.ts';
import type { Media } from './read-media.ts';

export interface MediaContext {
  /** What the picture at this place of the page stands for; undefined for one that only is a picture. */
  readonly mediaOf: (src: string) => Media | undefined;
  readonly hasPicture: (src: string) => boolean;
  /** Where the copy of its file lies (`images/<sha256>`), or undefined where there is none. */
  readonly copyOf: (media: Media) => string | undefined;
  /** What links of the page relate to. */
  readonly base: string | undefined;
}

/** Elements that a paragraph may stand in. */
const HOLDERS = new Set(['body', 'main', 'article', 'section', 'div', 'blockquote', 'figure', 'li', 'dd', 'td', 'th', 'details', 'center', 'header', 'footer', 'aside', 'nav', 'form', 'picture']);

/**
 * Makes players or links of what prepareContent left in the place of videos and the like. A link is around the picture that stands for it where we
 * have that one, else it is a paragraph that says what it is. What leads nowhere keeps its picture. `root` is left as it is.
 */
export function linkMedia(root: Root, context: MediaContext): Root {
  const linked = new Set<string>();
  const replace = (nodes: readonly RootContent[], isLinked: boolean, isInLine: boolean): ElementContent[] =>
    nodes.flatMap((node): ElementContent[] => {
      if (node.type === 'text') return [node];
      if (node.type !== 'element') return [];
      const src = node.tagName === 'img' ? (attribute(node, 'src') ?? '') : '';
      const media = src === '' ? undefined : context.mediaOf(src);
      if (!media) return [{ ...node, children: replace(node.children, isLinked || node.tagName === 'a', isInLine || !HOLDERS.has(node.tagName)) }];
      const href = hrefOf(media, context.base);
      const copy = isLinked ? undefined : context.copyOf(media);
      if (copy !== undefined) {
        if (linked.has(copy)) return [];
        linked.add(copy);
        return [playerOf(copy, media, { href, poster: context.hasPicture(src) ? src : undefined })];
      }
      if (context.hasPicture(src)) {
        const picture: Element = { ...node, properties: { ...node.properties, alt: media.label } };
        return [href === undefined || isLinked ? picture : { type: 'element', tagName: 'a', properties: { href }, children: [picture] }];
      }
      // The same player again: pages have one for each size of their window.
      if (href === undefined || isLinked || linked.has(href)) return [];
      linked.add(href);
      const words = labelMedia(href, media.label);
      if (!isInLine) return [{ type: 'element', tagName: 'p', properties: {}, children: [words] }];
      return nodes.length === 1 ? [words] : [SPACE, words, SPACE];
    });
  return { type: 'root', children: replace(root.children, false, false) };
}

/** The link within is for programs that play nothing, and tells where it came from. */
function playerOf(copy: string, { label }: Media, { href, poster }: { readonly href: string | undefined; readonly poster: string | undefined }): Element {
  const isVideo = label === 'Video';
  return {
    type: 'element',
    tagName: isVideo ? 'video' : 'audio',
    properties: { src: copy, ...(isVideo && poster !== undefined ? { poster } : {}), controls: true, preload: 'metadata' },
    children: href === undefined ? [] : [labelMedia(href, label)],
  };
}

const SPACE: ElementContent = { type: 'text', value: ' ' };

function hrefOf({ href }: Media, base: string | undefined): string | undefined {
  // A browser that saved the page has made it an address of its own folder.
  const folder = /^(?:\.\/)?([^/?#:]+)\//.exec(href ?? '')?.[1];
  return href === undefined || (folder !== undefined && pagesOfFolder(decode(folder)).length > 0) ? undefined : cleanPageUrl(href, base);
}

function decode(folder: string): string {
  try {
    return decodeURIComponent(folder);
  } catch {
    // A stray percent sign is part of the name.
    return folder;
  }
}
