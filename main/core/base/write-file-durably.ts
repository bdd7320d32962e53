import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { DiskCalls } from './disk-calls.ts';

/**
 * Writes a file so that after a crash either all of it is there under its name or nothing is: a new file beside it,
 * synced, renamed, the folder synced. Several parts are written one after the other.
 */
export function writeFileDurably(disk: DiskCalls, file: string, ...parts: readonly Uint8Array[]): void {
  const partial = `${file}.${randomBytes(4).toString('hex')}.part`;
  try {
    const handle = disk.openSync(partial, 'wx', 0o600);
    try {
      for (const bytes of parts) writeFully(disk, handle, bytes);
      disk.fsyncSync(handle);
    } finally {
      disk.closeSync(handle);
    }
    disk.renameSync(partial, file);
  } catch (error) {
    disk.rmSync(partial, { force: true });
    throw error;
  }
  syncFolder(disk, path.dirname(file));
}

/** Moves a file, whose content was synced, within one disk, so that after a crash all of it is there under one of its two names. */
export function moveFileDurably(disk: DiskCalls, from: string, to: string): void {
  disk.renameSync(from, to);
  try {
    syncFolder(disk, path.dirname(to));
  } catch (error) {
    disk.renameSync(to, from);
    throw error;
  }
}

/** What crashes left of files that `writeFileDurably` was writing, in a folder and below. Nobody may be writing there. */
export function listPartialFiles(folder: string): string[] {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && /\.[0-9a-f]{8}\.part$/.test(entry.name)).map((entry) => path.join(entry.parentPath, entry.name));
}

/** Writes all of the bytes: one write may take fewer than it was given. */
export function writeFully(disk: DiskCalls, handle: number, bytes: Uint8Array, position: number | null = null): void {
  let written = 0;
  while (written < bytes.byteLength) {
    const at = position === null ? null : position + written;
    written += disk.writeSync(handle, bytes, written, bytes.byteLength - written, at);
  }
}

/** Makes the names in a folder durable. Windows has no such call and needs none. */
export function syncFolder(disk: DiskCalls, folder: string): void {
  if (process.platform === 'win32') return;
  const handle = disk.openSync(folder, 'r');
  try {
    disk.fsyncSync(handle);
  } finally {
    disk.closeSync(handle);
  }
}
