import { MOST_IDS } from '../../main/contract/articles.ts';
import type { ArticleId } from '../../main/contract/ids.ts';
import type { ExtractedAgain, KeptVersion } from '../../main/contract/originals.ts';
import { library, valueOf } from '../app/library-client.ts';
import { originalWords } from '../app/original-words.ts';
import { refreshArticles } from '../app/query-client.ts';
import { dismissToastsAbout, showToast } from '../app/toasts.ts';
import { words } from '../app/words.ts';
import { textRenewed } from '../reading/text-edition.ts';
import { ABOUT, failureWords } from './article-actions.ts';
import { whileBusy } from './busy.ts';

/** So few in a call that each ends soon: the window lists what is done so far. */
const PART = 100;

/** Reads the files of articles again, says what came of it, and offers to take that back. */
export async function extractAgain(ids: readonly ArticleId[]): Promise<void> {
  const all: ExtractedAgain = { changed: [], same: [], left: [] };
  try {
    await whileBusy(ids.length, async () => {
      for (let start = 0; start < ids.length; start += PART) {
        const { changed, same, left } = await valueOf(library['articles.extractAgain']({ ids: ids.slice(start, start + PART) }));
        all.changed.push(...changed);
        all.same.push(...same);
        all.left.push(...left);
        refresh();
      }
    });
    tell(all, describe(all));
  } catch (error) {
    // What was done until then stays, and can be taken back.
    tell(all, failureWords(error));
  } finally {
    refresh();
  }
}

function describe({ changed, same, left }: ExtractedAgain): string {
  const why = left[0]?.message;
  if (why === undefined) return originalWords.extracted(changed.length, same.length, left.length);
  return changed.length + same.length === 0 && left.length === 1 ? originalWords.leftOne(why) : originalWords.because(originalWords.extracted(changed.length, same.length, left.length), why);
}

function tell({ changed }: ExtractedAgain, text: string): void {
  dismissToastsAbout(ABOUT);
  const run = () => void goBack(changed);
  showToast(text, changed.length === 0 ? null : { label: words.undo, isUndo: true, run }, ABOUT);
}

async function goBack(versions: readonly KeptVersion[]): Promise<void> {
  try {
    const went = await whileBusy(versions.length, async () => {
      let count = 0;
      for (let start = 0; start < versions.length; start += MOST_IDS) count += (await valueOf(library['articles.goBack']({ versions: versions.slice(start, start + MOST_IDS) }))).changed.length;
      return count;
    });
    showToast(words.selection.takenBack(went), null, ABOUT);
  } catch (error) {
    showToast(failureWords(error), null, ABOUT);
  } finally {
    refresh();
  }
}

function refresh(): void {
  textRenewed();
  refreshArticles();
}
