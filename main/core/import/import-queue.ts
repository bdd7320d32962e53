import { randomUUID } from 'node:crypto';
import { ImportId } from '../../contract/ids.ts';
import type { ImportEntry, ImportList, ImportOptions, ImportProgress } from '../../contract/imports.ts';
import { LibraryError } from '../../contract/errors.ts';
import type { AddResult } from '../store/library-store.ts';
import type { PackedArticle } from '../store/packed-article.ts';
import { findSources, type Source } from './find-sources.ts';
import { ImportRun } from './import-run.ts';
import type { FileToPrepare } from './prepare-file.ts';
import type { PackedFile } from './prepare-some.ts';
import type { Unpacking, UnpackRequest } from './unpacker.ts';

export interface QueueParts {
  readonly prepare: (file: FileToPrepare, signal: AbortSignal) => Promise<PackedFile>;
  readonly unpack: (request: UnpackRequest) => Unpacking;
  readonly storeBatch: (articles: PackedArticle[], options: ImportOptions) => Promise<AddResult[]>;
  /** Files that may be on their way through the workers at once. */
  readonly parallel: number;
  readonly now: () => Date;
  readonly onProgress: (progress: ImportProgress) => void;
  readonly onEntries: (importId: ImportId, entries: ImportEntry[]) => void;
  /** An error that nobody expected; returns the words for the user. */
  readonly onUnexpected: (error: unknown) => LibraryError;
}

/** Progress is told at most this often, so that ten thousand small files do not flood the window. */
const PROGRESS_EVERY_MS = 250;

/** Imports whose reports are kept for the window; older ones that ended are forgotten. */
const KEPT_IMPORTS = 20;

interface RunningImport {
  readonly run: ImportRun;
  readonly startedMs: number;
  progress: ImportProgress;
  readonly lists: Record<ImportList, ImportEntry[]>;
  tellTimer: NodeJS.Timeout | undefined;
  ended: Promise<void>;
}

/** All imports of this run of the program: those under way, and the reports of those that ended. */
export class ImportQueue {
  readonly #parts: QueueParts;
  readonly #imports = new Map<ImportId, RunningImport>();

  constructor(parts: QueueParts) {
    this.#parts = parts;
  }

  startPaths(paths: readonly string[], label: string, options: ImportOptions): ImportId {
    return this.start(label, findSources(paths), options);
  }

  /** Starts an import of sources that may still be arriving. */
  start(label: string, sources: AsyncIterable<Source>, options: ImportOptions, id: ImportId = newImportId()): ImportId {
    const run = new ImportRun({
      sources,
      options,
      prepare: this.#parts.prepare,
      unpack: this.#parts.unpack,
      storeBatch: (articles) => this.#parts.storeBatch(articles, options),
      parallel: this.#parts.parallel,
      onUnexpected: this.#parts.onUnexpected,
      onFound: () => this.#advance(id, (progress) => ({ ...progress, found: progress.found + 1 })),
      onAllFound: () => this.#advance(id, (progress) => ({ ...progress, state: 'running' })),
      onEntry: (entry) => this.#takeEntry(id, entry),
    });
    const now = this.#parts.now();
    const running: RunningImport = {
      run,
      startedMs: now.getTime(),
      progress: { id, label, state: 'receiving', startedAt: now.toISOString(), seconds: 0, found: 0, done: 0, counts: { imported: 0, duplicates: 0, failed: 0, companions: 0 }, error: null },
      lists: { imported: [], duplicates: [], failed: [], companions: [] },
      tellTimer: undefined,
      ended: Promise.resolve(),
    };
    this.#imports.set(id, running);
    running.ended = this.#follow(id, run);
    this.#forgetOld();
    this.#tell(id);
    return id;
  }

  cancel(id: ImportId): void {
    this.#find(id).run.cancel();
  }

  list(): ImportProgress[] {
    return [...this.#imports.values()].map(({ progress }) => progress).toReversed();
  }

  get(id: ImportId): ImportProgress {
    return this.#find(id).progress;
  }

  entries(id: ImportId, list: ImportList, offset: number, limit: number): { total: number; entries: ImportEntry[] } {
    const all = this.#find(id).lists[list];
    return { total: all.length, entries: all.slice(offset, offset + limit) };
  }

  /** Resolves when the import has ended, however it did. */
  ended(id: ImportId): Promise<void> {
    return this.#find(id).ended;
  }

  /** Cancels what is under way and waits until nothing is. */
  async close(): Promise<void> {
    for (const { run } of this.#imports.values()) run.cancel();
    await Promise.all([...this.#imports.values()].map(({ ended }) => ended));
    for (const { tellTimer } of this.#imports.values()) clearTimeout(tellTimer);
  }

  #find(id: ImportId): RunningImport {
    const running = this.#imports.get(id);
    if (!running) throw new LibraryError('not-found', 'There is no import of this id. Reports are kept until Carrel is closed.');
    return running;
  }

  async #follow(id: ImportId, run: ImportRun): Promise<void> {
    let stopped: LibraryError | undefined;
    try {
      stopped = await run.run();
    } catch (error) {
      stopped = this.#parts.onUnexpected(error);
    }
    const state = stopped === undefined ? 'finished' : stopped.code === 'cancelled' ? 'cancelled' : 'failed';
    const error = stopped === undefined || stopped.code === 'cancelled' ? null : { code: stopped.code, message: stopped.message };
    this.#advance(id, (progress) => ({ ...progress, state, error }));
    this.#tell(id);
  }

  #takeEntry(id: ImportId, entry: ImportEntry): void {
    const running = this.#find(id);
    running.lists[entry.list].push(entry);
    this.#advance(id, (progress) => ({ ...progress, done: progress.done + 1, counts: { ...progress.counts, [entry.list]: progress.counts[entry.list] + 1 } }));
    this.#parts.onEntries(id, [entry]);
  }

  #advance(id: ImportId, step: (progress: ImportProgress) => ImportProgress): void {
    const running = this.#find(id);
    const seconds = (this.#parts.now().getTime() - running.startedMs) / 1000;
    running.progress = { ...step(running.progress), seconds };
    running.tellTimer ??= setTimeout(() => this.#tell(id), PROGRESS_EVERY_MS);
  }

  #tell(id: ImportId): void {
    const running = this.#find(id);
    clearTimeout(running.tellTimer);
    running.tellTimer = undefined;
    this.#parts.onProgress(running.progress);
  }

  #forgetOld(): void {
    const ended = [...this.#imports].filter(([, { progress }]) => progress.state !== 'running' && progress.state !== 'receiving');
    for (const [id] of ended.slice(0, Math.max(0, ended.length - KEPT_IMPORTS))) this.#imports.delete(id);
  }
}

export function newImportId(): ImportId {
  return ImportId.parse(randomUUID());
}
