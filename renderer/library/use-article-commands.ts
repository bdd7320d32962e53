import { useState } from 'react';
import type { ArticleId } from '../../main/contract/ids.ts';
import { articleAddress, formatAddress, parseAddress, type ListPlace } from '../app/address.ts';
import { useCommand } from '../app/commands.ts';
import { focusPane, focusPaneSoon, isFocusIn, isPaneVisible } from '../app/panes.ts';
import { articlesRefreshed, queryClient } from '../app/query-client.ts';
import { isField } from '../app/shortcuts.ts';
import { useAddress } from '../app/use-address.ts';
import { articleQuery } from '../reading/article-query.ts';
import type { ReaderActions } from '../reading/reader-toolbar.tsx';
import { markArticles, restoreArticles, trashArticles } from './article-actions.ts';
import { findArticle, leavesList, wantsMark, type ArticleActs } from './article-acts.ts';
import { editLabels, type Targets } from './label-request.ts';
import { neighbourOf } from './neighbour.ts';
import type { Cursor } from './use-cursor.ts';
import type { ArticleListData } from './use-list.ts';
import type { ListSelection } from './use-selection.ts';
import { showSimilar } from './use-similar-commands.ts';

interface Situation {
  readonly place: ListPlace;
  readonly articleId: ArticleId | null;
  readonly list: ArticleListData;
  readonly cursor: Cursor;
  readonly selection: ListSelection;
}

/** `reader`: the user is going to read. `stay`: the user is still choosing, unless the list makes way for the reader. */
export type FocusAfterOpen = 'reader' | 'stay';

interface ArticleCommands {
  readonly actions: ReaderActions;
  readonly acts: ArticleActs;
  readonly open: (index: number, focus: FocusAfterOpen) => void;
  /** The articles that the user is asked about before they are deleted for good. */
  readonly asking: Targets | null;
  readonly closeAsking: (purged: boolean) => void;
}

/**
 * What keys and buttons do in the list and the reader. In the reader they mean the open article: somebody who reads has
 * forgotten what is selected. Everywhere else they mean what is selected, or else the row.
 */
export function useArticleCommands(situation: Situation): ArticleCommands {
  const { place, articleId, list, cursor } = situation;
  const [, go] = useAddress();

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

  const { acts, asking, closeAsking } = useActs(situation, close);
  useMoveCommands({ list, cursor, articleId, open });
  useActCommands(situation, acts);
  useCommand('back', () => {
    if (!articleId || isFocusIn('list')) return false;
    if (isPaneVisible('list')) focusPaneSoon('list');
    else close();
    return true;
  });

  function stepBy(step: 1 | -1): (() => void) | null {
    const index = neighbourOf(list, cursor.index, articleId, step);
    return index === null ? null : () => open(index, 'stay');
  }

  const opened: Targets = { ids: articleId ? [articleId] : [], title: null };
  return {
    open,
    acts,
    asking,
    closeAsking,
    actions: {
      back: close,
      next: stepBy(1),
      previous: stepBy(-1),
      toggleRead: () => acts.toggle('read', opened),
      toggleFavourite: () => acts.toggle('favourite', opened),
      toggleArchived: () => acts.toggle('archived', opened),
      trash: () => acts.remove(opened),
      restore: () => acts.restore(opened),
      purge: () => acts.remove(opened),
    },
  };
}

function useActs({ place, list, selection }: Situation, close: () => void): Pick<ArticleCommands, 'acts' | 'asking' | 'closeAsking'> {
  const [asking, setAsking] = useState<Targets | null>(null);
  const [going] = useState(() => new Set<ArticleId>());

  /** The articles left this list: if the open one is among them, the reader closes. The keys are on the row that moved up. */
  function leave(ids: readonly ArticleId[]): void {
    const now = parseAddress(location.pathname, location.search);
    // The library may have taken its time: who is elsewhere by now is not taken back, and who types goes on.
    if (now.view !== 'articles' || !isSamePlace(now.place, place)) return;
    if (ids.some((id) => selection.ids.has(id))) selection.clear();
    if (now.articleId && ids.includes(now.articleId)) close();
    else if (!isField(document.activeElement)) focusPaneSoon('list');
  }

  async function toggle(mark: 'read' | 'favourite' | 'archived', { ids }: Targets): Promise<void> {
    const [only] = ids;
    const article = only && ids.length === 1 ? await findArticle(only) : null;
    if (ids.length === 1 && !article) return;
    const on = article ? !article.state[mark] : wantsMark(list, new Set(ids), mark);
    // What is not in the list any more must not stay selected, unseen.
    if (leavesList(place, mark, on) && ids.some((id) => selection.ids.has(id))) selection.clear();
    await markArticles(ids, mark, on);
  }

  async function remove({ ids, title }: Targets): Promise<void> {
    // Asked for twice before the list is drawn without them: the second time would be about articles in the trash.
    const here = ids.filter((id) => !going.has(id));
    if (here.length === 0) return;
    for (const id of here) going.add(id);
    try {
      await removeNow({ ids: here, title });
    } finally {
      for (const id of here) going.delete(id);
    }
  }

  async function removeNow({ ids }: Targets): Promise<void> {
    const [only] = ids;
    const article = only && ids.length === 1 ? await findArticle(only) : null;
    if (article ? article.state.trashed : place.kind === 'trash') return setAsking({ ids, title: article?.title ?? null });
    if (!(await trashArticles(ids))) return;
    leave(ids);
    await articlesRefreshed();
  }

  async function restore({ ids }: Targets): Promise<void> {
    if (await restoreArticles(ids)) leave(ids);
  }

  return {
    acts: {
      toggle: (mark, targets) => void toggle(mark, targets),
      remove: (targets) => void (targets.ids.length > 0 && remove(targets)),
      restore: (targets) => void (targets.ids.length > 0 && restore(targets)),
    },
    asking,
    closeAsking: (purged) => {
      setAsking(null);
      if (purged && asking) leave(asking.ids);
    },
  };
}

function isSamePlace(one: ListPlace, other: ListPlace): boolean {
  return formatAddress(articleAddress(null, one)) === formatAddress(articleAddress(null, other));
}

interface MoveCommands extends Pick<Situation, 'list' | 'cursor' | 'articleId'> {
  readonly open: ArticleCommands['open'];
}

/** j and k: in the reader they open the neighbour, everywhere else they move in the list. */
function useMoveCommands({ list, cursor, articleId, open }: MoveCommands): void {
  function move(step: 1 | -1): boolean {
    if (articleId && isReading()) {
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

function useActCommands({ place, articleId, list, cursor, selection }: Situation, acts: ArticleActs): void {
  function target(): Targets | null {
    if (articleId && isReading()) return { ids: [articleId], title: queryClient.getQueryData(articleQuery(articleId).queryKey)?.title ?? null };
    if (selection.ids.size > 0) return { ids: [...selection.ids], title: null };
    const row = list.itemAt(cursor.index);
    return row ? { ids: [row.id], title: row.title } : null;
  }
  function act(run: (targets: Targets) => void): boolean {
    const targets = target();
    if (targets) run(targets);
    return targets !== null;
  }
  useCommand('toggle-read', () => act((targets) => acts.toggle('read', targets)));
  useCommand('toggle-favourite', () => act((targets) => acts.toggle('favourite', targets)));
  useCommand('toggle-archived', () => act((targets) => acts.toggle('archived', targets)));
  useCommand('trash', () => act(acts.remove));
  // Elsewhere nothing is in the trash, and nobody has asked for anything.
  useCommand('restore', () => place.kind === 'trash' && act(acts.restore));
  useCommand('find-similar', () => place.kind !== 'trash' && act(({ ids: [id] }) => id && showSimilar(id)));
  useCommand('edit-tags', () => place.kind !== 'trash' && act((targets) => editLabels('tag', targets)));
  useCommand('edit-collections', () => place.kind !== 'trash' && act((targets) => editLabels('collection', targets)));
}

function isReading(): boolean {
  return isFocusIn('reader') || !isPaneVisible('list');
}
