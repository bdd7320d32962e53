import type { ImportId } from '../../main/contract/ids.ts';
import type { ImportLabels } from '../../main/contract/imports.ts';
import { MOST_ADDRESSES, type SaveOptions } from '../../main/contract/saving.ts';
import { errorWords } from '../app/error-words.ts';
import { CallFailure, library, valueOf } from '../app/library-client.ts';
import { queryClient } from '../app/query-client.ts';
import { savingWords } from '../app/saving-words.ts';
import { showToast } from '../app/toasts.ts';
import { words } from '../app/words.ts';
import { cancelImport } from '../import/uploads.ts';
import { currentSettings } from '../settings/settings-query.ts';
import { shortAddress } from './short-address.ts';

/** The library looks through so much of a text. */
const MOST_TEXT = 2_000_000;

/** Calls that begin to save and are not answered yet: until then nobody knows whose import it is. */
const beginning = new Set<Promise<unknown>>();

/** Resolves when every call that begins to save has its answer. */
export async function untilBegun(): Promise<void> {
  await Promise.allSettled([...beginning]);
}

/** The addresses in a text. None while the library is silent: then the text is a text. */
export async function findAddresses(text: string): Promise<string[]> {
  if (!text.includes('://')) return [];
  const outcome = await library['saving.find']({ text: text.slice(0, MOST_TEXT) });
  return outcome.ok ? outcome.value.addresses : [];
}

/** Saves pages as articles, and says that it is being done. @returns whether the library took all of them */
export async function savePages(addresses: readonly string[], labels?: Partial<ImportLabels>): Promise<boolean> {
  const { onDuplicate, saveMedia } = currentSettings();
  return await beginSaving(addresses, { onDuplicate, media: saveMedia, ...labels }, (count) => savingWords.starting(shortAddress(addresses[0] ?? ''), count));
}

type Begun = (importId: ImportId) => void;

/** Begins as many imports as it takes, and says so. @param onBegun learns of each before anything that has come of it is told */
export async function beginSaving(addresses: readonly string[], options: Partial<SaveOptions>, describe: (count: number) => string, onBegun: Begun = () => {}): Promise<boolean> {
  try {
    for (let start = 0; start < addresses.length; start += MOST_ADDRESSES) {
      const some = addresses.slice(start, start + MOST_ADDRESSES);
      const importId = await begin(some, options, onBegun);
      showToast(describe(some.length), { label: words.cancel, isUndo: true, run: () => void cancelImport(importId) }, importId);
    }
    return true;
  } catch (error) {
    const { title, action } = errorWords[error instanceof CallFailure ? error.code : 'internal'];
    showToast(`${title}. ${action}`);
    return false;
  } finally {
    void queryClient.invalidateQueries({ queryKey: ['imports', 'list'] });
  }
}

async function begin(addresses: string[], options: Partial<SaveOptions>, onBegun: Begun): Promise<ImportId> {
  const begun = valueOf(library['saving.start']({ addresses, options })).then(({ importId }) => {
    onBegun(importId);
    return importId;
  });
  beginning.add(begun);
  try {
    return await begun;
  } finally {
    beginning.delete(begun);
  }
}
