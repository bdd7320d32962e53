import { describe, expect, it } from 'vitest';
import { commandFor, type KeyPress } from './shortcuts.ts';

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held };
}

describe('commandFor', () => {
  it('knows the plain keys outside fields', () => {
    expect(commandFor(press('j'), false)).toBe('next');
    expect(commandFor(press('Delete'), false)).toBe('trash');
    expect(commandFor(press('?', { shiftKey: true }), false)).toBe('shortcuts');
  });

  it('leaves text to fields', () => {
    expect(commandFor(press('j'), true)).toBeNull();
    expect(commandFor(press('z', { ctrlKey: true }), true)).toBeNull();
    expect(commandFor(press('Escape'), true)).toBeNull();
  });

  it('reaches the search from anywhere', () => {
    expect(commandFor(press('F', { ctrlKey: true, shiftKey: true }), true)).toBe('search');
    expect(commandFor(press('f', { metaKey: true, shiftKey: true }), false)).toBe('search');
  });

  it('leaves the keys of the browser alone', () => {
    expect(commandFor(press('f', { ctrlKey: true }), false)).toBeNull();
    expect(commandFor(press('j', { ctrlKey: true }), false)).toBeNull();
    expect(commandFor(press('u', { altKey: true }), false)).toBeNull();
  });
});
