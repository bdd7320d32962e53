import type { Session } from 'electron';
import { APP_SCHEME, isWindowUrl } from './app-address.ts';

/** The one thing that a window asks the system for: putting a link or an address on the clipboard. It cannot read it. */
const ALLOWED_PERMISSION = 'clipboard-sanitized-write';

/**
 * Locks everything that windows share: no permission, no device, no request but for the application's own scheme, and
 * no spell checker, which would fetch its dictionaries from the network.
 *
 * @param devTools whether the developer tools are there; they load their own pages
 */
export function lockSession(session: Session, { devTools }: { readonly devTools: boolean }): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) => {
    answer(permission === ALLOWED_PERMISSION && isMainFrame && isWindowUrl(requestingUrl));
  });
  session.setPermissionCheckHandler((_contents, permission, _origin, { requestingUrl, isMainFrame }) => {
    return permission === ALLOWED_PERMISSION && isMainFrame && requestingUrl !== undefined && isWindowUrl(requestingUrl);
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
