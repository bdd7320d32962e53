import type { BrowserWindow as RealWindow, BrowserWindowConstructorOptions, WebContents, WebFrameMain } from 'electron';
import { allWindowsClosed, emitApp, windowsPart } from './app.ts';
import { invoke } from './ipc.ts';
import { ElectronEmitter, FakeEvent, type Names, type NoneBut } from './names.ts';
import { runPreload, type PreloadedPage } from './preload-page.ts';
import { requestThroughLocks } from './session.ts';
import { happened, needsReady } from './world.ts';

type OpenHandler = (details: { url: string }) => { action: string };

/** What the test may look at behind a page; the page itself has only Electron's names. */
export interface Behind {
  page: PreloadedPage | undefined;
  openHandler: OpenHandler | undefined;
  loading: Promise<void>;
}

export const behind = new WeakMap<FakeWebContents, Behind>();

/** A frame as a message's sender. */
export function fakeFrame(url: string, parent: object | null = null) {
  return { url, parent, routingId: 1, processId: 1 } satisfies Names<WebFrameMain>;
}

class FakeWebContents extends ElectronEmitter {
  readonly #preload: string | undefined;
  #url = '';
  #destroyed = false;
  #isLoading = false;

  constructor(preload: string | undefined) {
    super('WebContents');
    this.#preload = preload;
    behind.set(this, { page: undefined, openHandler: undefined, loading: Promise.resolve() });
  }

  get mainFrame() {
    return fakeFrame(this.#url);
  }

  getURL(): string {
    return this.#url;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isLoadingMainFrame(): boolean {
    return this.#isLoading;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    look(this).openHandler = handler;
  }

  send(channel: string, ...args: readonly unknown[]): void {
    look(this).page?.receive(channel, args);
  }

  loadURL(url: string): Promise<void> {
    const loading = this.#load(url);
    look(this).loading = loading.catch(() => {});
    return loading;
  }

  reload(): void {
    happened.push('reload');
    this.loadURL(this.#url).catch(() => {});
  }

  forcefullyCrashRenderer(): void {
    look(this).page = undefined;
    this.emit('render-process-gone', new FakeEvent(), { reason: 'killed', exitCode: 9 });
  }

  async #load(url: string): Promise<void> {
    this.#isLoading = true;
    look(this).page = undefined;
    const response = await requestThroughLocks(url, new Request(url));
    if (this.#destroyed) return;
    this.#isLoading = false;
    if (!response) {
      this.emit('did-fail-load', new FakeEvent(), -20, 'ERR_BLOCKED_BY_CLIENT', url, true);
      throw new Error(`ERR_BLOCKED_BY_CLIENT (-20) loading '${url}'`);
    }
    this.#url = url;
    const event = () => ({ sender: this, senderFrame: this.mainFrame, type: 'frame', frameId: 1, processId: 1 });
    if (this.#preload !== undefined) look(this).page = runPreload(this.#preload, (channel, args) => invoke(event(), channel, args));
    happened.push('page:loaded');
    this.emit('dom-ready', new FakeEvent());
    this.emit('did-finish-load');
  }

  /** What happens to the page when its window goes. */
  close(): void {
    this.#destroyed = true;
    look(this).page = undefined;
    this.emit('destroyed');
  }
}

function look(contents: FakeWebContents): Behind {
  const found = behind.get(contents);
  if (!found) throw new Error('Every page is looked behind');
  return found;
}

const windows: FakeWindow[] = [];
let focusedId: number | undefined;

class FakeWindow extends ElectronEmitter {
  static getAllWindows(): FakeWindow[] {
    return [...windows];
  }

  static getFocusedWindow(): FakeWindow | null {
    return windows.find(({ id }) => id === focusedId) ?? null;
  }

  static fromWebContents(contents: FakeWebContents): FakeWindow | null {
    return windows.find((one) => one.webContents === contents) ?? null;
  }

  readonly webContents: FakeWebContents;
  readonly id: number;
  #bounds: { x: number; y: number; width: number; height: number };
  #state: { visible: boolean; maximized: boolean; minimized: boolean; fullScreen: boolean; destroyed: boolean };

  constructor(options: BrowserWindowConstructorOptions) {
    super('BrowserWindow');
    needsReady('BrowserWindow');
    created.push(options);
    this.id = created.length;
    this.#bounds = { x: options.x ?? 0, y: options.y ?? 0, width: options.width ?? 800, height: options.height ?? 600 };
    this.#state = { visible: options.show !== false, maximized: false, minimized: false, fullScreen: false, destroyed: false };
    this.webContents = new FakeWebContents(options.webPreferences?.preload);
    windows.unshift(this);
    emitApp('web-contents-created', this.webContents);
    emitApp('browser-window-created', this);
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'));
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }

  getNormalBounds() {
    return { ...this.#bounds };
  }

  getBounds() {
    return { ...this.#bounds };
  }

  setBounds(bounds: Partial<{ x: number; y: number; width: number; height: number }>): void {
    this.#bounds = { ...this.#bounds, ...bounds };
    this.emit('resize');
    this.emit('move');
  }

  isDestroyed(): boolean {
    return this.#state.destroyed;
  }

  isVisible(): boolean {
    return this.#state.visible;
  }

  isMaximized(): boolean {
    return this.#state.maximized;
  }

  isMinimized(): boolean {
    return this.#state.minimized;
  }

  isFullScreen(): boolean {
    return this.#state.fullScreen;
  }

  maximize(): void {
    this.#state.maximized = true;
    this.#state.visible = true;
    this.emit('maximize');
  }

  minimize(): void {
    this.#state.minimized = true;
  }

  restore(): void {
    this.#state.minimized = false;
  }

  setFullScreen(fullScreen: boolean): void {
    this.#state.fullScreen = fullScreen;
  }

  show(): void {
    this.#state.visible = true;
    this.focus();
  }

  focus(): void {
    focusedId = this.id;
    happened.push(`focus:${this.id}`);
  }

  blur(): void {
    focusedId = undefined;
  }

  close(): void {
    const event = new FakeEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#state.destroyed) return;
    this.#state.destroyed = true;
    this.webContents.close();
    windows.splice(windows.indexOf(this), 1);
    if (focusedId === this.id) focusedId = undefined;
    this.emit('closed');
    if (windows.length === 0) setImmediate(allWindowsClosed);
  }
}

/** With which options each window was made. */
export const created: BrowserWindowConstructorOptions[] = [];

export { FakeWindow as BrowserWindow, type FakeWebContents };

windowsPart.count = () => windows.length;
windowsPart.closeAll = () => {
  for (const window of FakeWindow.getAllWindows()) window.close();
  // A window that prevented its closing is still there, and so the application is.
  return windows.length === 0;
};

/** Compile only while the classes have no names of their own. */
export const checkedNames: readonly [NoneBut<RealWindow, FakeWindow>, NoneBut<WebContents, FakeWebContents>, NoneBut<typeof RealWindow, typeof FakeWindow>] = [true, true, true];

