import { useSyncExternalStore } from 'react';
import { createStore } from '../app/store.ts';

/** Grows when this window has had texts made anew: a frame that shows one then shows what it was. */
const edition = createStore(0);

export function textRenewed(): void {
  edition.set(edition.get() + 1);
}

export function useTextEdition(): number {
  return useSyncExternalStore(edition.subscribe, edition.get);
}
