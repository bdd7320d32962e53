import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import type { Transport } from '../../contract/client.ts';
import type { Outcome } from '../../contract/define.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import { DroppedOptions } from '../../contract/imports.ts';
import { LIMITS } from '../../core/base/limits.ts';
import { CHANNELS } from './channels.ts';
import { isTrustedSender } from './trusted-senders.ts';

// The one door for messages of windows, and the only file that knows ipcMain: whoever comes in is looked at here.

interface Doors {
  readonly call: Transport;
  /** Absolute paths of what was dropped, and what it was dropped on, or that it is only looked at. */
  readonly importPaths: (paths: string[], options?: DroppedOptions) => Promise<Outcome<unknown>>;
}

const Dropped = z.tuple([z.array(z.string().min(1).max(32_768)).min(1).max(1_000_000), DroppedOptions.optional()]);

/** Takes calls and dropped files of our own windows. Everybody else is refused with an error and learns nothing. */
export function openDoors({ call, importPaths }: Doors): void {
  // electron-store opens a channel for windows with stores of their own, and asks nobody who calls.
  ipcMain.removeAllListeners('electron-store-get-data');
  ipcMain.handle(CHANNELS.call, async (event, method: unknown, input: unknown) => {
    refuseStrangers(event);
    if (typeof method !== 'string') return failure('invalid-input', 'A call has a name.');
    const plain = asJson(input);
    return plain.ok ? call(method, plain.value) : plain;
  });
  ipcMain.handle(CHANNELS.importDropped, async (event, paths: unknown, options: unknown) => {
    refuseStrangers(event);
    const parsed = Dropped.safeParse([paths, options]);
    return parsed.success ? importPaths(...parsed.data) : failure('invalid-input', 'Dropped files are named by their paths.');
  });
}

function refuseStrangers(event: IpcMainInvokeEvent): void {
  if (!isTrustedSender(event)) throw new Error('Refused: this message does not come from a window of Carrel.');
}

/** An input as it would be after travelling as JSON, like over every other transport: no cycles, nothing alive. */
function asJson(input: unknown): Outcome<unknown> {
  if (input === undefined) return { ok: true, value: undefined };
  try {
    const text = JSON.stringify(input);
    if (text.length > LIMITS.callBytes) return failure('too-large', `A call may carry ${Math.floor(LIMITS.callBytes / 1_048_576)} MB.`);
    return { ok: true, value: JSON.parse(text) };
  } catch {
    // A cycle or a bigint.
    return failure('invalid-input', 'The input does not fit: it is not plain JSON.');
  }
}

function failure(code: ErrorCode, message: string): Outcome<never> {
  return { ok: false, error: { code, message } };
}
