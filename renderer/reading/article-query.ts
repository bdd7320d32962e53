import { queryOptions } from '@tanstack/react-query';
import type { ArticleId } from '../../main/contract/ids.ts';
import { library, valueOf } from '../app/library-client.ts';
import { withUnanswered } from '../library/patch-article.ts';

/** One article without its body. */
export function articleQuery(id: ArticleId) {
  return queryOptions({
    queryKey: ['articles', 'one', id],
    queryFn: async () => withUnanswered(await valueOf(library['articles.get']({ id }))),
  });
}
