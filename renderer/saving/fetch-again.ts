import type { ArticleId } from '../../main/contract/ids.ts';
import { library } from '../app/library-client.ts';
import { savingWords } from '../app/saving-words.ts';
import { showToast } from '../app/toasts.ts';
import { whileBusy } from '../library/busy.ts';
import { addressToOpen } from '../reading/link-target.ts';
import { currentSettings } from '../settings/settings-query.ts';
import { noteFetchedAgain } from './announce-saved.ts';
import { unique } from './name-pages.ts';
import { beginSaving } from './save-pages.ts';

/** Asked for at once; more would only wait in the library. */
const AT_ONCE = 20;

/**
 * Fetches the pages of articles once more. What is new becomes a version, whatever the settings say of duplicates: the
 * text that was there is kept. A page that says the same changes nothing.
 */
export async function fetchAgain(ids: readonly ArticleId[]): Promise<void> {
  const addresses = await whileBusy(ids.length, () => addressesOf(ids));
  if (addresses.length === 0) return showToast(savingWords.noAddress(ids.length));
  await beginSaving(addresses, { onDuplicate: 'skip', media: currentSettings().saveMedia }, savingWords.fetchingAgain, noteFetchedAgain);
}

async function addressesOf(ids: readonly ArticleId[]): Promise<string[]> {
  const addresses: string[] = [];
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    // One that is gone, or of which the library says nothing, has no address here.
    const outcomes = await Promise.all(ids.slice(start, start + AT_ONCE).map((id) => library['articles.get']({ id })));
    for (const outcome of outcomes) {
      const address = outcome.ok && outcome.value.url !== null ? addressToOpen(outcome.value.url) : null;
      if (address !== null) addresses.push(address);
    }
  }
  return unique(addresses);
}
