import fs from 'node:fs';

/**
 * The calls with which the store writes files, as node:fs has them. Lent by the host, so that a test can make each
 * single one fail as a full or broken disk would.
 */
export interface DiskCalls {
  openSync(file: string, flags: string, mode?: number): number;
  /** May write fewer bytes than `length`; returns how many. */
  writeSync(handle: number, bytes: Uint8Array, offset: number, length: number, position: number | null): number;
  fsyncSync(handle: number): void;
  fdatasyncSync(handle: number): void;
  ftruncateSync(handle: number, size: number): void;
  closeSync(handle: number): void;
  renameSync(from: string, to: string): void;
  rmSync(file: string, options: { force: true }): void;
  /** Returns the first folder that it had to make, if any. */
  mkdirSync(folder: string, options: { recursive: true; mode?: number }): string | undefined;
}

export const realDisk: DiskCalls = fs;
