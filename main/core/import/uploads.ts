import fs from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { LibraryError } from '../../contract/errors.ts';
import type { ImportId } from '../../contract/ids.ts';
import type { ImportOptions } from '../../contract/imports.ts';
import { newImportId, type ImportQueue } from './import-queue.ts';
import { Upload } from './upload.ts';

/** A sender that was silent this long is gone (a closed tab): what it sent is imported. */
const SILENCE_MS = 5 * 60_000;

interface OpenUpload {
  readonly upload: Upload;
  timer: NodeJS.Timeout | undefined;
  receiving: number;
  open: boolean;
}

/** Imports whose files come as bytes. */
export class Uploads {
  readonly #incoming: string;
  readonly #imports: ImportQueue;
  readonly #uploads = new Map<ImportId, OpenUpload>();

  /** @param incoming the folder for files on their way in; what a crash left there was never acknowledged */
  constructor(incoming: string, imports: ImportQueue) {
    this.#incoming = incoming;
    this.#imports = imports;
  }

  open(label: string, options: ImportOptions): ImportId {
    const id = newImportId();
    const upload = new Upload(this.#incoming, id);
    const entry: OpenUpload = { upload, timer: undefined, receiving: 0, open: true };
    this.#uploads.set(id, entry);
    this.#watch(id, entry);
    this.#imports.start(label, 'receiving', upload.sources(), options, id);
    void this.#imports.ended(id).then(async () => {
      this.#uploads.delete(id);
      clearTimeout(entry.timer);
      await upload.remove();
    });
    return id;
  }

  /**
   * Takes one file of an upload.
   *
   * @throws LibraryError `not-found`, `invalid-input`, `too-large`, `disk-full`
   */
  async receive(id: ImportId, relativePath: string, source: string, bytes: Readable): Promise<void> {
    const entry = this.#uploads.get(id);
    if (!entry?.open) throw new LibraryError('not-found', 'This import takes no more files. Start a new one.');
    entry.receiving += 1;
    clearTimeout(entry.timer);
    try {
      await entry.upload.receive(relativePath, source, bytes);
    } finally {
      entry.receiving -= 1;
      this.#watch(id, entry);
    }
  }

  /** No more files will come; for another kind of import, nothing. */
  close(id: ImportId): void {
    const entry = this.#uploads.get(id);
    if (!entry?.open) return;
    entry.open = false;
    clearTimeout(entry.timer);
    entry.upload.close();
    this.#imports.received(id);
  }

  /** Ends every upload and empties the folder. */
  async closeAll(): Promise<void> {
    for (const id of this.#uploads.keys()) this.close(id);
    await fs.rm(this.#incoming, { recursive: true, force: true });
  }

  #watch(id: ImportId, entry: OpenUpload): void {
    clearTimeout(entry.timer);
    if (entry.receiving === 0 && entry.open) entry.timer = setTimeout(() => this.close(id), SILENCE_MS);
  }
}
