import { useSyncExternalStore } from 'react';
import { createStore } from '../app/store.ts';

/** How many articles the library is working on for this window, once that takes long enough to be told; 0 otherwise. */
const working = createStore(0);

/** What is done sooner needs no sign that it is being done. */
const SLOW_MS = 300;

export function useBusyCount(): number {
  return useSyncExternalStore(working.subscribe, working.get);
}

/** Runs a change of so many articles; when it takes a while, the window says so. */
export async function whileBusy<Value>(count: number, work: () => Promise<Value>): Promise<Value> {
  let told = 0;
  const timer = setTimeout(() => {
    told = count;
    working.set(working.get() + told);
  }, SLOW_MS);
  try {
    return await work();
  } finally {
    clearTimeout(timer);
    working.set(working.get() - told);
  }
}
