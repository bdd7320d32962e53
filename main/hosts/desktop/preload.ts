import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Outcome } from '../../contract/define.ts';
import type { ImportId } from '../../contract/ids.ts';
import type { DroppedOptions } from '../../contract/imports.ts';
import { WINDOW_BRIDGE, type BridgeTopics, type WindowBridge } from '../../contract/window-bridge.ts';
import { CHANNELS } from './channels.ts';

// The three functions of the bridge and nothing else: no channel's name, no event and no path reaches the page.

type Topic = keyof BridgeTopics;
type Imported = Awaited<ReturnType<WindowBridge['importDropped']>>;

/** Told before anybody listened: the page's own script starts later than this one. */
const EARLY_MESSAGES = 100;

const listeners = new Map<Topic, Set<(message: unknown) => void>>();
const early = new Map<Topic, unknown[]>();

ipcRenderer.on(CHANNELS.tell, (_event, topic: Topic, message: unknown) => {
  const listening = listeners.get(topic);
  if (listening && listening.size > 0) for (const listener of listening) listener(message);
  else early.set(topic, [...(early.get(topic) ?? []), message].slice(-EARLY_MESSAGES));
});

function subscribe(topic: Topic, listener: (message: unknown) => void): () => void {
  const listening = listeners.get(topic) ?? new Set();
  listeners.set(topic, listening.add(listener));
  for (const message of early.get(topic) ?? []) listener(message);
  early.delete(topic);
  return () => listening.delete(listener);
}

async function call(method: string, input: unknown): Promise<Outcome<unknown>> {
  try {
    return await ipcRenderer.invoke(CHANNELS.call, method, input);
  } catch (error) {
    return refused(error);
  }
}

async function importDropped(files: readonly unknown[], options?: DroppedOptions): Promise<Imported> {
  const found = files.map((file) => ({ path: pathOf(file), name: nameOf(file) }));
  const paths = found.map(({ path }) => path).filter((path) => path !== '');
  const withoutPath = found.filter(({ path }) => path === '').map(({ name }) => name);
  if (paths.length === 0) return { ok: true, value: { importId: null, withoutPath } };
  try {
    const outcome: Outcome<{ importId: ImportId }> = await ipcRenderer.invoke(CHANNELS.importDropped, paths, options);
    return outcome.ok ? { ok: true, value: { importId: outcome.value.importId, withoutPath } } : outcome;
  } catch (error) {
    return refused(error);
  }
}

/** The place of a file on disk; empty for what was made in memory (a pasted image) or is no file at all. */
function pathOf(file: unknown): string {
  return file instanceof File ? webUtils.getPathForFile(file) : '';
}

function nameOf(file: unknown): string {
  return file instanceof File ? file.name : '';
}

/** Main process gone or unwilling: a call never rejects. */
function refused(error: unknown): Outcome<never> {
  const detail = error instanceof Error ? error.message : String(error);
  return { ok: false, error: { code: 'unreachable', message: `Carrel's main process did not answer: ${detail}` } };
}

contextBridge.exposeInMainWorld(WINDOW_BRIDGE, { call, subscribe, importDropped } satisfies WindowBridge);
