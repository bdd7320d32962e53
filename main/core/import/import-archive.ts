import type { ImportEntry } from '../../contract/imports.ts';
import { LibraryError } from '../../contract/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { Unpacked, UnpackedFile } from './containers/walk-container.ts';
import type { Unpacking } from './unpacker.ts';
import { WaitingRoom } from './waiting-room.ts';

/** What an archive needs of the import that it is a part of. */
export interface ArchiveDesk {
  /** Waits until articles may be stored. */
  readonly whenRoom: () => Promise<void>;
  /** Resolves when a file was read, with the names of the pictures that it used, and what resolves when all of it is stored. Never rejects. */
  readonly read: (file: UnpackedFile) => Promise<{ readonly used: readonly string[]; readonly stored: Promise<void> }>;
  readonly onFound: () => void;
  readonly onEntry: (entry: ImportEntry) => void;
  readonly fail: (error: unknown, item?: string) => void;
  /** What to say of a file of a format that is not read. */
  readonly unsupported: (label: string) => LibraryError;
}

/** One archive of an import: what comes out of it is read, stored and reported. */
export class ArchiveImport {
  /** How the report names the archive. */
  readonly #source: string;
  readonly #desk: ArchiveDesk;
  readonly #room = new WaitingRoom();
  #found = 0;
  #reading = 0;
  #readingBytes = 0;
  readonly #pagesRead: number[] = [];
  readonly #stored = new Set<Promise<void>>();
  /** Pictures by their names, and the pages that used them. */
  readonly #usedBy = new Map<string, string>();
  readonly #assets: Extract<Unpacked, { kind: 'asset' }>[] = [];
  /** What is wrong with the archive, or with one in it: told when all that came before is in the library. */
  readonly #problems: { readonly error: unknown; readonly item?: string }[] = [];
  #hasPassedOver = false;

  constructor(source: string, desk: ArchiveDesk) {
    this.#source = source;
    this.#desk = desk;
  }

  /** Resolves when all of it is unpacked. Asks for more only while there is room for it. */
  async unpack(unpacking: Unpacking): Promise<void> {
    try {
      for (;;) {
        await this.#room.until(() => this.#reading < LIMITS.unpackedFiles && this.#readingBytes < LIMITS.unpackedBytes);
        await this.#desk.whenRoom();
        const group = await unpacking.next(this.#pagesRead.splice(0));
        if (group === undefined) break;
        for (const unpacked of group) this.#take(unpacked);
      }
    } catch (error) {
      this.#problems.push({ error });
    }
  }

  /** Resolves when all of it is in the library and in the report. */
  async finish(unpacking: Unpacking): Promise<void> {
    await this.#room.until(() => this.#reading === 0);
    await Promise.all(this.#stored);
    try {
      await unpacking.close();
    } catch (error) {
      this.#problems.push({ error });
    }
    for (const asset of this.#assets) this.#reportAsset(asset);
    for (const { error, item } of this.#problems) this.#fail(error, item);
  }

  #take(unpacked: Unpacked): void {
    switch (unpacked.kind) {
      case 'settled':
        this.#hasPassedOver = true;
        return this.#count();
      case 'companion':
        return this.#report({ list: 'companions', source: this.#nameOf(unpacked.item), of: unpacked.of === undefined ? this.#source : this.#nameOf(unpacked.of) });
      case 'asset':
        this.#assets.push(unpacked);
        return;
      case 'failed': {
        const error = new LibraryError(unpacked.code, unpacked.message);
        if (unpacked.isContainer === true) this.#problems.push({ error, ...(unpacked.item === undefined ? {} : { item: unpacked.item }) });
        else this.#fail(error, unpacked.item);
        return;
      }
      case 'file':
        this.#count();
        void this.#read(unpacked);
    }
  }

  async #read(file: UnpackedFile): Promise<void> {
    this.#reading += 1;
    this.#readingBytes += file.bytes.length;
    const { used, stored } = await this.#desk.read(file);
    for (const name of used) this.#usedBy.set(name, file.item);
    if (file.beside) this.#pagesRead.push(file.beside.page);
    this.#stored.add(stored);
    void stored.then(() => this.#stored.delete(stored));
    this.#reading -= 1;
    this.#readingBytes -= file.bytes.length;
    this.#room.callAll();
  }

  #reportAsset({ item, label }: Extract<Unpacked, { kind: 'asset' }>): void {
    const of = this.#usedBy.get(item);
    // Its page may be among those that were passed over.
    if (of === undefined && !this.#hasPassedOver) this.#fail(this.#desk.unsupported(label), item);
    else this.#report({ list: 'companions', source: this.#nameOf(item), of: of === undefined ? this.#source : this.#nameOf(of) });
  }

  #fail(error: unknown, item: string | undefined): void {
    this.#count();
    this.#desk.fail(error, item);
  }

  #report(entry: ImportEntry): void {
    this.#count();
    this.#desk.onEntry(entry);
  }

  /** Every item of the archive is one that was found; the first takes the place of the archive itself. */
  #count(): void {
    this.#found += 1;
    if (this.#found > 1) this.#desk.onFound();
  }

  #nameOf(item: string): string {
    return `${this.#source}/${item}`;
  }
}
