import { createHash, hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { DiskCalls } from '../base/disk-calls.ts';
import { moveFileDurably, syncFolder, writeFileDurably } from '../base/write-file-durably.ts';

const SHA256 = /^[0-9a-f]{64}$/;

export function blobPath(blobs: string, sha256: string): string {
  if (!SHA256.test(sha256)) throw new Error('A blob is named by the 64 hexadecimal digits of its SHA-256');
  return path.join(blobs, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

/** A large file that lies in the library's folder already, synced, and is moved to its place. */
export interface MovedBlob {
  readonly sha256: string;
  readonly path: string;
}

/** What is to be stored. */
export type Blob = { readonly sha256: string; readonly bytes: Uint8Array } | MovedBlob;

/** Stores bytes or a file under their hash, durably, once. Returns whether they are new. */
export function writeBlob(disk: DiskCalls, blobs: string, blob: Blob): boolean {
  const file = blobPath(blobs, blob.sha256);
  if (fs.existsSync(file)) return false;
  const folder = path.dirname(file);
  if (disk.mkdirSync(folder, { recursive: true }) !== undefined) {
    // The new folder's own name must survive a crash as well.
    syncFolder(disk, path.dirname(folder));
    syncFolder(disk, blobs);
  }
  if ('bytes' in blob) writeFileDurably(disk, file, blob.bytes);
  else moveFileDurably(disk, blob.path, file);
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

/** A slice of the bytes, shorter at the end, and how many bytes there are in all; undefined when the file is not there. */
export function readBlobPart(blobs: string, sha256: string, from: number, most: number): { readonly bytes: Uint8Array; readonly fileBytes: number } | undefined {
  const handle = openBlob(blobs, sha256);
  if (handle === undefined) return undefined;
  try {
    const fileBytes = fs.fstatSync(handle).size;
    const bytes = new Uint8Array(Math.max(0, Math.min(most, fileBytes - from)));
    const read = bytes.length === 0 ? 0 : fs.readSync(handle, bytes, 0, bytes.length, from);
    return { bytes: read === bytes.length ? bytes : bytes.slice(0, read), fileBytes };
  } finally {
    fs.closeSync(handle);
  }
}

/** The hash of what is stored under one; undefined when the file is not there. However large it is, little of it is held at once. */
export function hashBlob(blobs: string, sha256: string): string | undefined {
  const handle = openBlob(blobs, sha256);
  if (handle === undefined) return undefined;
  try {
    const digest = createHash('sha256');
    const slice = Buffer.allocUnsafe(SLICE_BYTES);
    for (let read = fs.readSync(handle, slice); read > 0; read = fs.readSync(handle, slice)) digest.update(slice.subarray(0, read));
    return digest.digest('hex');
  } finally {
    fs.closeSync(handle);
  }
}

const SLICE_BYTES = 1024 * 1024;

function openBlob(blobs: string, sha256: string): number | undefined {
  try {
    return fs.openSync(blobPath(blobs, sha256), 'r');
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
