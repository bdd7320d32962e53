import { showToast } from './toasts.ts';
import { words } from './words.ts';

/** Puts a text on the clipboard and says so; a browser may refuse, and that is said too. */
export async function copyText(text: string, done: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast(done);
  } catch {
    // The text can still be selected by hand.
    showToast(words.reader.copyFailed);
  }
}
