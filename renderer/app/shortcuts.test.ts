import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../main/contract/commands.ts';
import { COMMAND_NAMES } from './commands.ts';
import { commandFor, keyCaps, type KeyPress } from './shortcuts.ts';

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

const OUTSIDE = { inField: false, letterKeys: true };
const IN_FIELD = { inField: true, letterKeys: true };

describe('commandFor', () => {
  it('knows the plain keys outside fields', () => {
    expect(commandFor(press('j'), OUTSIDE)).toBe('next');
    expect(commandFor(press('Delete'), OUTSIDE)).toBe('trash');
    expect(commandFor(press('?', { shiftKey: true }), OUTSIDE)).toBe('shortcuts');
    expect(commandFor(press('+', { shiftKey: true }), OUTSIDE)).toBe('text-larger');
    expect(commandFor(press('J', { shiftKey: true }), OUTSIDE)).toBeNull();
  });

  it('leaves text and its editing to fields', () => {
    expect(commandFor(press('j'), IN_FIELD)).toBeNull();
    expect(commandFor(press('?', { shiftKey: true }), IN_FIELD)).toBeNull();
    expect(commandFor(press('z', { ctrlKey: true }), IN_FIELD)).toBeNull();
    expect(commandFor(press('a', { metaKey: true }), IN_FIELD)).toBeNull();
    expect(commandFor(press('Backspace', { metaKey: true }), IN_FIELD)).toBeNull();
    expect(commandFor(press('Escape'), IN_FIELD)).toBeNull();
  });

  it('reaches search, commands and panes from anywhere', () => {
    expect(commandFor(press('F', { ctrlKey: true, shiftKey: true }), IN_FIELD)).toBe('search');
    expect(commandFor(press('f', { metaKey: true, shiftKey: true }), OUTSIDE)).toBe('search');
    expect(commandFor(press('k', { ctrlKey: true }), IN_FIELD)).toBe('palette');
    expect(commandFor(press('F6'), IN_FIELD)).toBe('next-pane');
    expect(commandFor(press('F6', { shiftKey: true }), IN_FIELD)).toBe('previous-pane');
  });

  it('leaves the keys of the browser alone', () => {
    expect(commandFor(press('f', { ctrlKey: true }), OUTSIDE)).toBeNull();
    expect(commandFor(press('j', { ctrlKey: true }), OUTSIDE)).toBeNull();
    expect(commandFor(press('u', { altKey: true }), OUTSIDE)).toBeNull();
    expect(commandFor(press('+', { ctrlKey: true }), OUTSIDE)).toBeNull();
  });

  it('leaves the keys of the list to the list', () => {
    for (const key of ['ArrowDown', 'ArrowUp', 'Enter']) expect(commandFor(press(key), OUTSIDE)).toBeNull();
  });

  it('takes no letter alone where the user has switched that off', () => {
    const off = { inField: false, letterKeys: false };
    expect(commandFor(press('j'), off)).toBeNull();
    expect(commandFor(press('/'), off)).toBeNull();
    expect(commandFor(press('Delete'), off)).toBe('trash');
    expect(commandFor(press('k', { ctrlKey: true }), off)).toBe('palette');
  });
});

describe('the table of commands', () => {
  it('gives no two commands the same keys', () => {
    const all = COMMAND_NAMES.flatMap((name) => [...COMMANDS[name].keys]);
    expect(all.filter((keys, index) => all.indexOf(keys) !== index)).toEqual([]);
  });

  it('is written out for people', () => {
    expect(keyCaps('Mod+Shift+F')).toEqual(['Ctrl', 'Shift', 'F']);
    expect(keyCaps('+')).toEqual(['+']);
    expect(keyCaps('ArrowDown')).toEqual(['↓']);
  });
});
