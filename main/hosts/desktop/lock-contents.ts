import { app, shell, type WebContents } from 'electron';
import { isArticleUrl, isWindowUrl } from './app-address.ts';

/** Locks every page that ever comes to be, before it loads anything. */
export function lockAllContents(logProblem: (error: unknown, where: string) => void): void {
  app.on('web-contents-created', (_event, contents) => lockContents(contents, logProblem));
}

function lockContents(contents: WebContents, logProblem: (error: unknown, where: string) => void): void {
  contents.on('will-navigate', (event) => {
    // The window's own page may be loaded again, after an error within it.
    if (!isWindowUrl(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    const allowed = event.isMainFrame ? isWindowUrl(event.url) : isArticleUrl(event.url);
    if (!allowed) event.preventDefault();
  });
  // Our scheme never redirects.
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isWebPage(url)) {
      // Later: within the handler the window that asks waits for the answer.
      setImmediate(() => {
        shell.openExternal(url).catch((error: unknown) => logProblem(error, 'opening a link'));
      });
    }
    return { action: 'deny' };
  });
}

/** What may be handed to the system's browser. Other schemes start programs. */
function isWebPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol } = new URL(address);
  return protocol === 'https:' || protocol === 'http:';
}
