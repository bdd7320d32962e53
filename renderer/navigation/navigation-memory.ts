import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { createStore } from '../app/store.ts';

/** How the user left the navigation. It belongs to this machine's window and not to the library. */
const Memory = z.object({
  collapsed: z.boolean().catch(false),
  closedSections: z.array(z.string()).catch([]),
  openCollections: z.array(z.string()).catch([]),
});
type Memory = z.infer<typeof Memory>;

const KEY = 'carrel.navigation';

const memory = createStore<Memory>(read());

export function useNavigationMemory(): Memory {
  return useSyncExternalStore(memory.subscribe, memory.get);
}

export function rememberCollapsed(collapsed: boolean): void {
  write({ ...memory.get(), collapsed });
}

export function rememberSection(name: string, open: boolean): void {
  const { closedSections } = memory.get();
  write({ ...memory.get(), closedSections: open ? closedSections.filter((one) => one !== name) : [...closedSections, name] });
}

/** Opens or closes collections in the tree. */
export function rememberCollections(paths: readonly string[], open: boolean): void {
  const others = memory.get().openCollections.filter((one) => !paths.includes(one));
  write({ ...memory.get(), openCollections: open ? [...others, ...paths].slice(-MOST_OPEN) : others });
}

/** Collections come and go, and nobody tells this list. */
const MOST_OPEN = 500;

function read(): Memory {
  try {
    return Memory.parse(JSON.parse(globalThis.localStorage?.getItem(KEY) ?? '{}'));
  } catch {
    // Written by another version, or no storage is allowed: then the navigation is as it is at first.
    return Memory.parse({});
  }
}

function write(next: Memory): void {
  memory.set(next);
  try {
    localStorage.setItem(KEY, JSON.stringify(next));
  } catch {
    // No storage is allowed: it is remembered for as long as the window is open.
  }
}
