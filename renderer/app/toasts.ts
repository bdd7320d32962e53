import { createStore } from './store.ts';

/** A short message that goes by itself, with at most one thing to do about it. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action: { readonly label: string; readonly run: () => void; readonly isUndo: boolean } | null;
}

/** Newest last. */
export const toasts = createStore<readonly Toast[]>([]);

let lastId = 0;
/** More than a few at once are noise. */
const MOST = 3;

export function showToast(text: string, action: Toast['action'] = null): void {
  lastId += 1;
  toasts.set([...toasts.get(), { id: lastId, text, action }].slice(-MOST));
}

export function dismissToast(id: number): void {
  toasts.set(toasts.get().filter((toast) => toast.id !== id));
}

/** Takes back what the newest message offers to take back. @returns whether there was one. */
export function undoNewest(): boolean {
  const newest = toasts.get().findLast((toast) => toast.action?.isUndo);
  if (!newest) return false;
  dismissToast(newest.id);
  newest.action?.run();
  return true;
}
