import type { ArticleState } from '../../main/contract/articles.ts';
import type { ArticleId } from '../../main/contract/ids.ts';
import { errorWords } from '../app/error-words.ts';
import { CallFailure, library, valueOf } from '../app/library-client.ts';
import { queryClient, refreshArticles } from '../app/query-client.ts';
import { showToast } from '../app/toasts.ts';
import { words } from '../app/words.ts';
import { patchArticle } from './patch-article.ts';

type StateChange = Partial<Pick<ArticleState, 'read' | 'favourite' | 'archived'>>;

/** Changes an article's marks: shown at once, taken back when the library refuses. */
export async function setArticleState(id: ArticleId, change: StateChange): Promise<void> {
  patchArticle(queryClient, id, change);
  await attempt(async () => {
    await valueOf(library['articles.setState']({ ids: [id], ...change }));
  });
}

/** Moves an article to the trash and offers to take that back. @returns whether it is there now */
export async function trashArticle(id: ArticleId): Promise<boolean> {
  return await attempt(async () => {
    await valueOf(library['articles.remove']({ ids: [id] }));
    showToast(words.removal.trashed(1), {
      label: words.undo,
      isUndo: true,
      run: () => void restoreArticle(id),
    });
  });
}

/** Takes an article out of the trash. */
export async function restoreArticle(id: ArticleId): Promise<boolean> {
  return await attempt(async () => {
    await valueOf(library['articles.restore']({ ids: [id] }));
    showToast(words.removal.restored);
  });
}

/** Deletes an article for good. The caller has asked whether that is meant. */
export async function purgeArticle(id: ArticleId): Promise<boolean> {
  return await attempt(async () => {
    await valueOf(library['articles.purge']({ ids: [id] }));
    showToast(words.removal.purged);
  });
}

/** Runs a change, asks again for what it touched, and says so when it failed. */
async function attempt(change: () => Promise<void>): Promise<boolean> {
  try {
    await change();
    return true;
  } catch (error) {
    const { title, action } = errorWords[error instanceof CallFailure ? error.code : 'internal'];
    showToast(`${title}. ${action}`);
    return false;
  } finally {
    refreshArticles();
  }
}
