import type { QueryClient } from '@tanstack/react-query';
import type { Article, ArticleState } from '../../main/contract/articles.ts';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { ListItem, ListPage } from './list-pages.ts';

interface Unanswered {
  readonly ids: ReadonlySet<ArticleId>;
  readonly change: Partial<ArticleState>;
}

/** Marks of this window that are on their way to the library, in their order. */
const unanswered = new Set<Unanswered>();

/**
 * Marks articles before the library has answered: in every answer that is already here, so that a key press shows at
 * once, and (`withUnanswered`) in those that come meanwhile, so that none of them takes it away again.
 */
export async function whileMarked<Value>(client: QueryClient, ids: readonly ArticleId[], change: Partial<ArticleState>, work: () => Promise<Value>): Promise<Value> {
  const marked: Unanswered = { ids: new Set(ids), change };
  unanswered.add(marked);
  patchArticles(client, marked.ids, change);
  try {
    return await work();
  } finally {
    unanswered.delete(marked);
  }
}

/** An article as the library told it, with what this window has set since. */
export function withUnanswered(article: Article): Article {
  let marked = article;
  for (const { ids, change } of unanswered) if (ids.has(article.id)) marked = withState(marked, change);
  return marked;
}

function patchArticles(client: QueryClient, ids: ReadonlySet<ArticleId>, change: Partial<ArticleState>): void {
  client.setQueriesData<ListPage>({ queryKey: ['articles', 'list'] }, (page) => page && patchPage(page, ids, change));
  client.setQueriesData<Article>({ queryKey: ['articles', 'one'] }, (article) => (article && ids.has(article.id) ? withState(article, change) : article));
}

/** @returns the same page when none of the articles is on it, so that nothing is drawn again. */
function patchPage(page: ListPage, ids: ReadonlySet<ArticleId>, change: Partial<ArticleState>): ListPage {
  if (!page.items.some((item) => ids.has(item.id))) return page;
  return { ...page, items: page.items.map((item) => (ids.has(item.id) ? patchItem(item, change) : item)) };
}

function patchItem(item: ListItem, change: Partial<ArticleState>): ListItem {
  return item.kind === 'article' ? { ...item, article: withState(item.article, change) } : item;
}

function withState(article: Article, change: Partial<ArticleState>): Article {
  return { ...article, state: { ...article.state, ...change } };
}
