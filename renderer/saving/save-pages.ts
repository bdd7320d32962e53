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

/** What an import of addresses is for, where that is not to save new pages: to fetch articles again, or to keep addresses for want of a network. */
type Purpose = 'again' | 'offline';

interface Begun {
  readonly purpose: Purpose | undefined;
  readonly addresses: ReadonlySet<string>;
}

/** The imports of addresses that this window began. What comes of them is told in its words. */
const begunHere = new Map<ImportId, Begun>();

export function purposeOf(importId: ImportId): Purpose | undefined {
  return begunHere.get(importId)?.purpose;
}

/** Whether an import of this window is about an address. */
export function isAbout(importId: ImportId, address: string): boolean {
  return begunHere.get(importId)?.addresses.has(address) === true;
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

/** Keeps pages as articles that are to be fetched later: because that was asked for, or because there is no network. @returns whether the library took all of them */
export async function keepPages(addresses: readonly string[], labels?: Partial<ImportLabels>, purpose?: 'offline'): Promise<boolean> {
  return await beginSaving(addresses, { later: true, ...labels }, savingWords.unfetched.keeping, purpose);
}

/** Begins as many imports as it takes, and says so. */
export async function beginSaving(addresses: readonly string[], options: Partial<SaveOptions>, describe: (count: number) => string, purpose?: Purpose): Promise<boolean> {
  try {
    for (let start = 0; start < addresses.length; start += MOST_ADDRESSES) {
      const some = addresses.slice(start, start + MOST_ADDRESSES);
      const importId = await begin(some, options, purpose);
      showToast(describe(some.length), { label: words.cancel, isUndo: false, run: () => void cancelImport(importId) }, importId);
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

async function begin(addresses: string[], options: Partial<SaveOptions>, purpose: Purpose | undefined): Promise<ImportId> {
  const begun = valueOf(library['saving.start']({ addresses, options })).then(({ importId }) => {
    begunHere.set(importId, { purpose, addresses: new Set(addresses) });
    return importId;
  });
  beginning.add(begun);
  try {
    return await begun;
  } finally {
    beginning.delete(begun);
  }
}
