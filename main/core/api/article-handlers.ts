import type { LibraryHandlers } from '../../contract/contract.ts';
import { LibraryError } from '../../contract/errors.ts';
import type { LibraryParts } from './library-parts.ts';

type ArticleHandlers = Pick<LibraryHandlers, Extract<keyof LibraryHandlers, `articles.${string}`>>;

export function articleHandlers({ reader, writer, search }: LibraryParts): ArticleHandlers {
  return {
    'articles.list': async ({ where, ...query }) => {
      const ids = where?.trim() ? await search.matchIds(where) : undefined;
      return reader.call('list', { ...query, ids });
    },
    'articles.get': async ({ id }) => {
      const article = await reader.call('find', id);
      if (!article) throw new LibraryError('not-found', `There is no article with the id "${id}". It may have been deleted for good.`);
      return article;
    },
    'articles.setState': async (input) => ({ changed: await writer.change((store) => store.call('setState', input)) }),
    'articles.remove': async ({ ids }) => ({ removed: await writer.change((store) => store.call('trash', ids)) }),
    'articles.restore': async ({ ids }) => ({ restored: await writer.change((store) => store.call('restore', ids)) }),
    'articles.purge': async ({ ids }) => ({ removed: await writer.change((store) => store.call('purge', ids)) }),
  };
}
