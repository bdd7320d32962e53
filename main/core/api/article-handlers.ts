import type { articleMethods } from '../../contract/articles.ts';
import type { LibraryHandlers } from '../../contract/contract.ts';
import { LibraryError } from '../../contract/errors.ts';
import type { LibraryParts } from './library-parts.ts';
import { storedFacts } from './stored-facts.ts';

type ArticleHandlers = Pick<LibraryHandlers, keyof typeof articleMethods>;

export function articleHandlers({ reader, writer, search }: LibraryParts): ArticleHandlers {
  const matching = async (where: string | undefined) => (where?.trim() ? search.matchIds(where) : undefined);
  return {
    'articles.list': async ({ where, ...query }) => reader.call('list', { ...query, ids: await matching(where) }),
    'articles.ids': async ({ where, ...query }) => reader.call('ids', { ...query, ids: await matching(where) }),
    'articles.position': async ({ where, ...query }) => ({ position: await reader.call('position', { ...query, ids: await matching(where) }) }),
    'articles.labels': ({ ids }) => reader.call('labelsOf', ids),
    'articles.facts': ({ ids }) => reader.call('factsOf', ids),
    'articles.get': async ({ id }) => {
      const article = await reader.call('find', id);
      if (!article) throw new LibraryError('not-found', `There is no article with the id "${id}". It may have been deleted for good.`);
      return article;
    },
    'articles.setState': async (input) => ({ changed: await writer.change((store) => store.call('setState', input)) }),
    'articles.setTag': async ({ tag, ...input }) => ({ changed: await writer.change((store) => store.call('setLabel', { kind: 'tag', name: tag, ...input })) }),
    'articles.setCollection': async ({ path, ...input }) => ({ changed: await writer.change((store) => store.call('setLabel', { kind: 'collection', name: path, ...input })) }),
    'articles.setFacts': ({ ids, facts }) => writer.change((store) => store.call('setFacts', { ids, facts: storedFacts(facts) })),
    'articles.undoFacts': ({ change }) => writer.change((store) => store.call('undoFacts', change)),
    'articles.remove': async ({ ids }) => ({ removed: await writer.change((store) => store.call('trash', ids)) }),
    'articles.restore': async ({ ids }) => ({ restored: await writer.change((store) => store.call('restore', ids)) }),
    'articles.purge': async ({ ids }) => ({ removed: await writer.change((store) => store.call('purge', ids)) }),
  };
}
