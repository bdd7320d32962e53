import type { LibraryHandlers } from '../../contract/contract.ts';
import { EXTRACTOR_VERSION } from '../extract/extractor-version.ts';
import type { LibraryParts } from './library-parts.ts';

type OwnHandlers = Pick<LibraryHandlers, Extract<keyof LibraryHandlers, `library.${string}`>>;

export function libraryHandlers({ reader, about, verify }: LibraryParts): OwnHandlers {
  return {
    'library.counts': () => reader.call('counts', undefined),
    'library.labels': async ({ limit }) => {
      const { tags, sites, collections } = await reader.call('labels', undefined);
      return {
        tags: tags.slice(0, limit),
        sites: sites.slice(0, limit),
        collections: collections.slice(0, limit),
        totals: { tags: tags.length, sites: sites.length, collections: collections.length },
      };
    },
    'library.about': () => ({ ...about, extractor: EXTRACTOR_VERSION }),
    'library.stats': () => reader.call('stats', undefined),
    'library.verify': () => verify(),
  };
}
