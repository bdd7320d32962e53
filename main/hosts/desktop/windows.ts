import path from 'node:path';
import { app, BrowserWindow, nativeTheme, screen, type WebContents } from 'electron';
import type { BridgeTopics } from '../../contract/window-bridge.ts';
import { windowUrl } from './app-address.ts';
import { CHANNELS } from './channels.ts';
import { besideBounds, fitBounds, LEAST_SIZE, type Rectangle } from './window-bounds.ts';
import type { WindowStore } from './window-store.ts';

/** The background until the page is drawn, as the window's own styles have it. */
const PAPER = { light: '#fbfaf8', dark: '#191a1c' } as const;
const KEEP_PLACE_AFTER_MS = 500;

/** The windows of the application: opening them, telling them something. */
export class Windows {
  readonly #store: WindowStore;

  constructor(store: WindowStore) {
    this.#store = store;
    screen.on('display-removed', () => this.#bringBack());
  }

  /** The window in use: the one with the focus, or else the newest. */
  get current(): BrowserWindow | undefined {
    return BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  }

  /** Opens a window at a place (`/a/ID`). It shows itself when it has something to show. */
  open(place = '/'): BrowserWindow {
    const beside = this.current;
    const left = this.#store.read();
    const bounds = beside ? besideBounds(beside.getNormalBounds(), workAreas()) : fitBounds(left?.bounds, workAreas());
    const window = new BrowserWindow({
      ...bounds,
      minWidth: LEAST_SIZE.width,
      minHeight: LEAST_SIZE.height,
      title: 'Carrel',
      show: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
      ...(process.platform === 'linux' ? { icon: path.join(import.meta.dirname, '../../resources/icons/carrel.png') } : {}),
      webPreferences: {
        preload: path.join(import.meta.dirname, 'preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        nodeIntegrationInWorker: false,
        webviewTag: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        devTools: !app.isPackaged,
      },
    });
    window.once('ready-to-show', () => {
      if (!beside && left?.isMaximized) window.maximize();
      if (!beside && left?.isFullScreen) window.setFullScreen(true);
      window.show();
    });
    this.#keepPlace(window);
    // What comes of a page that does not load is told by recover.ts.
    window.loadURL(windowUrl(place)).catch(() => {});
    return window;
  }

  /** Brings the window in use to the front, or opens one. */
  show(): BrowserWindow {
    const window = this.current;
    if (!window) return this.open();
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    return window;
  }

  /** Shows a place in the window in use, in front, or in a new one. */
  showPlace(place: string): void {
    if (this.current) tell(this.show().webContents, 'open', place);
    else this.open(place);
  }

  tellAll<Topic extends keyof BridgeTopics>(topic: Topic, message: BridgeTopics[Topic]): void {
    for (const window of BrowserWindow.getAllWindows()) tell(window.webContents, topic, message);
  }

  #keepPlace(window: BrowserWindow): void {
    let timer: NodeJS.Timeout | undefined;
    const keep = () => {
      clearTimeout(timer);
      if (window.isDestroyed() || window.isMinimized()) return;
      this.#store.write({ bounds: roundBounds(window.getNormalBounds()), isMaximized: window.isMaximized(), isFullScreen: window.isFullScreen() });
    };
    const keepSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(keep, KEEP_PLACE_AFTER_MS);
    };
    window.on('resize', keepSoon);
    window.on('move', keepSoon);
    window.on('close', keep);
    window.on('closed', () => clearTimeout(timer));
  }

  /** Windows on a display that was unplugged; most systems move them themselves, some do not. */
  #bringBack(): void {
    const areas = workAreas();
    for (const window of BrowserWindow.getAllWindows()) {
      if (window.isMaximized() || window.isFullScreen()) continue;
      const bounds = roundBounds(window.getNormalBounds());
      const fitted = fitBounds(bounds, areas);
      if (fitted.x !== bounds.x || fitted.y !== bounds.y) window.setBounds(fitted);
    }
  }
}

/** Tells a window something; one that is still being loaded hears it when it is there. */
export function tell<Topic extends keyof BridgeTopics>(contents: WebContents, topic: Topic, message: BridgeTopics[Topic]): void {
  if (contents.isDestroyed()) return;
  if (contents.isLoadingMainFrame()) contents.once('did-finish-load', () => contents.send(CHANNELS.tell, topic, message));
  else contents.send(CHANNELS.tell, topic, message);
}

function workAreas(): Rectangle[] {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => roundBounds(workArea));
}

/** Scaled displays give fractions. */
function roundBounds({ x, y, width, height }: Rectangle): Rectangle {
  return { x: Math.round(x), y: Math.round(y), width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
}
