import { createHash, type Hash } from 'node:crypto';
import fs from 'node:fs';
import { LibraryError } from '../../contract/errors.ts';
import { describeDiskError } from '../base/describe-disk-error.ts';
import type { KeptMedia } from '../extract/article-draft.ts';
import { MEDIA_SIGN_BYTES, mediaTypeOf, type MediaType } from '../extract/html/media-type.ts';
import type { Sink } from './fetch-once.ts';

/** A video or a sound on its way to the disk: it is hashed as it comes, known by its first bytes, and never held in memory. */
export class MediaFile implements Sink {
  readonly #path: string;
  #handle: number | undefined;
  #hash: Hash = createHash('sha256');
  #start = Buffer.alloc(0);
  #type: MediaType | undefined;
  #bytes = 0;
  #statedBytes = 0;

  /** @param path of a file that is not there yet */
  constructor(path: string) {
    this.#path = path;
  }

  get progress(): { readonly done: number; readonly total: number } {
    return { done: this.#bytes, total: this.#statedBytes };
  }

  begin(statedBytes: number): void {
    this.#close();
    onDisk(() => (this.#handle = fs.openSync(this.#path, 'w', 0o600)));
    this.#hash = createHash('sha256');
    this.#start = Buffer.alloc(0);
    this.#type = undefined;
    this.#bytes = 0;
    this.#statedBytes = Number.isFinite(statedBytes) ? statedBytes : 0;
  }

  /** @throws LibraryError `unsupported-format` as soon as it is clear that it is none; what the disk says */
  write(chunk: Buffer): void {
    const handle = this.#handle;
    if (handle === undefined) return;
    if (this.#start.length < MEDIA_SIGN_BYTES) this.#look(chunk);
    this.#hash.update(chunk);
    onDisk(() => {
      for (let at = 0; at < chunk.length; ) at += fs.writeSync(handle, chunk, at);
    });
    this.#bytes += chunk.length;
  }

  /** All of it is there. Undefined for what turned out to be none. @throws LibraryError what the disk says */
  end(): KeptMedia | undefined {
    const handle = this.#handle;
    if (this.#type === undefined || handle === undefined) return undefined;
    onDisk(() => fs.fsyncSync(handle));
    this.#close();
    return { sha256: this.#hash.digest('hex'), mediaType: this.#type, path: this.#path };
  }

  /** Lets go of a file that was begun and did not come to its end. */
  dropUnended(): void {
    if (this.#handle === undefined) return;
    this.#close();
    fs.rmSync(this.#path, { force: true });
  }

  #look(chunk: Buffer): void {
    this.#start = Buffer.concat([this.#start, chunk.subarray(0, MEDIA_SIGN_BYTES)]);
    this.#type = mediaTypeOf(this.#start);
    if (this.#type === undefined && this.#start.length >= MEDIA_SIGN_BYTES) throw new LibraryError('unsupported-format', 'The answer is no video and no sound that can be kept.');
  }

  #close(): void {
    if (this.#handle !== undefined) fs.closeSync(this.#handle);
    this.#handle = undefined;
  }
}

function onDisk(write: () => unknown): void {
  try {
    write();
  } catch (error) {
    throw describeDiskError(error);
  }
}
