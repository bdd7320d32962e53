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

  /** @param incoming the folder for files on their way in */
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
    this.#imports.start({ label, origin: 'upload', paths: [], options }, upload.sources(), id);
    void this.#imports.ended(id).then(() => this.#forget(id, entry));
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
      if (entry.open) this.#watch(id, entry);
      else if (entry.receiving === 0) entry.upload.close();
    }
  }

  /** No more files will come but those that are on their way; for another kind of import, nothing. */
  close(id: ImportId): void {
    const entry = this.#uploads.get(id);
    if (!entry?.open) return;
    entry.open = false;
    clearTimeout(entry.timer);
    if (entry.receiving === 0) entry.upload.close();
  }

  /** Stops an import; what it has not received by now it will not wait for. */
  cancel(id: ImportId): void {
    this.#imports.cancel(id);
    const entry = this.#uploads.get(id);
    if (!entry) return;
    entry.open = false;
    clearTimeout(entry.timer);
    entry.upload.close();
  }

  /** Ends every upload. */
  async closeAll(): Promise<void> {
    const ids = [...this.#uploads.keys()];
    for (const id of ids) this.cancel(id);
    await Promise.all(ids.map((id) => this.#imports.ended(id)));
  }

  async #forget(id: ImportId, { upload, timer }: OpenUpload): Promise<void> {
    this.#uploads.delete(id);
    clearTimeout(timer);
    try {
      await upload.remove();
    } catch {
      // A sender that is cut off may still hold a file: it goes with the folder when the library is closed.
    }
  }

  #watch(id: ImportId, entry: OpenUpload): void {
    clearTimeout(entry.timer);
    if (entry.receiving === 0) entry.timer = setTimeout(() => this.close(id), SILENCE_MS);
  }
}
