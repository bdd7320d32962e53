import { useSyncExternalStore } from 'react';
import { createStore } from '../app/store.ts';

const KEY = 'carrel.filters-open';

/** Whether the filters are shown beside results. It belongs to this machine's window and not to the library. */
const isOpen = createStore<boolean>(read());

export function useFiltersOpen(): boolean {
  return useSyncExternalStore(isOpen.subscribe, isOpen.get);
}

export function showFilters(open: boolean): void {
  isOpen.set(open);
  try {
    localStorage.setItem(KEY, String(open));
  } catch {
    // No storage is allowed: it is remembered for as long as the window is open.
  }
}

function read(): boolean {
  try {
    return globalThis.localStorage?.getItem(KEY) === 'true';
  } catch {
    // No storage is allowed: they are closed at first.
    return false;
  }
}
