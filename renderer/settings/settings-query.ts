import { queryOptions, useQuery } from '@tanstack/react-query';
import { DEFAULT_SETTINGS, Settings, type SettingsChange } from '../../main/contract/settings.ts';
import { errorWords } from '../app/error-words.ts';
import { CallFailure, library, valueOf } from '../app/library-client.ts';
import { queryClient } from '../app/query-client.ts';
import { showToast } from '../app/toasts.ts';

const STORAGE_KEY = 'carrel.settings';

/** What the user chose. */
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: async () => {
    const settings = await valueOf(library['settings.get']({}));
    keep(settings);
    return settings;
  },
});

/** Until the library has answered, what a window last heard from it: the first picture must not be in another theme. */
const kept = readKept();

export function useSettings(): Settings {
  return useQuery(settingsQuery).data ?? kept;
}

/** The same, outside of React. */
export function currentSettings(): Settings {
  return queryClient.getQueryData(settingsQuery.queryKey) ?? kept;
}

/** Changes of this window that the library has not answered yet. */
let unanswered = 0;

/** Changes settings: shown at once, taken back when the library refuses. */
export async function changeSettings(change: SettingsChange): Promise<void> {
  const { queryKey } = settingsQuery;
  // An answer that is on its way would show the setting as it was.
  void queryClient.cancelQueries({ queryKey }, { revert: false });
  queryClient.setQueryData(queryKey, Settings.parse({ ...currentSettings(), ...change }));
  unanswered += 1;
  try {
    await valueOf(library['settings.change'](change));
  } catch (error) {
    const { title, action } = errorWords[error instanceof CallFailure ? error.code : 'internal'];
    showToast(`${title}. ${action}`);
  } finally {
    unanswered -= 1;
    settingsChanged();
  }
}

/** Asks again, unless a change of this window is still on its way: until it is made, the library would answer with the past. */
export function settingsChanged(): void {
  if (unanswered === 0) void queryClient.invalidateQueries({ queryKey: settingsQuery.queryKey });
}

function readKept(): Settings {
  try {
    return Settings.parse(JSON.parse(globalThis.localStorage?.getItem(STORAGE_KEY) ?? '{}'));
  } catch {
    // Storage may be switched off in a browser, or hold what an older Carrel wrote.
    return DEFAULT_SETTINGS;
  }
}

function keep(settings: Settings): void {
  try {
    globalThis.localStorage?.setItem(STORAGE_KEY, JSON.stringify(settings));
  } catch {
    // Without storage the next window begins in the system's theme, for as long as an answer takes.
  }
}
