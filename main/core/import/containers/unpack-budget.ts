import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';

/** What one archive may still unpack to, with all archives in it. */
export class UnpackBudget {
  #bytesLeft: number;
  #entriesLeft: number = LIMITS.archiveEntries;
  #spillLeft: number = LIMITS.archiveSpillBytes;
  #overdrawn: LibraryError | undefined;

  /** @param archiveBytes the size of the file that all of it comes out of */
  constructor(archiveBytes: number) {
    this.#bytesLeft = Math.min(LIMITS.archiveBytes, Math.max(LIMITS.archiveFreeBytes, archiveBytes * LIMITS.archiveRatio));
  }

  /** Set once there was too much: nothing more may be unpacked then. */
  get overdrawn(): LibraryError | undefined {
    return this.#overdrawn;
  }

  /**
   * Counts bytes that came out of a compression.
   *
   * @throws LibraryError `too-large`
   */
  spendBytes(bytes: number): void {
    this.#bytesLeft -= bytes;
    if (this.#bytesLeft < 0) this.#refuse('This archive unpacks to far more than its size lets expect. The rest of it was not unpacked.');
  }

  /** @throws LibraryError `too-large` */
  spendEntry(): void {
    this.#entriesLeft -= 1;
    if (this.#entriesLeft < 0) this.#refuse(`This archive holds more than ${LIMITS.archiveEntries.toLocaleString('en')} files. The rest of them was not read.`);
  }

  /** Whether so many more bytes may be kept on the disk; if so, they count from now on. */
  takeSpill(bytes: number): boolean {
    if (bytes > this.#spillLeft) return false;
    this.#spillLeft -= bytes;
    return true;
  }

  giveSpill(bytes: number): void {
    this.#spillLeft += bytes;
  }

  #refuse(message: string): never {
    this.#overdrawn ??= new LibraryError('too-large', message);
    throw this.#overdrawn;
  }
}
