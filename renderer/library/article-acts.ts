import type { Article } from '../../main/contract/articles.ts';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { ListPlace } from '../app/address.ts';
import { queryClient } from '../app/query-client.ts';
import { articleQuery } from '../reading/article-query.ts';
import type { Mark } from './article-actions.ts';
import type { Targets } from './label-request.ts';
import type { ArticleListData } from './use-list.ts';

/** What can be done with articles, be it one or very many. */
export interface ArticleActs {
  readonly toggle: (mark: Mark, targets: Targets) => void;
  /** To the trash; in the trash: asks whether to delete for good. */
  readonly remove: (targets: Targets) => void;
  readonly restore: (targets: Targets) => void;
}

/** What a toggle does to articles of which only those near the view are known: it sets the mark unless all of those have it. */
export function wantsMark(list: Pick<ArticleListData, 'knownItems'>, ids: ReadonlySet<ArticleId>, mark: Mark): boolean {
  const known = list.knownItems().filter((item) => ids.has(item.id));
  return known.length === 0 || known.some((item) => item.kind === 'hit' || !item.article.state[mark]);
}

/** Whether an article with this mark is no longer part of the list that it was chosen from. */
export function leavesList({ kind }: ListPlace, mark: Mark, on: boolean): boolean {
  if (kind === 'unread') return on && mark !== 'favourite';
  if (kind === 'favourites') return !on && mark === 'favourite';
  return kind === 'archive' && !on && mark === 'archived';
}

/** One article as the list shows it; null when it is not in view, and for a hit of a search, which does not tell its marks. */
export function listedArticle(list: Pick<ArticleListData, 'knownItems'>, id: ArticleId): Article | null {
  const item = list.knownItems().find((known) => known.id === id);
  return item?.kind === 'article' ? item.article : null;
}

/** One article, from the cache or the library; null when it cannot be had. */
export async function findArticle(id: ArticleId): Promise<Article | null> {
  try {
    return await queryClient.fetchQuery(articleQuery(id));
  } catch {
    // Gone, or the library is silent: then there is nothing to mark, and the window says so elsewhere.
    return null;
  }
}
