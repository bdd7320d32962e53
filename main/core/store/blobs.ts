import { hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { DiskCalls } from '../base/disk-calls.ts';
import { syncFolder, writeFileDurably } from '../base/write-file-durably.ts';

const SHA256 = /^[0-9a-f]{64}$/;

export function blobPath(blobs: string, sha256: string): string {
  if (!SHA256.test(sha256)) throw new Error('A blob is named by the 64 hexadecimal digits of its SHA-256');
  return path.join(blobs, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

/** Stores bytes under their hash, durably, once. Returns whether they are new. */
export function writeBlob(disk: DiskCalls, blobs: string, sha256: string, bytes: Uint8Array): boolean {
  const file = blobPath(blobs, sha256);
  if (fs.existsSync(file)) return false;
  const folder = path.dirname(file);
  if (disk.mkdirSync(folder, { recursive: true }) !== undefined) {
    // The new folder's own name must survive a crash as well.
    syncFolder(disk, path.dirname(folder));
    syncFolder(disk, blobs);
  }
  writeFileDurably(disk, file, bytes);
  return true;
}

/** The bytes, or undefined when the file is not there. */
export function readBlob(blobs: string, sha256: string): Buffer | undefined {
  try {
    return fs.readFileSync(blobPath(blobs, sha256));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

export function removeBlob(disk: DiskCalls, blobs: string, sha256: string): void {
  disk.rmSync(blobPath(blobs, sha256), { force: true });
}

/** Every blob on disk by its name. Partial files of a write that was cut off are no blobs. */
export function* listBlobs(blobs: string): Generator<string> {
  if (!fs.existsSync(blobs)) return;
  for (const entry of fs.readdirSync(blobs, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && SHA256.test(entry.name)) yield entry.name;
  }
}

export function hashBytes(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}
