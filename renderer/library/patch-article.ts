import type { QueryClient } from '@tanstack/react-query';
import type { Article, ArticleState } from '../../main/contract/articles.ts';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { ListItem, ListPage } from './list-pages.ts';

/** Marks an article in every answer that is already here, so that a key press shows before the library has answered. */
export function patchArticle(client: QueryClient, id: ArticleId, change: Partial<ArticleState>): void {
  client.setQueriesData<ListPage>({ queryKey: ['articles', 'list'] }, (page) => page && patchPage(page, id, change));
  client.setQueryData<Article>(['articles', 'one', id], (article) => article && withState(article, change));
}

/** @returns the same page when the article is not on it, so that nothing is drawn again. */
export function patchPage(page: ListPage, id: ArticleId, change: Partial<ArticleState>): ListPage {
  if (!page.items.some((item) => item.id === id)) return page;
  return { ...page, items: page.items.map((item) => (item.id === id ? patchItem(item, change) : item)) };
}

function patchItem(item: ListItem, change: Partial<ArticleState>): ListItem {
  return item.kind === 'article' ? { ...item, article: withState(item.article, change) } : item;
}

function withState(article: Article, change: Partial<ArticleState>): Article {
  return { ...article, state: { ...article.state, ...change } };
}
