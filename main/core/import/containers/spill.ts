import fs from 'node:fs';
import path from 'node:path';
import { describeDiskError } from '../../base/describe-disk-error.ts';
import { chunksOf, type ByteReader } from './byte-reader.ts';
import { openFile, type RandomBytes } from './random-bytes.ts';
import type { UnpackBudget } from './unpack-budget.ts';

/** A file that waits on the disk. */
export interface SpilledFile {
  readonly path: string;
  readonly sizeBytes: number;
}

/**
 * Files that wait on the disk for as long as one archive is read: numbered, never named as the archive does, in a folder
 * that goes with whoever made it.
 */
export class Spill {
  readonly #folder: string;
  readonly #budget: UnpackBudget;
  #count = 0;

  /** @param folder made when it is needed */
  constructor(folder: string, budget: UnpackBudget) {
    this.#folder = folder;
    this.#budget = budget;
  }

  /**
   * Undefined where there are too many already.
   *
   * @throws LibraryError `disk-full`, `read-only`
   */
  keep(bytes: Uint8Array): SpilledFile | undefined {
    if (!this.#budget.takeSpill(bytes.length)) return undefined;
    const file = { path: this.#nextPath(), sizeBytes: bytes.length };
    attempt(() => fs.writeFileSync(file.path, bytes, { flag: 'wx' }));
    return file;
  }

  /** The same for what comes in pieces. What is wrong with those is thrown, and nothing of them stays. */
  async keepAll(reader: ByteReader): Promise<SpilledFile | undefined> {
    const target = this.#nextPath();
    const file = attempt(() => fs.openSync(target, 'wx'));
    let sizeBytes = 0;
    let isComplete = false;
    try {
      for await (const chunk of chunksOf(reader)) {
        if (!this.#budget.takeSpill(chunk.length)) return undefined;
        sizeBytes += chunk.length;
        attempt(() => fs.appendFileSync(file, chunk));
      }
      isComplete = true;
    } finally {
      fs.closeSync(file);
      if (!isComplete) this.drop({ path: target, sizeBytes });
    }
    return { path: target, sizeBytes };
  }

  read({ path }: SpilledFile): Uint8Array {
    return fs.readFileSync(path);
  }

  open({ path }: SpilledFile): RandomBytes {
    return openFile(path);
  }

  drop({ path, sizeBytes }: SpilledFile): void {
    fs.rmSync(path, { force: true });
    this.#budget.giveSpill(sizeBytes);
  }

  #nextPath(): string {
    if (this.#count === 0) attempt(() => fs.mkdirSync(this.#folder, { recursive: true }));
    this.#count += 1;
    return path.join(this.#folder, String(this.#count));
  }
}

function attempt<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw describeDiskError(error);
  }
}
