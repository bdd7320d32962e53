import { useState } from 'react';
import type { ArticleId } from '../../main/contract/ids.ts';
import { articleAddress, isSamePlace, type ListPlace } from '../app/address.ts';
import { useCommand } from '../app/commands.ts';
import { focusPane, isFocusIn, isFocusTaken, isPaneVisible, isReading } from '../app/panes.ts';
import { articlesRefreshed, queryClient } from '../app/query-client.ts';
import { currentAddress, useAddress } from '../app/use-address.ts';
import { correctDetails } from '../details/details-request.ts';
import { articleQuery } from '../reading/article-query.ts';
import type { ReaderActions } from '../reading/reader-toolbar.tsx';
import { fetchPages } from '../saving/fetch-pages.ts';
import { markArticles, purgeArticles, restoreArticles, trashArticles, type Mark } from './article-actions.ts';
import { findArticle, leavesList, listedArticle, wantsMark, type ArticleActs } from './article-acts.ts';
import { extractAgain } from './extract-again.ts';
import { editLabels, type Targets } from './label-request.ts';
import type { Step } from './neighbour.ts';
import { withUnanswered } from './patch-article.ts';
import { saveOriginal } from './save-original.ts';
import type { Cursor } from './use-cursor.ts';
import type { ArticleListData } from './use-list.ts';
import { useOpening, type Opening } from './use-opening.ts';
import type { ListSelection } from './use-selection.ts';
import { showSimilar } from './use-similar-commands.ts';

interface Situation {
  readonly place: ListPlace;
  readonly articleId: ArticleId | null;
  readonly list: ArticleListData;
  readonly cursor: Cursor;
  readonly selection: ListSelection;
}

interface ArticleCommands extends Pick<Opening, 'open' | 'openSoon' | 'step'> {
  readonly actions: ReaderActions;
  readonly acts: ArticleActs;
  /** The articles that the user is asked about before they are deleted for good. */
  readonly asking: Targets | null;
  readonly answerAsking: (purge: boolean) => void;
}

/**
 * What keys and buttons do in the list and the reader. In the reader they mean the open article: somebody who reads has
 * forgotten what is selected. Everywhere else they mean what is selected, or else the row.
 */
export function useArticleCommands(situation: Situation): ArticleCommands {
  const { place, articleId } = situation;
  const [, go] = useAddress();
  const opening = useOpening(situation);

  function close(): void {
    go(articleAddress(null, place));
    focusPane('list');
  }

  const { acts, asking, answerAsking } = useActs(situation);
  useMoveCommands(situation, opening);
  useActCommands(situation, acts);
  useCommand('back', () => {
    if (!articleId || isFocusIn('list')) return false;
    if (isPaneVisible('list')) focusPane('list');
    else close();
    return true;
  });

  const opened: Targets = { ids: articleId ? [articleId] : [], title: null };
  return {
    open: opening.open,
    openSoon: opening.openSoon,
    step: opening.step,
    acts,
    asking,
    answerAsking,
    actions: {
      back: close,
      next: opening.canStep(1) ? () => opening.step(1, 'stay') : null,
      previous: opening.canStep(-1) ? () => opening.step(-1, 'stay') : null,
      toggleRead: () => acts.toggle('read', opened),
      toggleFavourite: () => acts.toggle('favourite', opened),
      toggleArchived: () => acts.toggle('archived', opened),
      trash: () => acts.remove(opened),
      restore: () => acts.restore(opened),
      purge: () => acts.remove(opened),
    },
  };
}

function useActs({ place, list, selection }: Situation): Pick<ArticleCommands, 'acts' | 'asking' | 'answerAsking'> {
  const [, go] = useAddress();
  const [asking, setAsking] = useState<Targets | null>(null);
  const [going] = useState(() => new Set<ArticleId>());

  /** The articles left this list: if the open one is among them, the reader closes. The keys are on the row that moved up. */
  function leave(ids: readonly ArticleId[]): void {
    selection.drop(ids);
    const now = currentAddress();
    // The library may have taken its time: who is elsewhere by now is not taken back, and who does something else goes on.
    if (now.view !== 'articles' || !isSamePlace(now.place, place)) return;
    const closes = now.articleId !== null && ids.includes(now.articleId);
    const takesFocus = !isFocusTaken() || (closes && isReading());
    if (closes) go(articleAddress(null, now.place));
    if (takesFocus) focusPane('list');
  }

  async function toggle(mark: Mark, { ids }: Targets): Promise<void> {
    const [only] = ids;
    const article = only && ids.length === 1 ? (listedArticle(list, only) ?? (await findArticle(only))) : null;
    if (ids.length === 1 && !article) return;
    // As it is by now: a press that has waited for the same answer may have marked it.
    const on = article ? !withUnanswered(article).state[mark] : wantsMark(list, new Set(ids), mark);
    // What is not in the list any more must not stay selected, unseen.
    if (leavesList(place, mark, on)) selection.drop(ids);
    await markArticles(ids, mark, on);
  }

  /** What is on its way out is not asked for again: in the trash the second time would mean something else. */
  async function takeOut(ids: readonly ArticleId[], work: (here: readonly ArticleId[]) => Promise<void>): Promise<void> {
    const here = ids.filter((id) => !going.has(id));
    if (here.length === 0) return;
    for (const id of here) going.add(id);
    try {
      await work(here);
    } finally {
      for (const id of here) going.delete(id);
    }
  }

  async function remove(ids: readonly ArticleId[]): Promise<void> {
    const [only] = ids;
    const article = only && ids.length === 1 ? (listedArticle(list, only) ?? (await findArticle(only))) : null;
    if (article ? article.state.trashed : place.kind === 'trash') return setAsking({ ids, title: article?.title ?? null });
    if (!(await trashArticles(ids))) return;
    leave(ids);
    await articlesRefreshed();
  }

  async function purge(ids: readonly ArticleId[]): Promise<void> {
    if (!(await purgeArticles(ids))) return;
    leave(ids);
    await articlesRefreshed();
  }

  async function restore({ ids }: Targets): Promise<void> {
    if (await restoreArticles(ids)) leave(ids);
  }

  return {
    acts: {
      toggle: (mark, targets) => void toggle(mark, targets),
      remove: ({ ids }) => void takeOut(ids, remove),
      restore: (targets) => void (targets.ids.length > 0 && restore(targets)),
    },
    asking,
    answerAsking: (confirmed) => {
      setAsking(null);
      if (confirmed && asking) void takeOut(asking.ids, purge);
    },
  };
}

/** j and k: in the reader they open the neighbour, everywhere else they move in the list. */
function useMoveCommands({ list, cursor, articleId }: Situation, opening: Opening): void {
  function move(step: Step): boolean {
    if (articleId && isReading()) {
      opening.step(step, 'reader');
      return true;
    }
    if (list.total === 0 && list.status !== 'loading') return false;
    // The first press from elsewhere only brings the keys into the list.
    if (isFocusIn('list')) cursor.moveBy(step);
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
  useCommand('edit-details', () => place.kind !== 'trash' && act((targets) => correctDetails(targets)));
  useCommand('save-original', () => act(({ ids: [id] }) => id && void saveOriginal(id)));
  useCommand('fetch-page', () => place.kind !== 'trash' && act(({ ids }) => {
    // What is fetched leaves that list, and must not stay selected, unseen.
    if (place.kind === 'unfetched') selection.drop(ids);
    void fetchPages(ids);
  }));
  useCommand('extract-again', () => place.kind !== 'trash' && act(({ ids }) => void extractAgain(ids)));
  useCommand('edit-collections', () => place.kind !== 'trash' && act((targets) => editLabels('collection', targets)));
}
