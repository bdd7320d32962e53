import { useState } from 'react';
import type { ArticleId } from '../../main/contract/ids.ts';
import { articleAddress, type ListPlace } from '../app/address.ts';
import { useCommand } from '../app/commands.ts';
import { focusPane, focusPaneSoon, isFocusIn, isPaneVisible } from '../app/panes.ts';
import { queryClient } from '../app/query-client.ts';
import { useAddress } from '../app/use-address.ts';
import { articleQuery } from '../reading/article-query.ts';
import type { ReaderActions } from '../reading/reader-toolbar.tsx';
import { markArticles, restoreArticles, trashArticles, type Mark } from './article-actions.ts';
import { neighbourOf } from './neighbour.ts';
import type { Cursor } from './use-cursor.ts';
import type { ArticleListData } from './use-list.ts';

export interface NamedArticle {
  readonly id: ArticleId;
  readonly title: string;
}

interface Situation {
  readonly place: ListPlace;
  readonly articleId: ArticleId | null;
  readonly list: ArticleListData;
  readonly cursor: Cursor;
}

/** `reader`: the user is going to read. `stay`: the user is still choosing, unless the list makes way for the reader. */
export type FocusAfterOpen = 'reader' | 'stay';

interface ArticleCommands {
  readonly actions: ReaderActions;
  readonly open: (index: number, focus: FocusAfterOpen) => void;
  /** The article that the user is asked about before it is deleted for good. */
  readonly asking: NamedArticle | null;
  readonly closeAsking: (purged: boolean) => void;
}

/** What keys and buttons do in the list and the reader. In the reader they mean the open article, else the row. */
export function useArticleCommands({ place, articleId, list, cursor }: Situation): ArticleCommands {
  const [, go] = useAddress();
  const [asking, setAsking] = useState<NamedArticle | null>(null);

  function open(index: number, focus: FocusAfterOpen): void {
    const item = list.itemAt(index);
    if (!item) return;
    cursor.moveTo(index);
    go(articleAddress(item.id, place), { replace: articleId !== null });
    requestAnimationFrame(() => {
      if (focus === 'reader' || !isPaneVisible('list')) focusPaneSoon('reader');
    });
  }

  function close(): void {
    go(articleAddress(null, place));
    focusPaneSoon('list');
  }

  /** The article left this list: if it was open, the reader closes. The keys are on the row that moved up. */
  function leave(id: ArticleId): void {
    if (id === articleId) close();
    else focusPaneSoon('list');
  }

  async function remove({ id }: NamedArticle): Promise<void> {
    const article = await findArticle(id);
    if (article?.state.trashed) setAsking({ id, title: article.title });
    else if (await trashArticles([id])) leave(id);
  }

  async function restore(id: ArticleId): Promise<void> {
    if (await restoreArticles([id])) leave(id);
  }

  const opened: NamedArticle | null = articleId && { id: articleId, title: '' };
  useMoveCommands({ list, cursor, articleId, open });
  useMarkCommands({ target, remove });
  useCommand('back', () => {
    if (!articleId || isFocusIn('list')) return false;
    if (isPaneVisible('list')) focusPaneSoon('list');
    else close();
    return true;
  });

  function target(): NamedArticle | null {
    const reading = isFocusIn('reader') || !isPaneVisible('list');
    return opened && reading ? opened : (list.itemAt(cursor.index) ?? null);
  }

  function stepBy(step: 1 | -1): (() => void) | null {
    const index = neighbourOf(list, cursor.index, articleId, step);
    return index === null ? null : () => open(index, 'stay');
  }

  return {
    open,
    asking,
    closeAsking: (purged) => {
      setAsking(null);
      if (purged && asking) leave(asking.id);
    },
    actions: {
      back: close,
      next: stepBy(1),
      previous: stepBy(-1),
      toggleRead: () => void (opened && toggleMark(opened.id, 'read')),
      toggleFavourite: () => void (opened && toggleMark(opened.id, 'favourite')),
      toggleArchived: () => void (opened && toggleMark(opened.id, 'archived')),
      trash: () => void (opened && remove(opened)),
      restore: () => void (opened && restore(opened.id)),
      purge: () => void (opened && remove(opened)),
    },
  };
}

interface MoveCommands extends Omit<Situation, 'place'> {
  readonly open: ArticleCommands['open'];
}

/** j and k: in the reader they open the neighbour, everywhere else they move in the list. */
function useMoveCommands({ list, cursor, articleId, open }: MoveCommands): void {
  function move(step: 1 | -1): boolean {
    if (articleId && (isFocusIn('reader') || !isPaneVisible('list'))) {
      const index = neighbourOf(list, cursor.index, articleId, step);
      if (index !== null) open(index, 'reader');
      return true;
    }
    if (list.total === 0) return false;
    // The first press from elsewhere only brings the keys into the list.
    if (isFocusIn('list')) cursor.moveTo(cursor.index + step);
    focusPane('list');
    return true;
  }
  useCommand('next', () => move(1));
  useCommand('previous', () => move(-1));
}

interface MarkCommands {
  readonly target: () => NamedArticle | null;
  readonly remove: (article: NamedArticle) => Promise<void>;
}

function useMarkCommands({ target, remove }: MarkCommands): void {
  function act(run: (article: NamedArticle) => Promise<void>): boolean {
    const article = target();
    if (article) void run(article);
    return article !== null;
  }
  useCommand('trash', () => act(remove));
  useCommand('toggle-read', () => act(({ id }) => toggleMark(id, 'read')));
  useCommand('toggle-favourite', () => act(({ id }) => toggleMark(id, 'favourite')));
  useCommand('toggle-archived', () => act(({ id }) => toggleMark(id, 'archived')));
}

async function toggleMark(id: ArticleId, mark: Mark): Promise<void> {
  const article = await findArticle(id);
  if (article) await markArticles([id], mark, !article.state[mark]);
}

async function findArticle(id: ArticleId) {
  try {
    return await queryClient.fetchQuery(articleQuery(id));
  } catch {
    // Gone, or the library is silent: then there is nothing to mark, and the window says so elsewhere.
    return null;
  }
}
