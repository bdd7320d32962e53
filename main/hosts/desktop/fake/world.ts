import fs from 'node:fs';
import path from 'node:path';

/** What a test says about the machine that the fake pretends, by environment. */
export interface World {
  /** A scratch folder: where profiles lie. */
  readonly home: string;
  /** Stands in for the library's process; undefined for the built one. */
  readonly libraryModule: string | undefined;
  /** Events that the system sends before the application is ready. */
  readonly early: readonly { readonly event: 'open-file' | 'open-url'; readonly value: string }[];
  readonly displays: readonly FakeDisplay[];
  readonly isPackaged: boolean;
}

export interface FakeDisplay {
  readonly id: number;
  readonly workArea: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

export const WORLD_VARIABLE = 'CARREL_FAKE_ELECTRON';

export const world: World = JSON.parse(process.env[WORLD_VARIABLE] ?? '{}');

/** What happened, in its order, for the test to read. */
export const happened: string[] = [];

export const flags = { ready: false, evaluated: false };

/** @throws as Electron does when something is used too early */
export function needsReady(what: string): void {
  if (!flags.ready) throw new Error(`${what} cannot be used before the app is ready`);
}

/** @throws as Electron does when something is used too late */
export function needsNotReady(what: string): void {
  if (flags.ready) throw new Error(`${what} should be called before the app is ready`);
}

/** A folder of the pretended machine, made when it is asked for. */
export function machineFolder(...parts: readonly string[]): string {
  const folder = path.join(world.home, ...parts);
  fs.mkdirSync(folder, { recursive: true });
  return folder;
}
