import type { WindowBridge } from '../../main/contract/window-bridge.ts';

declare global {
  interface Window {
    /** Only in a desktop's window: what its preload offers. */
    readonly carrel?: WindowBridge;
  }
}

/** The desktop host's bridge; undefined in a browser, where everything goes over HTTP, and where there is no window (tests). */
export const hostBridge: WindowBridge | undefined = globalThis.window?.carrel;
