import type { LibraryHandlers } from '../../contract/contract.ts';
import type { LibraryParts } from './library-parts.ts';

type OwnHandlers = Pick<LibraryHandlers, Extract<keyof LibraryHandlers, `library.${string}`>>;

export function libraryHandlers({ reader, verify }: LibraryParts): OwnHandlers {
  return {
    'library.counts': () => reader.call('counts', undefined),
    'library.stats': () => reader.call('stats', undefined),
    'library.verify': () => verify(),
  };
}
