import { UNFETCHED } from '../../main/contract/articles.ts';
import type { ArticleId } from '../../main/contract/ids.ts';
import { originalPath } from '../../main/contract/reading.ts';
import { library, valueOf } from '../app/library-client.ts';
import { originalWords } from '../app/original-words.ts';
import { savingWords } from '../app/saving-words.ts';
import { saveBytes } from '../app/save-file.ts';
import { showToast } from '../app/toasts.ts';
import { failureWords } from './article-actions.ts';

/** Gives the user the file that an article was imported from, as it came in. Says so when it cannot be had. */
export async function saveOriginal(id: ArticleId): Promise<void> {
  try {
    const { name, kind } = await valueOf(library['articles.original']({ id }));
    if (kind === UNFETCHED) return showToast(savingWords.unfetched.noFile);
    const response = await fetch(originalPath(id));
    if (!response.ok) return showToast(originalWords.missing);
    saveBytes(name, await response.arrayBuffer());
  } catch (error) {
    showToast(failureWords(error));
  }
}
