import { MOST_IDS } from '../../main/contract/articles.ts';
import type { ArticleId, ImportId } from '../../main/contract/ids.ts';
import { MOST_REPORT_LINES, type ImportProgress, type UndoneImport } from '../../main/contract/imports.ts';
import { importWords } from '../app/import-words.ts';
import { library, valueOf } from '../app/library-client.ts';
import { queryClient, refreshArticles } from '../app/query-client.ts';
import { saveTable } from '../app/save-file.ts';
import { showToast } from '../app/toasts.ts';
import { correctDetails } from '../details/details-request.ts';
import { failureWords, restoreArticles } from '../library/article-actions.ts';
import { whileBusy } from '../library/busy.ts';

/** Nothing more is read of it until it is continued. */
export async function pauseImport(importId: ImportId): Promise<void> {
  await attempt(() => valueOf(library['imports.pause']({ importId })));
}

/** Goes on with one that is paused or was interrupted. */
export async function continueImport(importId: ImportId): Promise<void> {
  await attempt(() => valueOf(library['imports.continue']({ importId })));
}

/** Tries failed entries again, all of them by default. */
export async function retryEntries(importId: ImportId, entries?: number[]): Promise<void> {
  await attempt(() => valueOf(library['imports.retry'](entries === undefined ? { importId } : { importId, entries })));
}

/** Takes back what an import did, says what came of it, and offers to have what is in the trash now back. */
export async function undoImport({ id, counts }: ImportProgress): Promise<void> {
  await attempt(async () => {
    const undone = await whileBusy(counts.imported + counts.duplicates, () => valueOf(library['imports.undo']({ importId: id })));
    refreshArticles();
    const restore = { label: importWords.bringBack, isUndo: true, run: () => void restoreArticles(undone.trashed) };
    showToast(undoneWords(undone), undone.trashed.length > 0 ? restore : null);
  });
}

/** Only what happened is named. */
function undoneWords({ trashed, reverted, replaced, changed, unlabelled }: UndoneImport): string {
  const { undone } = importWords;
  const happened = [
    trashed.length > 0 ? undone.trashed(trashed.length) : null,
    reverted.length > 0 ? undone.reverted(reverted.length) : null,
    replaced.length > 0 ? undone.replaced(replaced.length) : null,
    changed.length > 0 ? undone.changed(changed.length) : null,
    unlabelled.length > 0 ? undone.unlabelled(unlabelled.length) : null,
  ].filter((part) => part !== null);
  return happened.length > 0 ? happened.join(' ') : undone.nothing;
}

/** Takes a report away, and no article. @returns whether it is gone */
export async function forgetImport(importId: ImportId): Promise<boolean> {
  return await attempt(async () => {
    await valueOf(library['imports.forget']({ importId }));
    void queryClient.invalidateQueries({ queryKey: ['tries'] });
  });
}

/** Gives the whole report to the user as a table. */
export async function exportReport({ id, counts }: ImportProgress): Promise<void> {
  await attempt(async () => {
    const lines = counts.imported + counts.duplicates + counts.failed + counts.companions;
    const parts = await whileBusy(lines, () => readTable(id));
    saveTable('carrel-import', parts);
    showToast(importWords.exported(lines));
  });
}

async function readTable(importId: ImportId): Promise<readonly Blob[]> {
  const parts: Blob[] = [];
  for (let offset = 0, total = 1; offset < total; offset += MOST_REPORT_LINES) {
    const part = await valueOf(library['imports.csv']({ importId, offset, header: offset === 0 }));
    parts.push(new Blob([part.csv]));
    total = part.total;
  }
  return parts;
}

/** Opens the dialog of details for everything that an import brought: "all of this is from one source". */
export async function correctImported({ id, counts }: ImportProgress): Promise<void> {
  await attempt(async () => {
    const ids = await whileBusy(counts.imported + counts.duplicates, () => readIds(id));
    if (ids.length > 0) correctDetails({ ids, title: null });
    else showToast(importWords.noneLeft);
  });
}

async function readIds(importId: ImportId): Promise<readonly ArticleId[]> {
  const ids: ArticleId[] = [];
  for (let total = 1; ids.length < total; ) {
    const part = await valueOf(library['imports.articleIds']({ importId, offset: ids.length, limit: MOST_IDS }));
    if (part.ids.length === 0) break;
    ids.push(...part.ids);
    total = part.total;
  }
  return ids;
}

/** Says what went wrong, and asks again how the imports stand. */
async function attempt(change: () => Promise<unknown>): Promise<boolean> {
  try {
    await change();
    return true;
  } catch (error) {
    showToast(failureWords(error));
    return false;
  } finally {
    void queryClient.invalidateQueries({ queryKey: ['imports'] });
  }
}
