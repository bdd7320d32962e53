import type { IpcMain } from 'electron';
import type { Names } from './names.ts';

type Handler = (event: unknown, ...args: unknown[]) => unknown;

const handlers = new Map<string, Handler>();
const listeners = new Map<string, Handler[]>();

export const ipcMain = {
  handle: (channel: string, handler: Handler) => {
    if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    handlers.set(channel, handler);
  },
  on: (channel: string, listener: Handler) => void listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
  removeAllListeners: (channel: string) => void listeners.delete(channel),
} satisfies Names<IpcMain>;

/** Channels that anybody can send to. */
export function openChannels(): { handled: string[]; listened: string[] } {
  return { handled: [...handlers.keys()], listened: [...listeners.keys()] };
}

/** What `ipcRenderer.invoke` comes to: both ways through a structured clone, an error as a text. */
export async function invoke(event: object, channel: string, args: readonly unknown[]): Promise<unknown> {
  const handler = handlers.get(channel);
  try {
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    return structuredClone(await handler(event, ...structuredClone(args)));
  } catch (error) {
    throw new Error(`Error invoking remote method '${channel}': ${String(error)}`, { cause: error });
  }
}

