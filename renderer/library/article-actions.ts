import { MOST_IDS, type ArticleState } from '../../main/contract/articles.ts';
import type { Outcome } from '../../main/contract/define.ts';
import type { FactsChange } from '../../main/contract/facts.ts';
import type { ArticleId } from '../../main/contract/ids.ts';
import { detailsWords } from '../app/details-words.ts';
import { errorWords } from '../app/error-words.ts';
import { CallFailure, library, valueOf } from '../app/library-client.ts';
import { queryClient, refreshArticles } from '../app/query-client.ts';
import { dismissToastsAbout, showToast } from '../app/toasts.ts';
import { words } from '../app/words.ts';
import { whileBusy } from './busy.ts';
import { whileMarked } from './patch-article.ts';

/** What can be set on an article and taken off again. */
export type Mark = 'read' | 'favourite' | 'archived';

/** What the user has sorted articles under. */
export type OwnLabel = 'tag' | 'collection';

type Ids = readonly ArticleId[];

/** Marks an article without a word: for what the window does by itself. */
export async function setArticleState(id: ArticleId, change: Partial<Pick<ArticleState, Mark>>): Promise<void> {
  await attempt([id], () => whileMarked(queryClient, [id], change, () => valueOf(library['articles.setState']({ ids: [id], ...change }))));
}

/** Sets or takes off a mark: shown at once, told, and offered to be taken back. @returns whether it was done */
export async function markArticles(ids: Ids, mark: Mark, on: boolean): Promise<boolean> {
  const set = (some: Ids, value: boolean) =>
    whileMarked(queryClient, some, { [mark]: value }, () =>
      inParts(some, async (part) => (await valueOf(library['articles.setState']({ ids: part, [mark]: value }))).changed),
    );
  return await attempt(ids, async () => {
    const changed = await set(ids, on);
    tell(changed.length, words.selection.marked[mark][on ? 'on' : 'off'], () => attempt(changed, () => set(changed, !on)));
  });
}

/** Gives a tag or a collection to articles, or takes it off them. @throws CallFailure */
export async function labelArticles(ids: Ids, kind: OwnLabel, name: string, on: boolean): Promise<void> {
  const call = (some: ArticleId[], value: boolean): Promise<Outcome<{ changed: ArticleId[] }>> =>
    kind === 'tag' ? library['articles.setTag']({ ids: some, tag: name, on: value }) : library['articles.setCollection']({ ids: some, path: name, on: value });
  try {
    const changed = await whileBusy(ids.length, () => inParts(ids, async (some) => (await valueOf(call(some, on))).changed));
    tell(changed.length, (count) => words.selection.labelled[kind](name, on, count), () =>
      attempt(changed, () => inParts(changed, async (some) => (await valueOf(call(some, !on))).changed)),
    );
  } finally {
    refreshArticles();
  }
}

/** The same for callers that cannot show a failure themselves. */
export async function labelArticlesOrTell(ids: Ids, kind: OwnLabel, name: string): Promise<boolean> {
  return await attempt(ids, () => labelArticles(ids, kind, name, true));
}

/** States facts, the same of all of the articles, and offers to take that back. @throws CallFailure */
export async function correctArticles(ids: Ids, facts: FactsChange): Promise<void> {
  const changes: number[] = [];
  async function correct(some: ArticleId[]): Promise<readonly ArticleId[]> {
    const { changed, change } = await valueOf(library['articles.setFacts']({ ids: some, facts }));
    if (change !== null) changes.push(change);
    return changed;
  }
  async function takeBack(): Promise<void> {
    for (const change of changes.toReversed()) await valueOf(library['articles.undoFacts']({ change }));
  }
  try {
    const changed = await whileBusy(ids.length, () => inParts(ids, correct));
    tell(changed.length, detailsWords.corrected, () => attempt(changed, takeBack));
  } finally {
    refreshArticles();
  }
}

/** Moves articles to the trash and offers to take that back. @returns whether they are there now */
export async function trashArticles(ids: Ids): Promise<boolean> {
  return await attempt(ids, async () => {
    const removed = await inParts(ids, async (some) => (await valueOf(library['articles.remove']({ ids: some }))).removed);
    tell(removed.length, words.removal.trashed, () => restoreQuietly(removed));
  });
}

/** Takes articles out of the trash. */
export async function restoreArticles(ids: Ids): Promise<boolean> {
  return await attempt(ids, async () => {
    const restored = await inParts(ids, async (some) => (await valueOf(library['articles.restore']({ ids: some }))).restored);
    tell(restored.length, words.removal.restored, () =>
      attempt(restored, () => inParts(restored, async (some) => (await valueOf(library['articles.remove']({ ids: some }))).removed)),
    );
  });
}

/** Deletes articles for good. The caller has asked whether that is meant. */
export async function purgeArticles(ids: Ids): Promise<boolean> {
  return await attempt(ids, async () => {
    const purged = await inParts(ids, async (some) => (await valueOf(library['articles.purge']({ ids: some }))).removed);
    showToast(words.removal.purged(purged.length));
  });
}

async function restoreQuietly(ids: Ids): Promise<boolean> {
  return await attempt(ids, () => inParts(ids, async (some) => (await valueOf(library['articles.restore']({ ids: some }))).restored));
}

/** What the last message about marks and labels is about: the next one takes its place. */
export const ABOUT = 'articles';

/** Says what was done to how many, with the way back. */
function tell(count: number, what: (count: number) => string, takeBack: () => Promise<boolean>): void {
  dismissToastsAbout(ABOUT);
  if (count === 0) return showToast(words.selection.unchanged, null, ABOUT);
  const run = () => void takeBack().then((done) => done && showToast(words.selection.takenBack(count), null, ABOUT));
  showToast(what(count), { label: words.undo, isUndo: true, run }, ABOUT);
}

/** As many ids a call as the library takes. @returns all that the calls have changed */
async function inParts(ids: Ids, call: (some: ArticleId[]) => Promise<readonly ArticleId[]>): Promise<readonly ArticleId[]> {
  const changed: ArticleId[][] = [];
  for (let start = 0; start < ids.length; start += MOST_IDS) changed.push([...(await call(ids.slice(start, start + MOST_IDS)))]);
  return changed.flat();
}

/** Runs a change, asks again for what it touched, and says so when it failed. */
async function attempt(ids: Ids, change: () => Promise<unknown>): Promise<boolean> {
  try {
    await whileBusy(ids.length, change);
    return true;
  } catch (error) {
    showToast(failureWords(error));
    return false;
  } finally {
    refreshArticles();
  }
}

/** A failure in a sentence or two. What the library refuses as input it has explained itself. */
export function failureWords(error: unknown): string {
  if (error instanceof CallFailure && error.code === 'invalid-input') return error.message;
  const { title, action } = errorWords[error instanceof CallFailure ? error.code : 'internal'];
  return `${title}. ${action}`;
}
