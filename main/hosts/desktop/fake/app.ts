import fs from 'node:fs';
import path from 'node:path';
import type { App, CommandLine } from 'electron';
import { ElectronEmitter, FakeEvent, type Names } from './names.ts';
import { flags, happened, machineFolder, needsNotReady, world } from './world.ts';

const emitter = new ElectronEmitter('App');
const paths = new Map<string, string>();
let name = 'carrel';
let quitting = false;
let lock: string | undefined;

/** What the windows' part tells the application's; it comes to be later than this. */
export const windowsPart: { closeAll: () => boolean; count: () => number } = { closeAll: () => true, count: () => 0 };

/** Emits an event of the application, and notes that it happened. @returns whether it was prevented */
export function emitApp(eventName: string, ...args: readonly unknown[]): boolean {
  const event = new FakeEvent();
  happened.push(`app:${eventName}`);
  emitter.emit(eventName, event, ...args);
  return event.defaultPrevented;
}

/** Electron quits by itself when nobody listens. */
export function allWindowsClosed(): void {
  if (quitting) return finishQuit();
  if (emitter.listenerCount('window-all-closed') === 0) quit();
  else emitApp('window-all-closed');
}

function quit(): void {
  if (!flags.ready) {
    setImmediate(() => process.exit(0));
    return;
  }
  if (emitApp('before-quit')) return;
  quitting = true;
  if (windowsPart.count() === 0) finishQuit();
  else if (!windowsPart.closeAll()) quitting = false;
}

function finishQuit(): void {
  if (windowsPart.count() > 0) return;
  quitting = false;
  if (emitApp('will-quit')) return;
  emitApp('quit', 0);
  releaseLock();
  process.exit(0);
}

function getPath(which: string): string {
  const known = paths.get(which);
  if (known !== undefined) return known;
  if (which === 'appData') return machineFolder('config');
  if (which === 'userData') return machineFolder('config', name);
  if (which === 'logs') return path.join(getPath('userData'), 'logs');
  return machineFolder(which);
}

/** One instance a profile. A later start leaves its message in a file, since it must answer at once. */
function requestSingleInstanceLock(additionalData: unknown): boolean {
  const profile = getPath('userData');
  fs.mkdirSync(profile, { recursive: true });
  const file = path.join(profile, 'SingletonLock');
  const holder = fs.existsSync(file) ? Number(fs.readFileSync(file, 'utf8')) : 0;
  if (holder !== 0 && isAlive(holder)) {
    const message = path.join(profile, `start-${process.pid}`);
    fs.writeFileSync(`${message}.part`, JSON.stringify({ argv: process.argv, folder: process.cwd(), additionalData }));
    fs.renameSync(`${message}.part`, `${message}.json`);
    return false;
  }
  fs.writeFileSync(file, String(process.pid));
  lock = file;
  setInterval(() => readLaterStarts(profile), 50).unref();
  return true;
}

function readLaterStarts(profile: string): void {
  if (!flags.ready) return;
  for (const file of fs.readdirSync(profile).filter((one) => /^start-\d+\.json$/.test(one))) {
    const { argv, folder, additionalData } = JSON.parse(fs.readFileSync(path.join(profile, file), 'utf8'));
    fs.rmSync(path.join(profile, file));
    emitApp('second-instance', argv, folder, additionalData);
  }
}

function releaseLock(): void {
  if (lock !== undefined) fs.rmSync(lock, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const commandLine = {
  hasSwitch: (wanted: string) => process.argv.some((one) => one === `--${wanted}` || one.startsWith(`--${wanted}=`)),
  appendSwitch: (added: string) => happened.push(`switch:${added}`),
} satisfies Names<CommandLine>;

export const app = {
  on: (eventName: string, listener: (...args: unknown[]) => void) => emitter.on(eventName, listener),
  once: (eventName: string, listener: (...args: unknown[]) => void) => emitter.once(eventName, listener),
  off: (eventName: string, listener: (...args: unknown[]) => void) => emitter.off(eventName, listener),
  get isPackaged() {
    return world.isPackaged;
  },
  get name() {
    return name;
  },
  commandLine,
  setName: (wanted: string) => {
    name = wanted;
  },
  getVersion: () => '0.0.0',
  getPath,
  setPath: (which: string, folder: string) => {
    paths.set(which, folder);
  },
  isReady: () => flags.ready,
  whenReady: () => (flags.ready ? Promise.resolve() : new Promise<void>((resolve) => emitter.once('ready', () => resolve()))),
  enableSandbox: () => {
    needsNotReady('app.enableSandbox()');
    happened.push('sandbox');
  },
  requestSingleInstanceLock,
  setAsDefaultProtocolClient: (scheme: string) => happened.push(`protocol-client:${scheme}`),
  quit,
  exit: (code: number) => {
    releaseLock();
    process.exit(code);
  },
  focus: () => {},
} satisfies Names<App>;
