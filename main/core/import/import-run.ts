import type { ImportEntry, ImportOptions } from '../../contract/imports.ts';
import { LibraryError, type ErrorCode } from '../../contract/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { PackedArticle } from '../store/packed-article.ts';
import { ArticleBatcher, type StoreBatch } from './article-batcher.ts';
import type { Source } from './find-sources.ts';
import type { FileToPrepare } from './prepare-file.ts';
import type { PackedFile } from './prepare-some.ts';
import { readAhead } from './read-ahead.ts';

export interface RunParts {
  readonly sources: AsyncIterable<Source>;
  readonly options: ImportOptions;
  /** Reads one file in a worker. */
  readonly prepare: (file: FileToPrepare, signal: AbortSignal) => Promise<PackedFile>;
  readonly storeBatch: StoreBatch;
  /** How many files may be read at once. */
  readonly parallel: number;
  /** Takes an error that nobody expected to the log; returns the words for the report. */
  readonly onUnexpected: (error: unknown) => LibraryError;
  readonly onFound: () => void;
  /** All sources are known now. */
  readonly onAllFound: () => void;
  readonly onEntry: (entry: ImportEntry) => void;
}

/** Errors of the library as a whole: trying the next item would only fail again. */
const FATAL: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['disk-full', 'read-only', 'damaged', 'locked', 'closed', 'newer-version']);

/** Articles that may wait to be written at once: two batches, by number and by size. Bounds memory however many files there are. */
const MOST_STORING = LIMITS.batchItems * 2;
const MOST_STORING_BYTES = LIMITS.batchBytes * 2;

type FileSource = Extract<Source, { kind: 'file' }>;

/**
 * One import from its sources to a report in which every source is in exactly one list. A bad item is reported and
 * stops nothing; a library that cannot go on ends the import, and what was not tried is reported as that.
 */
export class ImportRun {
  readonly #parts: RunParts;
  readonly #batcher: ArticleBatcher;
  readonly #abort = new AbortController();
  /** Set by `cancel` or by a fatal error: everything that is not on its way yet is reported with it. */
  #stopped: LibraryError | undefined;
  #reading = 0;
  #storing = 0;
  #storingBytes = 0;
  /** Wakes `run`, which waits for room or for the end. */
  #wake: () => void = () => {};
  /** Files that articles turned out to be made of, and by which. */
  readonly #usedBy = new Map<string, string>();
  /** Images and the like, of which only the end shows whether a page used them. */
  readonly #assets: { source: FileSource; label: string }[] = [];

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
      if (source.kind !== 'file') {
        this.#reportUnread(source);
        continue;
      }
      await this.#until(() => this.#reading < this.#parts.parallel && this.#storing < MOST_STORING && this.#storingBytes < MOST_STORING_BYTES);
      this.#reading += 1;
      void this.#importFile(source).finally(() => {
        this.#reading -= 1;
        this.#wake();
      });
    }
    await this.#until(() => this.#reading === 0 && this.#storing === 0);
    for (const asset of this.#assets) this.#reportAsset(asset);
    return this.#stopped;
  }

  async #until(reached: () => boolean): Promise<void> {
    while (!reached()) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  async #importFile(source: FileSource): Promise<void> {
    if (this.#stopped) return this.#fail(source.source, this.#stopped);
    const { reader, tags, collections, books } = this.#parts.options;
    try {
      const prepared = await this.#parts.prepare({ path: source.path, root: source.root, reader, tags, collections, books }, this.#abort.signal);
      if (prepared.kind === 'articles') this.#storeItems(source, prepared);
      else if (prepared.asset) this.#assets.push({ source, label: prepared.label });
      else this.#fail(source.source, unsupported(prepared.label));
    } catch (error) {
      this.#fail(source.source, error);
    }
  }

  #storeItems(source: FileSource, { items, companions }: Extract<PackedFile, { kind: 'articles' }>): void {
    for (const companion of companions) this.#usedBy.set(companion, source.source);
    for (const read of items) {
      if ('code' in read) {
        this.#fail(source.source, new LibraryError(read.code, read.message), read.item);
        continue;
      }
      const { item, article } = read;
      const bytes = article.byteLength;
      this.#storing += 1;
      this.#storingBytes += bytes;
      void this.#storeItem(source.source, item, article).finally(() => {
        this.#storing -= 1;
        this.#storingBytes -= bytes;
        this.#wake();
      });
    }
  }

  async #storeItem(source: string, item: string | undefined, article: PackedArticle): Promise<void> {
    try {
      const result = await this.#batcher.add(article);
      this.#parts.onEntry({ ...result, source, ...(item === undefined ? {} : { item }) });
    } catch (error) {
      this.#fail(source, error, item);
    }
  }

  #reportUnread(source: Exclude<Source, { kind: 'file' }>): void {
    if (source.kind === 'companion') this.#parts.onEntry({ list: 'companions', source: source.source, of: source.of });
    else this.#parts.onEntry({ list: 'failed', source: source.source, code: source.code, message: source.message });
  }

  #reportAsset({ source, label }: { source: FileSource; label: string }): void {
    const of = this.#usedBy.get(source.path);
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

function unsupported(label: string): LibraryError {
  return new LibraryError('unsupported-format', `Carrel cannot read this format yet: ${label}. Save or export it as something that Carrel reads, such as HTML, PDF, Word or plain text.`);
}
