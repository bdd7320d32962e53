import { COMMANDS, type CommandName } from '../../main/contract/commands.ts';
import { currentSettings } from '../settings/settings-query.ts';
import { COMMAND_NAMES, runCommand } from './commands.ts';
import { words } from './words.ts';

/** The part of a keyboard event that decides; the article's frame lends its own events. */
export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

interface Situation {
  /** Whether what has the focus takes text. */
  readonly inField: boolean;
  /** Whether letters and signs alone are commands. */
  readonly letterKeys: boolean;
}

/** These keys mean something only to the list that has the focus, which answers them itself. */
const KEYS_OF_THE_LIST = new Set(['ArrowDown', 'ArrowUp', 'Enter']);

/** In a field these keys edit its text. */
const KEYS_OF_A_FIELD = new Set(['Mod+Z', 'Mod+A', 'Mod+Backspace']);

const BY_KEYS: ReadonlyMap<string, CommandName> = new Map(
  COMMAND_NAMES.flatMap((name) => COMMANDS[name].keys.filter((keys) => !KEYS_OF_THE_LIST.has(keys)).map((keys) => [keys, name] as const)),
);

/** The command of a key. In a field, keys without Ctrl or Cmd are text, and Escape is the field's own; F6 counts everywhere. */
export function commandFor(press: KeyPress, { inField, letterKeys }: Situation): CommandName | null {
  if (press.altKey) return null;
  const keys = writeKeys(press);
  const isFunctionKey = /^(Shift\+)?F\d+$/.test(keys);
  if (inField && !isFunctionKey && (!keys.startsWith('Mod+') || KEYS_OF_A_FIELD.has(keys))) return null;
  if (!letterKeys && keys.length === 1) return null;
  return BY_KEYS.get(keys) ?? null;
}

/** A press as the table of commands writes it. Of a sign alone, Shift is a part: `?`. */
function writeKeys({ key, ctrlKey, metaKey, shiftKey }: KeyPress): string {
  const mod = ctrlKey || metaKey;
  const isSign = key.length === 1;
  const shift = shiftKey && (mod || !isSign);
  return `${mod ? 'Mod+' : ''}${shift ? 'Shift+' : ''}${mod && isSign ? key.toUpperCase() : key}`;
}

/** Whether keys typed here are text. */
export function isField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['button', 'checkbox', 'radio', 'range', 'file'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable;
}

/** Runs what a key asks for, unless something nearer to it already has, or a dialog is open. */
export function handleKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  if (document.querySelector('dialog[open]') || isInPanel(event.target)) return;
  const { letterKeys } = currentSettings();
  const command = commandFor(event, { inField: isField(event.target), letterKeys });
  if (command && runCommand(command)) event.preventDefault();
}

/** In a panel that lies over an article, keys must not act on what lies under it. */
function isInPanel(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role=dialog]') !== null;
}

const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? '');

/** Keys as they are printed on the user's keyboard, one cap each. */
export function keyCaps(keys: string): readonly string[] {
  return keys.split(/(?<=.)\+/).map((key) => (key === 'Mod' ? (isApple ? '⌘' : 'Ctrl') : (words.keyNames[key] ?? key)));
}

/** For `aria-keyshortcuts`. */
export function ariaKeys(name: CommandName): string | undefined {
  const written = COMMANDS[name].keys.map((keys) => keys.replace('Mod', isApple ? 'Meta' : 'Control'));
  return written.length > 0 ? written.join(' ') : undefined;
}
