import { createStore } from '../app/store.ts';

interface PasteOffer {
  /** The text to begin with. */
  readonly text: string;
  /** The addresses that links in it lead to, where they do not show. */
  readonly linked: readonly string[];
}

/** What is offered to be imported as a text; null while that dialog is closed. */
export const pasteOffer = createStore<PasteOffer | null>(null);

/** Offers to import a text: an empty one to be typed or pasted into, or one that was pasted onto the window. */
export function openPasteDialog(text: string, linked: readonly string[] = []): void {
  pasteOffer.set({ text, linked });
}
