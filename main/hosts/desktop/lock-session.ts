import type { Session } from 'electron';
import { APP_SCHEME, isWindowUrl, ownPath } from './app-address.ts';

/** What a window asks the system for: putting a link or an address on the clipboard, which it cannot read. */
const CLIPBOARD = 'clipboard-sanitized-write';
/** What the player of a video asks for, in an article's frame. Nothing runs there that could ask by itself. */
const FULL_SCREEN = 'fullscreen';

/**
 * Locks everything that windows share: no permission, no device, no request but for the application's own scheme, and
 * no spell checker, which would fetch its dictionaries from the network.
 *
 * @param devTools whether the developer tools are there; they load their own pages
 */
export function lockSession(session: Session, { devTools }: { readonly devTools: boolean }): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) => {
    answer(mayHave(permission, requestingUrl, isMainFrame));
  });
  session.setPermissionCheckHandler((_contents, permission, _origin, { requestingUrl, isMainFrame }) => {
    return mayHave(permission, requestingUrl, isMainFrame);
  });
  session.setDevicePermissionHandler(() => false);
  // Without a filter, so that no kind of address is forgotten. Only the last listener counts: there is no other.
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    // `blob:`: a file that the window itself made, on its way to where the user wants to save it.
    const allowed = url.startsWith(`${APP_SCHEME}://`) || url.startsWith(`blob:${APP_SCHEME}://`) || (devTools && url.startsWith('devtools://'));
    answer({ cancel: !allowed });
  });
  session.setSpellCheckerEnabled(false);
}

function mayHave(permission: string, url: string | undefined, isMainFrame: boolean): boolean {
  if (url === undefined) return false;
  if (permission === FULL_SCREEN) return !isMainFrame && ownPath(url)?.startsWith('/articles/') === true;
  return permission === CLIPBOARD && isMainFrame && isWindowUrl(url);
}
