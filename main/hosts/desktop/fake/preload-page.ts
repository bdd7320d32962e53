import fs from 'node:fs';
import vm from 'node:vm';
import type { ContextBridge, IpcRenderer, WebUtils } from 'electron';
import { EventEmitter } from 'node:events';
import type { Names } from './names.ts';

type Invoke = (channel: string, args: readonly unknown[]) => Promise<unknown>;
type Exposed = Record<string, (...args: unknown[]) => unknown>;

/** The page of a window as far as its preload goes: what it was given, and the way for messages to it. */
export interface PreloadedPage {
  readonly exposed: ReadonlyMap<string, Exposed>;
  receive(channel: string, args: readonly unknown[]): void;
}

const paths = new WeakMap<File, string>();

/** A file as a page gets it by a drop; without a path it is one that was made in memory. */
export function droppedFile(name: string, path: string | undefined): File {
  const file = new File([], name);
  if (path !== undefined) paths.set(file, path);
  return file;
}

/** Runs a built preload as a sandboxed window does: CommonJS that can require Electron's few parts and nothing else. */
export function runPreload(file: string, invoke: Invoke): PreloadedPage {
  const messages = new EventEmitter();
  const exposed = new Map<string, Exposed>();
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) => invoke(channel, structuredClone(args)),
    on: (channel: string, listener: (...args: unknown[]) => void) => messages.on(channel, listener),
  } satisfies Names<IpcRenderer>;
  const contextBridge = {
    exposeInMainWorld: (name: string, api: Exposed) => {
      if (exposed.has(name)) throw new Error(`Cannot bind an API on top of an existing property on the window object: ${name}`);
      exposed.set(name, Object.fromEntries(Object.entries(api).map(([key, member]) => [key, (...args: unknown[]) => crossBack(member(...args.map(cross)))])));
    },
  } satisfies Names<ContextBridge>;
  const webUtils = {
    getPathForFile: (given: unknown) => {
      if (!(given instanceof File)) throw new TypeError('getPathForFile takes a File');
      return paths.get(given) ?? '';
    },
  } satisfies Names<WebUtils>;
  const load = (name: string): unknown => {
    if (name === 'electron') return { ipcRenderer, contextBridge, webUtils };
    throw new Error(`module not found: ${name}`);
  };
  const module = { exports: {} };
  vm.compileFunction(fs.readFileSync(file, 'utf8'), ['require', 'module', 'exports'], { filename: file })(load, module, module.exports);
  return { exposed, receive: (channel, args) => void messages.emit(channel, {}, ...structuredClone(args)) };
}

/** What the context bridge lets through: plain values as copies, functions and files as they are, nothing else. */
function cross(value: unknown): unknown {
  if (typeof value === 'function' || value instanceof File) return value;
  if (Array.isArray(value)) return value.map(cross);
  return structuredClone(value);
}

async function awaited(value: PromiseLike<unknown>): Promise<unknown> {
  return cross(await value);
}

function crossBack(value: unknown): unknown {
  return value instanceof Promise ? awaited(value) : cross(value);
}
