import { useSyncExternalStore } from 'react';
import { createStore } from './store.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const STORAGE_KEY = 'carrel.theme';
const theme = createStore<Theme>(readTheme());

function readTheme(): Theme {
  const kept = storage()?.getItem(STORAGE_KEY);
  return THEMES.find((known) => known === kept) ?? 'system';
}

/** Storage may be switched off in a browser; then the theme lasts as long as the window. */
function storage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

export function useTheme(): Theme {
  return useSyncExternalStore(theme.subscribe, theme.get);
}

/** Changes the theme of the window, and keeps it. */
export function chooseTheme(next: Theme): void {
  if (next === 'system') storage()?.removeItem(STORAGE_KEY);
  else storage()?.setItem(STORAGE_KEY, next);
  theme.set(next);
  applyTheme(document.documentElement, next);
}

/** Gives a document (the window's or an article's) its theme; without the attribute it follows the system. */
export function applyTheme(root: HTMLElement, next: Theme = theme.get()): void {
  if (next === 'system') delete root.dataset['theme'];
  else root.dataset['theme'] = next;
}
