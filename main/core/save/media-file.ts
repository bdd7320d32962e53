import { createHash, type Hash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { LibraryError } from '../../contract/errors.ts';
import { describeDiskError } from '../base/describe-disk-error.ts';
import { LIMITS } from '../base/limits.ts';
import type { KeptMedia } from '../extract/article-draft.ts';
import { MEDIA_SIGN_BYTES, mediaTypeOf, type MediaType } from '../extract/html/media-type.ts';
import type { Sink } from './fetch-once.ts';

const sync = promisify(fs.fsync);
/** After so much, whether there is room for more is looked at again. */
const LOOK_EVERY_BYTES = 16 * 1024 * 1024;

/** A video or a sound on its way to the disk: it is hashed as it comes, known by its first bytes, and never held in memory. */
export class MediaFile implements Sink {
  readonly #path: string;
  #handle: number | undefined;
  #hash: Hash = createHash('sha256');
  #start = Buffer.alloc(0);
  #type: MediaType | undefined;
  #bytes = 0;
  #lookedAtBytes = 0;
  #statedBytes = 0;
  #begunMs = 0;
  /** Of all tries since this was asked for, unpacked ... */
  #taken = 0;
  /** ... and as they came over the network. */
  #wireBytes = 0;

  /** @param place a file that is not there yet, in a folder that is */
  constructor(place: string) {
    this.#path = place;
  }

  get progress(): { readonly done: number; readonly total: number } {
    return { done: this.#bytes, total: this.#statedBytes };
  }

  /** Bytes that came since this was asked for, in vain or not: as many as they were at their most. */
  takenBytes(): number {
    const taken = Math.max(this.#taken, this.#wireBytes);
    this.#taken = 0;
    this.#wireBytes = 0;
    return taken;
  }

  over(bytes: number): void {
    this.#wireBytes += bytes;
  }

  /** @throws LibraryError `too-large` where the disk has no room for it; what the disk says */
  begin(statedBytes: number): void {
    this.#close();
    this.#hash = createHash('sha256');
    this.#start = Buffer.alloc(0);
    this.#type = undefined;
    this.#bytes = 0;
    this.#lookedAtBytes = 0;
    this.#statedBytes = Number.isFinite(statedBytes) ? statedBytes : 0;
    this.#begunMs = performance.now();
    this.#checkRoom();
    onDisk(() => (this.#handle = fs.openSync(this.#path, 'w', 0o600)));
  }

  /** @throws LibraryError `unsupported-format` as soon as it is clear that it is none; `too-large`; what the disk says */
  write(chunk: Buffer): void {
    const handle = this.#handle;
    if (handle === undefined) return;
    this.#taken += chunk.length;
    if (this.#start.length < MEDIA_SIGN_BYTES) this.#look(chunk);
    if (this.#statedBytes === 0 && performance.now() - this.#begunMs > LIMITS.fetchEndlessMs) {
      throw new LibraryError('too-large', 'It does not say how long it is, and did not come to an end, as live broadcasts do not.');
    }
    if (this.#bytes - this.#lookedAtBytes > LOOK_EVERY_BYTES) this.#checkRoom();
    this.#hash.update(chunk);
    onDisk(() => {
      for (let at = 0; at < chunk.length; ) at += fs.writeSync(handle, chunk, at);
    });
    this.#bytes += chunk.length;
  }

  /** All of it is there. Undefined for what turned out to be none. @throws LibraryError what the disk says */
  async end(): Promise<KeptMedia | undefined> {
    const handle = this.#handle;
    if (this.#type === undefined || handle === undefined) return undefined;
    try {
      await sync(handle);
    } catch (error) {
      throw describeDiskError(error);
    }
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

  /** A video must not take the room that everything else needs. Without it, its page is saved all the same. */
  #checkRoom(): void {
    this.#lookedAtBytes = this.#bytes;
    const { bavail, bsize } = onDisk(() => fs.statfsSync(path.dirname(this.#path)));
    if (bavail * bsize - Math.max(0, this.#statedBytes - this.#bytes) < LIMITS.savedMediaRoomBytes) {
      throw new LibraryError('too-large', 'There is too little room on the disk for this video or sound.');
    }
  }

  #close(): void {
    if (this.#handle !== undefined) fs.closeSync(this.#handle);
    this.#handle = undefined;
  }
}

function onDisk<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw describeDiskError(error);
  }
}
