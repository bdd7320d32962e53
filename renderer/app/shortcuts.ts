import { runCommand, type CommandName } from './commands.ts';
import { words } from './words.ts';

/** The part of a keyboard event that decides; the article's frame lends its own events. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

const PLAIN: Record<string, CommandName> = {
  '/': 'search',
  j: 'next',
  k: 'previous',
  u: 'toggle-read',
  f: 'toggle-favourite',
  Delete: 'trash',
  Escape: 'back',
  '?': 'shortcuts',
};

/**
 * The command of a key. In a field, plain keys are text: only keys with Ctrl or Cmd and F6 count there.
 * Escape and Ctrl+Z belong to a field as long as it has focus.
 */
export function commandFor(press: KeyPress, inField: boolean): CommandName | null {
  const { key, shiftKey, altKey } = press;
  const primary = press.ctrlKey || press.metaKey;
  if (key === 'F6') return shiftKey ? 'previous-pane' : 'next-pane';
  if (primary && shiftKey && key.toLowerCase() === 'f') return 'search';
  if (inField || altKey) return null;
  if (press.metaKey && key === 'Backspace') return 'trash';
  if (primary) return key.toLowerCase() === 'z' && !shiftKey ? 'undo' : null;
  return PLAIN[key] ?? null;
}

/** Whether keys typed here are text. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['button', 'checkbox', 'radio', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** Runs what a key asks for, unless something nearer to it already has, or a dialog is open. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  if (document.querySelector('dialog[open]')) return;
  const command = commandFor(event, isField(event.target));
  if (command && runCommand(command)) event.preventDefault();
}

const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');
const PRIMARY = isApple ? '⌘' : 'Ctrl';

/** The shortcut sheet: what can be done, and the keys for it. */
export const SHORTCUT_SHEET: readonly { readonly does: string; readonly keys: readonly string[] }[] = [
  { does: words.shortcuts.search, keys: ['/', `${PRIMARY} Shift F`] },
  { does: words.shortcuts.next, keys: ['j', '↓'] },
  { does: words.shortcuts.previous, keys: ['k', '↑'] },
  { does: words.shortcuts.open, keys: ['Enter'] },
  { does: words.shortcuts.back, keys: ['Esc'] },
  { does: words.shortcuts.toggleRead, keys: ['u'] },
  { does: words.shortcuts.toggleFavourite, keys: ['f'] },
  { does: words.shortcuts.trash, keys: ['Delete'] },
  { does: words.shortcuts.undo, keys: [`${PRIMARY} Z`] },
  { does: words.shortcuts.panes, keys: ['F6'] },
  { does: words.shortcuts.sheet, keys: ['?'] },
];
