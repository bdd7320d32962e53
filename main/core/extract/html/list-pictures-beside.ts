import { pathBeside } from './collect-images.ts';
import { decodeReferences } from './decode-references.ts';
import { readSet } from './list-image-sources.ts';

const TAG = /<(img|source|amp-img|video)\s([^<>]*)>/gi;
const ATTRIBUTE = /(?:^|[\s"'])(src|srcset|poster|data-[a-z-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
const MOST_PATHS = 2_000;

/**
 * The relative paths of all pictures that a page may want from beside it, so that they can be laid ready before it is
 * read. Rather too many than too few: it looks at the markup as text, in comments and scripts too.
 */
export function listPicturesBeside(html: string): string[] {
  const paths = new Set<string>();
  for (const [, tag = '', attributes = ''] of html.matchAll(TAG)) {
    for (const [, name = '', double, single, bare] of attributes.matchAll(ATTRIBUTE)) {
      // Of a video its picture, and not itself.
      if (/^video$/i.test(tag) !== /poster$/i.test(name)) continue;
      const value = decodeReferences(double ?? single ?? bare ?? '');
      for (const address of /set$/i.test(name) ? readSet(value) : [value]) {
        const path = /^data:/i.test(address) ? undefined : pathBeside(address);
        if (path !== undefined) paths.add(path);
      }
      if (paths.size >= MOST_PATHS) return [...paths];
    }
  }
  return [...paths];
}
