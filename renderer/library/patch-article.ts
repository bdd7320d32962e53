import type { QueryClient } from '@tanstack/react-query';
import type { Article, ArticleState } from '../../main/contract/articles.ts';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { ListItem, ListPage } from './list-pages.ts';

/** Marks articles in every answer that is already here, so that a key press shows before the library has answered. */
export function patchArticles(client: QueryClient, ids: ReadonlySet<ArticleId>, change: Partial<ArticleState>): void {
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
