import type { MenuItemConstructorOptions } from 'electron';
import { CHANNELS } from '../channels.ts';
import { app, emitApp } from './app.ts';
import { invoke, openChannels } from './ipc.ts';
import { eventWith, FakeEvent } from './names.ts';
import { droppedFile } from './preload-page.ts';
import { locks, requestThroughLocks } from './session.ts';
import { dialogs, menus, removeDisplay, shellCalls } from './system.ts';
import { children } from './utility-process.ts';
import { behind, BrowserWindow, created, fakeFrame } from './windows.ts';
import { happened } from './world.ts';

/*
 * What a test can do to the pretended system, and ask of it. Windows are named by their number, from 1 on. Everything
 * crosses as JSON.
 */

function windowOf(id: number): BrowserWindow {
  const window = BrowserWindow.getAllWindows().find((one) => one.id === id);
  if (!window) throw new Error(`There is no window ${id}`);
  return window;
}

async function pageOf(id: number) {
  const looked = behind.get(windowOf(id).webContents);
  await looked?.loading;
  const api = looked?.page?.exposed.get('carrel');
  if (!api) throw new Error(`The page of window ${id} was given nothing`);
  return api;
}

const told: { window: number; topic: string; message: unknown }[] = [];

function noteTold(message: (typeof told)[number]): void {
  told.push(message);
  process.send?.({ told: message });
}

async function bodyOf(response: Response): Promise<{ body: string; base64: string }> {
  const bytes = Buffer.from(await response.arrayBuffer());
  return { body: bytes.toString(), base64: bytes.toString('base64') };
}

/** A sender that is not the page of one of our windows. */
const STRANGERS = {
  'a frame that is gone': (id: number) => ({ sender: windowOf(id).webContents, senderFrame: null }),
  'an article\'s frame': (id: number) => ({ sender: windowOf(id).webContents, senderFrame: fakeFrame('carrel-app://library/articles/abc/', fakeFrame('carrel-app://library/')) }),
  'a frame of the window\'s address': (id: number) => ({ sender: windowOf(id).webContents, senderFrame: fakeFrame('carrel-app://library/', fakeFrame('carrel-app://library/')) }),
  'an article in place of the window': (id: number) => ({ sender: windowOf(id).webContents, senderFrame: fakeFrame('carrel-app://library/articles/abc/') }),
  'another host': (id: number) => ({ sender: windowOf(id).webContents, senderFrame: fakeFrame('carrel-app://elsewhere/') }),
  'a web page': (id: number) => ({ sender: windowOf(id).webContents, senderFrame: fakeFrame('https://example.org/') }),
  'a file': (id: number) => ({ sender: windowOf(id).webContents, senderFrame: fakeFrame('file:///etc/passwd') }),
  'an address that ends like ours': (id: number) => ({ sender: windowOf(id).webContents, senderFrame: fakeFrame('https://x/carrel-app://library/') }),
  'a page without a window': () => ({ sender: {}, senderFrame: fakeFrame('carrel-app://library/') }),
};

/** One item of the menu, as far as a test can see it. */
interface SeenItem {
  readonly id: string | undefined;
  readonly label: string | undefined;
  readonly role: string | undefined;
  readonly accelerator: string | undefined;
  readonly registerAccelerator: boolean | undefined;
  readonly clickable: boolean;
  readonly items: readonly SeenItem[];
}

function see(item: MenuItemConstructorOptions): SeenItem {
  const { id, label, role, accelerator, registerAccelerator, click, submenu } = item;
  return { id, label, role, accelerator, registerAccelerator, clickable: click !== undefined, items: Array.isArray(submenu) ? submenu.map(see) : [] };
}

function allItems(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? allItems(item.submenu) : [])]);
}

export const actions = {
  happened: () => happened,
  told: () => told,
  channels: openChannels,
  schemes: () => locks.schemes,
  spellChecker: () => locks.spellChecker,
  windows: () =>
    BrowserWindow.getAllWindows().map((window) => ({
      id: window.id,
      url: window.webContents.getURL(),
      bounds: window.getBounds(),
      visible: window.isVisible(),
      maximized: window.isMaximized(),
      minimized: window.isMinimized(),
      focused: BrowserWindow.getFocusedWindow() === window,
    })),
  madeWith: () => created,
  profile: () => app.getPath('userData'),

  /** A request of the page, through all locks; null when it was cancelled. */
  fetch: async (url: string, method = 'GET', headers: Readonly<Record<string, string>> = {}) => {
    // Node's class would tidy the address up before anybody sees it.
    const asWritten = new Proxy(new Request('carrel-app://library/', { method, headers }), { get: (request, name) => (name === 'url' ? url : Reflect.get(request, name, request)) });
    const response = await requestThroughLocks(url, asWritten);
    return response ? { status: response.status, headers: Object.fromEntries(response.headers), ...(await bodyOf(response)) } : null;
  },

  exposed: async (id: number) => {
    const looked = behind.get(windowOf(id).webContents);
    await looked?.loading;
    return Object.fromEntries([...(looked?.page?.exposed ?? [])].map(([name, api]) => [name, Object.keys(api)]));
  },
  call: async (id: number, method: string, input: unknown) => (await pageOf(id))['call']?.(method, input),
  importDropped: async (id: number, files: readonly { name: string; path?: string }[], options?: unknown) =>
    (await pageOf(id))['importDropped']?.(files.map(({ name, path }) => droppedFile(name, path)), options),
  /** The page listens from now on; what was told before it did reaches it too. */
  listen: async (id: number) => {
    const page = await pageOf(id);
    for (const topic of ['library', 'command', 'condition', 'open']) page['subscribe']?.(topic, (message: unknown) => noteTold({ window: id, topic, message }));
  },
  strangers: () => Object.keys(STRANGERS),
  invokeAs: async (stranger: string, id: number, channel: keyof typeof CHANNELS, args: readonly unknown[]) => {
    const make = Object.entries(STRANGERS).find(([name]) => name === stranger)?.[1];
    if (!make) throw new Error(`Who is ${stranger}?`);
    try {
      return { answered: await invoke(make(id), CHANNELS[channel], args) };
    } catch (error) {
      return { refused: String(error) };
    }
  },

  navigate: (id: number, event: 'will-navigate' | 'will-frame-navigate' | 'will-redirect', url: string, isMainFrame: boolean) => {
    const details = eventWith({ url, isMainFrame, isSameDocument: false, frame: null });
    windowOf(id).webContents.emit(event, details, url);
    return { prevented: details.defaultPrevented };
  },
  attachWebview: (id: number) => {
    const event = new FakeEvent();
    windowOf(id).webContents.emit('will-attach-webview', event, {}, {});
    return { prevented: event.defaultPrevented };
  },
  openWindow: async (id: number, url: string) => {
    shellCalls.insideHandler = true;
    const answer = behind.get(windowOf(id).webContents)?.openHandler?.({ url });
    shellCalls.insideHandler = false;
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
    return { action: answer?.action, external: shellCalls.external, tooEarly: shellCalls.violations };
  },

  permission: async (permission: string, requestingUrl: string, isMainFrame: boolean) => ({
    requested: await new Promise((resolve) => (locks.permissionRequest ? locks.permissionRequest({}, permission, resolve, { requestingUrl, isMainFrame }) : resolve(true))),
    checked: locks.permissionCheck?.({}, permission, new URL(requestingUrl).origin, { requestingUrl, isMainFrame }) ?? true,
  }),
  device: (deviceType: string) => locks.device?.({ deviceType, origin: 'carrel-app://library', device: {} }) ?? true,

  answer: (answers: { open?: string[]; save?: string; button?: number }) => {
    if (answers.open) dialogs.answers.open.push(answers.open);
    if (answers.save !== undefined) dialogs.answers.save.push(answers.save);
    if (answers.button !== undefined) dialogs.answers.button.push(answers.button);
  },
  dialogs: () => dialogs.shown,
  menu: () => menus.template.map(see),
  click: (idOrLabel: string) => {
    const item = allItems(menus.template).find(({ id, label }) => id === idOrLabel || label === idOrLabel);
    if (!item?.click) throw new Error(`Nothing in the menu does "${idOrLabel}"`);
    Reflect.apply(item.click, undefined, [item, undefined, {}]);
  },

  emitApp: (event: string, ...args: unknown[]) => emitApp(event, ...args),
  quit: () => app.quit(),
  libraryPid: () => children.at(-1)?.pid ?? null,
  killLibrary: () => {
    const pid = children.at(-1)?.pid;
    if (pid === undefined) throw new Error('No library process is running');
    process.kill(pid, 'SIGKILL');
  },
  /** What V8 does to a process that has no memory left. */
  exhaustLibrary: () => {
    const child = children.at(-1);
    if (child?.pid === undefined) throw new Error('No library process is running');
    child.emit('error', 'FatalError', 'Reached heap limit', '{}');
    process.kill(child.pid, 'SIGKILL');
  },
  libraryStarts: () => children.length,
  removeDisplay,
  setBounds: (id: number, bounds: { x: number; y: number; width: number; height: number }) => windowOf(id).setBounds(bounds),
  maximize: (id: number) => windowOf(id).maximize(),
  minimize: (id: number) => windowOf(id).minimize(),
  close: (id: number) => windowOf(id).close(),
  crashPage: (id: number, reason: string) => void windowOf(id).webContents.emit('render-process-gone', new FakeEvent(), { reason, exitCode: 1 }),
  hangPage: (id: number) => void windowOf(id).emit('unresponsive'),
};

export type Actions = typeof actions;

/** Does what the test asks for. */
export function serveTest(): void {
  process.on('message', (message) => {
    if (typeof message === 'object' && message !== null && 'ask' in message && 'name' in message && 'args' in message) void answer(message);
  });
  process.on('disconnect', () => process.exit(1));
}

async function answer({ ask, name, args }: { ask: unknown; name: unknown; args: unknown }): Promise<void> {
  const action = Object.entries(actions).find(([known]) => known === name)?.[1];
  try {
    if (!action || !Array.isArray(args)) throw new Error(`The driver cannot do "${String(name)}"`);
    const value: unknown = await Reflect.apply(action, undefined, args);
    process.send?.({ answer: ask, value: JSON.stringify({ value }) });
  } catch (error) {
    process.send?.({ answer: ask, failed: String(error) });
  }
}
