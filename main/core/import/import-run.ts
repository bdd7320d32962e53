import path from 'node:path';
import type { ImportEntry, ImportOptions } from '../../contract/imports.ts';
import { LibraryError, type ErrorCode } from '../../contract/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { AddResult } from '../store/library-store.ts';
import type { PackedArticle } from '../store/packed-article.ts';
import type { Waiting } from '../store/unfetched.ts';
import { ArticleBatcher, type StoreBatch } from './article-batcher.ts';
import type { ContainerName } from './containers/container.ts';
import type { UnpackedFile } from './containers/walk-container.ts';
import type { Saved, SaveWish } from '../save/page-saver.ts';
import type { Source } from './find-sources.ts';
import { importAddress } from './import-address.ts';
import { ArchiveImport } from './import-archive.ts';
import type { FileByPath, FileInMemory, FileToPrepare } from './prepare-file.ts';
import type { PackedFile } from './prepare-some.ts';
import { readAhead } from './read-ahead.ts';
import type { Unpacking, UnpackRequest } from './unpacker.ts';
import { WaitingRoom } from './waiting-room.ts';

export interface RunParts {
  readonly sources: AsyncIterable<Source>;
  readonly options: ImportOptions;
  /** Reads one file in a worker. */
  readonly prepare: (file: FileToPrepare, signal: AbortSignal) => Promise<PackedFile>;
  /** Fetches what is at an address into a file, or finds the addresses in it. */
  readonly save?: (url: string, wish: Pick<SaveWish, 'signal' | 'from'>) => Promise<Saved>;
  /** What an address is to the library. */
  readonly whoWaits?: (address: string) => Promise<Waiting>;
  /** Removes the folder of such a file. */
  readonly removeSaved?: (folder: string) => Promise<void>;
  /** Unpacks one archive in a worker. */
  readonly unpack: (request: UnpackRequest) => Unpacking;
  readonly storeBatch: StoreBatch;
  /** How many files may be read at once. */
  readonly parallel: number;
  /** Whether an earlier run of this import has reported a source, or an item of it: then it is passed over. */
  readonly isSettled?: (source: string, item?: string) => boolean;
  /** Takes an error that nobody expected to the log; returns the words for the report. */
  readonly onUnexpected: (error: unknown) => LibraryError;
  /** One more is known: a source, or an item of a source that holds several, of which the first stands for the source. */
  readonly onFound: () => void;
  /** All sources are known now. */
  readonly onAllFound: () => void;
  readonly onEntry: (entry: ImportEntry) => void;
  /** Every item of a file that holds several is in the report. */
  readonly onWhole?: ((source: string) => void) | undefined;
}

/** Errors of the library as a whole: trying the next item would only fail again. */
export const FATAL: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['disk-full', 'read-only', 'damaged', 'locked', 'closed', 'newer-version']);

/** Articles that may wait to be written at once: two batches, by number and by size. Bounds memory however many files there are. */
const MOST_STORING = LIMITS.batchItems * 2;
const MOST_STORING_BYTES = LIMITS.batchBytes * 2;

type FileSource = Extract<Source, { kind: 'file' }>;
type AddressSource = Extract<Source, { kind: 'address' }>;
type ReadFile = Extract<PackedFile, { kind: 'articles' }>;

/**
 * One import from its sources to a report in which every source is in exactly one list, or else every item that it holds.
 * A bad item is reported and stops nothing; a library that cannot go on ends the import, and what was not tried is
 * reported as that.
 */
export class ImportRun {
  readonly #parts: RunParts;
  readonly #batcher: ArticleBatcher;
  readonly #abort = new AbortController();
  readonly #room = new WaitingRoom();
  /** Set by `cancel` or by a fatal error: everything that is not on its way yet is reported with it. */
  #stopped: LibraryError | undefined;
  #reading = 0;
  /** Addresses that are being fetched, read and stored. */
  #fetching = 0;
  /** Files of which not all is in the report. */
  #files = 0;
  #storing = 0;
  #storingBytes = 0;
  /** Archives that are not imported to their ends. They are unpacked one after the other. */
  #archives = 0;
  #unpacked: Promise<void> = Promise.resolve();
  /** Files that articles turned out to be made of, and by which. */
  readonly #usedBy = new Map<string, string>();
  /** Images and the like, of which only the end shows whether a page used them. */
  readonly #assets: { source: FileSource; label: string }[] = [];
  /** Whether a source was passed over, which may be the page of such an image. */
  #hasPassedOver = false;

  constructor(parts: RunParts) {
    this.#parts = parts;
    this.#batcher = new ArticleBatcher(parts.storeBatch);
  }

  cancel(): void {
    this.#stop(new LibraryError('cancelled', 'The import was cancelled before this item. Import it again to have it.'));
  }

  /** Returns the error that stopped the import for all items, if one did. */
  async run(): Promise<LibraryError | undefined> {
    const { sources, onFound, onAllFound } = this.#parts;
    for await (const source of readAhead(sources, { most: LIMITS.sourcesAhead, onItem: onFound, onEnd: onAllFound })) {
      if (this.#parts.isSettled?.(source.source) === true) this.#hasPassedOver = true;
      else if (source.kind === 'file') {
        await this.#room.until(() => this.#reading < this.#parts.parallel && this.#mayStore());
        void this.#importFile(source);
      } else if (source.kind === 'address') {
        await this.#room.until(() => this.#fetching < LIMITS.savesAtOnce && this.#mayStore());
        void this.#importAddress(source);
      } else this.#reportUnread(source);
    }
    await this.#room.until(() => this.#reading === 0 && this.#fetching === 0 && this.#files === 0 && this.#archives === 0 && this.#storing === 0);
    for (const asset of this.#assets) this.#reportAsset(asset);
    return this.#stopped;
  }

  #mayStore(): boolean {
    return this.#storing < MOST_STORING && this.#storingBytes < MOST_STORING_BYTES;
  }

  async #importFile(source: FileSource): Promise<void> {
    if (this.#stopped) return this.#fail(source.source, this.#stopped);
    this.#reading += 1;
    try {
      const prepared = await this.#prepare({ path: source.path, root: source.root });
      if (prepared.kind === 'articles') {
        for (const companion of prepared.companions) this.#usedBy.set(companion, source.source);
        void this.#storeFile(source.source, prepared);
      } else if (prepared.kind === 'container') this.#importArchive(source, prepared.container);
      else if (prepared.asset) this.#assets.push({ source, label: prepared.label });
      else this.#fail(source.source, unsupported(prepared.label));
    } catch (error) {
      this.#fail(source.source, error);
    } finally {
      this.#reading -= 1;
      this.#room.callAll();
    }
  }

  async #importAddress({ source, url }: AddressSource): Promise<void> {
    if (this.#stopped) return this.#fail(source, this.#stopped);
    const { options, save, whoWaits, removeSaved, isSettled, onFound, onEntry } = this.#parts;
    // What is only kept takes no turn of those that are fetched: it waits for nobody.
    const turns = options.later ? 0 : 1;
    this.#fetching += turns;
    await importAddress(url, {
      options,
      save: async (address, from) => {
        if (this.#stopped) throw this.#stopped;
        if (!save) throw new LibraryError('unsupported-format', 'This is an address and no file.');
        return save(address, { signal: this.#abort.signal, from });
      },
      whoWaits: async (address) => whoWaits?.(address),
      removeSaved: async (folder) => removeSaved?.(folder),
      read: (file) => this.#prepare(file),
      store: (file) => this.#storeItems(source, file),
      storeArticle: (article) => this.#storeItem(source, undefined, article),
      isSettled: (item) => isSettled?.(source, item) === true,
      onFound,
      onThere: (id) => onEntry({ list: 'duplicates', source, id, action: 'skipped' }),
      onWhole: () => this.#tellWhole(source),
      fail: (error, item) => this.#fail(source, error, item),
      unsupported,
    });
    this.#fetching -= turns;
    this.#room.callAll();
  }

  #prepare(file: Pick<FileByPath, 'path' | 'root' | 'given'> | Omit<FileInMemory, 'tags' | 'collections'>): Promise<PackedFile> {
    const { reader, tags, collections, books } = this.#parts.options;
    return this.#parts.prepare({ ...file, reader, tags, collections, books }, this.#abort.signal);
  }

  #importArchive(source: FileSource, container: ContainerName): void {
    this.#archives += 1;
    this.#unpacked = this.#unpacked.then(() => this.#unpackArchive(source, container));
  }

  /** Resolves when it is unpacked; it is stored, and its end reported, while the next one is unpacked. */
  async #unpackArchive(source: FileSource, container: ContainerName): Promise<void> {
    const { isSettled, onFound, onEntry, unpack } = this.#parts;
    const archive = new ArchiveImport(source.source, {
      whenRoom: () => this.#room.until(() => this.#mayStore()),
      read: (file) => this.#readUnpacked(source.source, file),
      onFound,
      onEntry,
      fail: (error, item) => this.#fail(source.source, error, item),
      unsupported,
    });
    const settled = isSettled && ((item: string) => isSettled(source.source, item) || isSettled(`${source.source}/${item}`));
    const unpacking = unpack({ path: source.path, fileName: path.basename(source.path), container, signal: this.#abort.signal, ...(settled ? { isSettled: settled } : {}) });
    await archive.unpack(unpacking);
    const finished = archive.finish(unpacking).then(() => this.#tellWhole(source.source));
    void finished.finally(() => {
      this.#archives -= 1;
      this.#room.callAll();
    });
  }

  async #readUnpacked(source: string, { item, fileName, bytes, given, beside }: UnpackedFile): Promise<{ used: readonly string[]; stored: Promise<void> }> {
    try {
      const prepared = await this.#prepare({ item, fileName, bytes, ...(given ? { given } : {}), ...(beside ? { pictures: beside.pictures } : {}) });
      if (prepared.kind === 'articles') return { used: prepared.companions, stored: this.#storeItems(source, prepared) };
      this.#fail(source, unsupported(prepared.kind === 'unsupported' ? prepared.label : 'an archive'), item);
    } catch (error) {
      this.#fail(source, error, item);
    }
    return { used: [], stored: Promise.resolve() };
  }

  async #storeFile(source: string, file: ReadFile): Promise<void> {
    this.#files += 1;
    try {
      await this.#storeItems(source, file);
      if (file.items.some(({ item }) => item !== undefined)) this.#tellWhole(source);
    } finally {
      this.#files -= 1;
      this.#room.callAll();
    }
  }

  /** Resolves when all items of a file are in the report. */
  async #storeItems(source: string, { items }: ReadFile): Promise<void> {
    if (items.length === 0) return this.#fail(source, new LibraryError('empty', 'There is nothing to import in this file.'));
    const stored = items.map(async (read, index) => {
      if (index > 0) this.#parts.onFound();
      if (read.item !== undefined && this.#parts.isSettled?.(source, read.item) === true) return;
      if ('code' in read) this.#fail(source, new LibraryError(read.code, read.message), read.item);
      else await this.#storeItem(source, read.item, read.article);
    });
    await Promise.all(stored);
  }

  async #storeItem(source: string, item: string | undefined, article: PackedArticle): Promise<void> {
    const bytes = article.byteLength;
    this.#storing += 1;
    this.#storingBytes += bytes;
    try {
      const result = await this.#batcher.add(article, { source, item });
      const place = { source, ...(item === undefined ? {} : { item }) };
      if (result.list === 'duplicates' && result.refused) this.#parts.onEntry({ list: 'failed', ...place, ...result.refused });
      else this.#parts.onEntry(entryOf(result, place));
    } catch (error) {
      this.#fail(source, error, item);
    } finally {
      this.#storing -= 1;
      this.#storingBytes -= bytes;
      this.#room.callAll();
    }
  }

  #tellWhole(source: string): void {
    // Of what was stopped, not all was tried.
    if (!this.#stopped) this.#parts.onWhole?.(source);
  }

  #reportUnread(source: Exclude<Source, FileSource | AddressSource>): void {
    if (source.kind === 'companion') this.#parts.onEntry({ list: 'companions', source: source.source, of: source.of });
    else this.#parts.onEntry({ list: 'failed', source: source.source, code: source.code, message: source.message });
  }

  #reportAsset({ source, label }: { source: FileSource; label: string }): void {
    const of = this.#usedBy.get(source.path) ?? (this.#hasPassedOver ? path.dirname(source.source) : undefined);
    if (of === undefined) this.#fail(source.source, this.#stopped ?? unsupported(label));
    else this.#parts.onEntry({ list: 'companions', source: source.source, of });
  }

  #stop(why: LibraryError): void {
    this.#stopped ??= why;
    this.#abort.abort(this.#stopped);
  }

  #fail(source: string, thrown: unknown, item?: string): void {
    const error = thrown instanceof LibraryError ? thrown : this.#parts.onUnexpected(thrown);
    if (FATAL.has(error.code)) this.#stop(error);
    this.#parts.onEntry({ list: 'failed', source, ...(item === undefined ? {} : { item }), code: error.code, message: error.message });
  }
}

function entryOf(result: AddResult, place: { readonly source: string; readonly item?: string }): ImportEntry {
  return result.list === 'imported' ? { list: 'imported', id: result.id, title: result.title, ...place } : { list: 'duplicates', id: result.id, action: result.action, ...place };
}

function unsupported(label: string): LibraryError {
  return new LibraryError('unsupported-format', `Carrel cannot read this format yet: ${label}. Save or export it as something that Carrel reads, such as HTML, PDF, Word or plain text.`);
}
