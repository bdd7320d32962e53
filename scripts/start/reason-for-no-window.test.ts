import { expect, it } from 'vitest';
import { reasonForNoWindow } from './reason-for-no-window.js';

const DESK = { platform: 'linux', isRoot: false, env: { DISPLAY: ':0' } };

it.each([
  ['X11', DESK],
  ['Wayland', { ...DESK, env: { WAYLAND_DISPLAY: 'wayland-0' } }],
  ['macOS, where no variable names the screen', { platform: 'darwin', isRoot: false, env: {} }],
  ['Windows', { platform: 'win32', isRoot: false, env: {} }],
  ['a CI variable that says no', { ...DESK, env: { DISPLAY: ':0', CI: 'false' } }],
  ['root who turned the sandbox off', { ...DESK, isRoot: true, env: { DISPLAY: ':0', ELECTRON_DISABLE_SANDBOX: '1' } }],
])('finds nothing against a window: %s', (_, here) => {
  expect(reasonForNoWindow(here)).toBeUndefined();
});

it.each([
  ['a server', { ...DESK, env: {} }, 'this session has no screen'],
  ['CI', { platform: 'win32', isRoot: false, env: { CI: 'true' } }, 'CI machine'],
  ['root', { ...DESK, isRoot: true }, 'does not work for root'],
])('says what is against a window: %s', (_, here, words) => {
  expect(reasonForNoWindow(here)).toContain(words);
});
