import type { LibraryHandlers } from '../../contract/contract.ts';
import { LibraryError } from '../../contract/errors.ts';
import type { originalMethods } from '../../contract/originals.ts';
import { SnapshotKind } from '../extract/snapshot/snapshot-source.ts';
import { extractAgain } from '../import/extract-again.ts';
import type { LibraryParts } from './library-parts.ts';

type OriginalHandlers = Pick<LibraryHandlers, keyof typeof originalMethods>;

export function originalHandlers({ reader, writer, preparation, describeUnexpected }: LibraryParts): OriginalHandlers {
  return {
    'articles.original': async ({ id }) => {
      const original = await reader.call('originalFacts', id);
      if (!original) throw new LibraryError('not-found', `There is no article with the id "${id}". It may have been deleted for good.`);
      return { ...original, snapshot: SnapshotKind.safeParse(original.kind).success };
    },
    'articles.extractAgain': async ({ ids }) => {
      await writer.open();
      return extractAgain(ids, {
        readOriginal: (id) => reader.call('original', id),
        prepare: (file, signal) => preparation.prepare(file, signal),
        renew: (articles) => writer.change((store) => store.call('renewArticles', articles)),
        // One is read from the disk while the others are worked on.
        parallel: preparation.workers + 1,
        onUnexpected: (error) => describeUnexpected(error, 'extracting again'),
      });
    },
    'articles.goBack': async ({ versions }) => ({ changed: await writer.change((store) => store.call('goBack', versions)) }),
  };
}
