import { queryOptions } from '@tanstack/react-query';
import type { ArticleId } from '../../main/contract/ids.ts';
import { library, valueOf } from '../app/library-client.ts';

/** What an article was imported from. */
export function originalQuery(id: ArticleId) {
  return queryOptions({
    queryKey: ['articles', 'original', id],
    queryFn: () => valueOf(library['articles.original']({ id })),
  });
}
