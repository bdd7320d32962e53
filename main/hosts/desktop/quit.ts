import { app } from 'electron';
import type { LibraryLink } from './library-link.ts';

/**
 * Ends the application in order: windows first, then the library, which ends its imports within a limited time. Whoever
 * quits a second time meanwhile does not want to wait.
 */
export function quitInOrder(library: LibraryLink, logProblem: (error: unknown, where: string) => void): void {
  let closing = false;
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    if (closing) {
      library.kill();
      return;
    }
    closing = true;
    void library
      .close()
      .catch((error: unknown) => logProblem(error, 'closing the library'))
      .finally(() => {
        closed = true;
        app.quit();
      });
  });
  app.on('window-all-closed', () => {
    // On a Mac an application stays when its windows are closed.
    if (process.platform !== 'darwin') app.quit();
  });
}
