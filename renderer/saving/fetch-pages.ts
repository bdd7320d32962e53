import { MOST_IDS } from '../../main/contract/articles.ts';
import type { ArticleId } from '../../main/contract/ids.ts';
import { library, valueOf } from '../app/library-client.ts';
import { savingWords } from '../app/saving-words.ts';
import { showToast } from '../app/toasts.ts';
import { words } from '../app/words.ts';
import { failureWords } from '../library/article-actions.ts';
import { whileBusy } from '../library/busy.ts';
import { currentSettings } from '../settings/settings-query.ts';
import { unique } from './name-pages.ts';
import { beginSaving } from './save-pages.ts';

/**
 * Fetches the pages of articles: for the first time of those that are to be fetched, of all others once more. What is new there
 * becomes a version, whatever the settings say of duplicates: the text that was there is kept. A page that says the same changes
 * nothing.
 */
export async function fetchPages(ids: readonly ArticleId[]): Promise<void> {
  const addresses = await attempt(() => whileBusy(ids.length, () => addressesOf(ids)));
  if (!addresses) return;
  const { unfetched, fetched, without } = addresses;
  if (unfetched.length + fetched.length === 0) return showToast(savingWords.noAddress(ids.length));
  const options = { onDuplicate: 'skip', media: currentSettings().saveMedia } as const;
  if (unfetched.length > 0) await beginSaving(unfetched, { ...options, unfetched: true }, savingWords.unfetched.fetching);
  if (fetched.length > 0) await beginSaving(fetched, options, savingWords.fetchingAgain, 'again');
  if (without > 0) showToast(savingWords.leftOut(without));
}

/** Fetches all that is to be fetched. */
export async function fetchUnfetched(): Promise<void> {
  const ids = await attempt(listUnfetched);
  if (ids?.length === 0) showToast(words.list.emptyUnfetchedTitle);
  else if (ids) await fetchPages(ids);
}

async function listUnfetched(): Promise<ArticleId[]> {
  const all: ArticleId[] = [];
  for (let total = 1; all.length < total; ) {
    const part = await valueOf(library['articles.ids']({ in: 'unfetched', offset: all.length }));
    for (const id of part.ids) all.push(id);
    total = part.ids.length === 0 ? 0 : part.total;
  }
  return all;
}

/** All addresses of some articles, each once, and how many articles have none. */
async function addressesOf(ids: readonly ArticleId[]): Promise<{ unfetched: readonly string[]; fetched: readonly string[]; without: number }> {
  const unfetched: string[] = [];
  const fetched: string[] = [];
  let without = 0;
  for (let start = 0; start < ids.length; start += MOST_IDS) {
    const part = await valueOf(library['saving.addresses']({ ids: ids.slice(start, start + MOST_IDS) }));
    // Loops, not spreads of arguments: there may be very many.
    for (const address of part.unfetched) unfetched.push(address);
    for (const address of part.fetched) fetched.push(address);
    without += part.without;
  }
  return { unfetched: unique(unfetched), fetched: unique(fetched), without };
}

async function attempt<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work();
  } catch (error) {
    showToast(failureWords(error));
    return undefined;
  }
}
