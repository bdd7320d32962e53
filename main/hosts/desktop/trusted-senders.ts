import { BrowserWindow, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { isWindowUrl } from './app-address.ts';

/** Whether contents belong to a window of ours; a frame or a window that something else opened is none. */
export function isOwnWindow(contents: WebContents): boolean {
  return BrowserWindow.getAllWindows().some((window) => !window.isDestroyed() && window.webContents === contents);
}

/**
 * Whether a message comes from the page of one of our windows: its top frame, still there, at our own address. An
 * article's frame is none of it, whatever ran in it.
 */
export function isTrustedSender({ sender, senderFrame }: IpcMainInvokeEvent): boolean {
  // It is null when the frame has navigated away since.
  if (senderFrame === null || senderFrame.parent !== null) return false;
  return isOwnWindow(sender) && isWindowUrl(senderFrame.url);
}
