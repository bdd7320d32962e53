import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { createStore } from '../app/store.ts';

const KEY = 'carrel.searches';
const MOST = 20;

/** What was searched for, the newest first. It belongs to this machine's window: it goes into no library and no export. */
const searches = createStore<readonly string[]>(read());

export function useRecentSearches(): readonly string[] {
  return useSyncExternalStore(searches.subscribe, searches.get);
}

/** A search that somebody completed: with Enter, or by opening what it found. */
export function noteSearch(query: string): void {
  const text = query.trim();
  if (text !== '' && searches.get()[0] !== text) write(withSearch(searches.get(), text));
}

export function clearSearches(): void {
  write([]);
}

/** The newest first, each once, and no more than can be of use. */
export function withSearch(known: readonly string[], query: string): readonly string[] {
  return [query, ...known.filter((one) => one !== query)].slice(0, MOST);
}

function write(next: readonly string[]): void {
  searches.set(next);
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // No storage is allowed: they are remembered for as long as the window is open.
  }
}

function read(): readonly string[] {
  try {
    return z.array(z.string().max(2_000)).max(MOST).parse(JSON.parse(globalThis.localStorage?.getItem(KEY) ?? '[]'));
  } catch {
    // Written by another version, or no storage is allowed: there are none then.
    return [];
  }
}
