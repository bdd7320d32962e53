import { useLayoutEffect, useSyncExternalStore } from 'react';
import type { Settings } from '../../main/contract/settings.ts';
import { applyAppearance, moreContrast } from './apply-appearance.ts';
import { useSettings } from './settings-query.ts';

/** The settings that decide how text looks, drawn again when the system's wish for contrast changes. */
export function useAppearance(): Settings {
  useSyncExternalStore(watchContrast, () => moreContrast().matches);
  return useSettings();
}

/** Keeps the window's own document in the chosen appearance. */
export function useWindowAppearance(): void {
  const settings = useAppearance();
  useLayoutEffect(() => applyAppearance(document.documentElement, settings));
}

function watchContrast(onChange: () => void): () => void {
  const query = moreContrast();
  query.addEventListener('change', onChange);
  return () => query.removeEventListener('change', onChange);
}
