import type { BrowserWindow } from 'electron';
import { ask, say } from './dialogs.ts';

/** Failing more often than this within the time is no accident any more. */
const MOST_FAILURES = 3;
const WITHIN_MS = 60_000;

/** Loads a window again whose page died, and says so; asks what to do with one that hangs. */
export function recoverWindow(window: BrowserWindow, now: () => number = Date.now): void {
  const { webContents } = window;
  let failures: number[] = [];
  let asking = false;

  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    failures = [...failures.filter((failure) => now() - failure < WITHIN_MS), now()];
    if (failures.length > MOST_FAILURES) void offerReload();
    else {
      webContents.reload();
      void say(window, 'info', 'The window had failed and was loaded again.', `Your articles are safe, and imports went on meanwhile. (${reason})`);
    }
  });

  window.on('unresponsive', () => {
    if (asking) return;
    asking = true;
    void ask(window, 'warning', 'The window does not answer.', 'You can wait for it, or load it again. Your articles are safe either way.', ['Wait', 'Load it again']).then((button) => {
      asking = false;
      if (button === 1 && !window.isDestroyed()) {
        // A page that hangs cannot be asked to load itself; its end reloads it.
        webContents.forcefullyCrashRenderer();
      }
    });
  });

  webContents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    // -3: given up because something else was asked for.
    if (isMainFrame && code !== -3) void offerReload(description);
  });

  async function offerReload(detail = 'It failed again and again.'): Promise<void> {
    // It may not have been shown yet.
    window.show();
    const button = await ask(window, 'error', 'The window could not be shown.', `${detail}\n\nYour articles are safe.`, ['Try again', 'Close the window']);
    if (window.isDestroyed()) return;
    failures = [];
    if (button === 0) webContents.reload();
    else window.close();
  }
}
