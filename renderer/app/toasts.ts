import { createStore } from './store.ts';

/** A short message that goes by itself, with at most one thing to do about it. */
export interface Toast {
  readonly id: number;
  readonly text: string;
  /** What it tells of, such as an import's id: whoever shows that takes the message away. */
  readonly about: string | null;
  readonly action: { readonly label: string; readonly run: () => void; readonly isUndo: boolean } | null;
}

/** Newest last. */
export const toasts = createStore<readonly Toast[]>([]);

let lastId = 0;
/** More than a few at once are noise. */
const MOST = 3;

export function showToast(text: string, action: Toast['action'] = null, about: string | null = null): void {
  lastId += 1;
  toasts.set([...toasts.get(), { id: lastId, text, action, about }].slice(-MOST));
}

export function dismissToast(id: number): void {
  toasts.set(toasts.get().filter((toast) => toast.id !== id));
}

/** Takes away what would only repeat what the user looks at. */
export function dismissToastsAbout(about: string): void {
  toasts.set(toasts.get().filter((toast) => toast.about !== about));
}

/** Takes back what the newest message offers to take back. @returns whether there was one. */
export function undoNewest(): boolean {
  const newest = toasts.get().findLast((toast) => toast.action?.isUndo);
  if (!newest) return false;
  dismissToast(newest.id);
  newest.action?.run();
  return true;
}
