import { LibraryError } from '../../contract/errors.ts';
import type { ImportId } from '../../contract/ids.ts';
import type { ImportEntry, ImportOptions, ImportProgress, SavingStep } from '../../contract/imports.ts';
import type { PageSaver, Saved, SaveWish } from '../save/page-saver.ts';
import type { StoredImport } from '../store/changes.ts';
import type { AddResult } from '../store/library-store.ts';
import type { PackedArticle } from '../store/packed-article.ts';
import type { Waiting } from '../store/unfetched.ts';
import type { PackedWrite } from '../store/write-import.ts';
import { DryReport } from './dry-report.ts';
import type { Source } from './find-sources.ts';
import { ImportReport, type WatchedFiles } from './import-report.ts';
import { ImportRun } from './import-run.ts';
import { PauseGate, type Prepare } from './pause-gate.ts';
import type { SettledItems } from './settled-items.ts';
import type { Unpacking, UnpackRequest } from './unpacker.ts';

export interface RunningParts {
  readonly prepare: Prepare;
  readonly unpack: (request: UnpackRequest) => Unpacking;
  /** Fetches pages. */
  readonly saver: Pick<PageSaver, 'save' | 'remove'>;
  /** What an address is to the library. */
  readonly whoWaits: (address: string) => Promise<Waiting>;
  /** Stores articles and what the report says of them as one durable change. */
  readonly write: (write: PackedWrite) => Promise<AddResult[]>;
  /** What would become of articles; stores nothing. */
  readonly tryArticles: (articles: PackedArticle[], options: ImportOptions) => Promise<AddResult[]>;
  /** Files that may be on their way through the workers at once. */
  readonly parallel: number;
  readonly now: () => Date;
  readonly onProgress: (progress: ImportProgress) => void;
  readonly onEntries: (importId: ImportId, entries: readonly ImportEntry[]) => void;
  /** An error that nobody expected; returns the words for the user. */
  readonly onUnexpected: (error: unknown) => LibraryError;
}

/** Progress is told at most this often, so that ten thousand small files do not flood the window. */
const PROGRESS_EVERY_MS = 250;

/** Of the addresses being fetched. */
const TOLD_SAVES = 10;

export interface LaunchDetails {
  readonly facts: StoredImport;
  readonly sources: AsyncIterable<Source>;
  /** How it stands as it is begun. */
  readonly progress: ImportProgress;
  /** Where it goes on with a report that is there. */
  readonly earlier?: { readonly lastNumber: number; readonly settled: SettledItems };
  readonly watched?: WatchedFiles | undefined;
}

/** One import under way, from its start to its end: what it does, how far it is, and what its report says. */
export class RunningImport {
  readonly sources: AsyncIterable<Source>;
  readonly report: ImportReport | DryReport;
  readonly #parts: RunningParts;
  readonly #details: LaunchDetails;
  readonly #run: ImportRun;
  readonly #gate: PauseGate;
  /** When it would have started if it had run without a pause. */
  #startedMs: number;
  #pausedMs: number | undefined;
  /** The library is being closed: what is not done is no failure, because it is gone on with later. */
  #suspended = false;
  /** What it is when it is not paused. */
  #phase: 'receiving' | 'running' = 'receiving';
  /** Sources and items that were found; of an import that is gone on with, fewer than are done at first. */
  #found: number;
  /** What is being done for addresses, by them. */
  readonly #saving = new Map<string, SavingStep>();
  #progress: ImportProgress;
  #tellTimer: NodeJS.Timeout | undefined;

  constructor(parts: RunningParts, details: LaunchDetails) {
    const { sources, progress } = details;
    this.#parts = parts;
    this.#details = details;
    this.#progress = progress;
    this.#found = progress.found;
    this.#startedMs = parts.now().getTime() - progress.seconds * 1000;
    this.sources = sources;
    this.#gate = new PauseGate(parts.prepare);
    this.report = this.#makeReport();
    this.#run = this.#makeRun();
  }

  get progress(): ImportProgress {
    return this.#progress;
  }

  get found(): number {
    return this.#found;
  }

  /** Works until it ends, however it does. @returns whether the library has all of its report */
  async work(): Promise<boolean> {
    this.#tell();
    const { report } = this;
    let stopped: LibraryError | undefined;
    try {
      stopped = await this.#run.run();
    } catch (error) {
      stopped = this.#parts.onUnexpected(error);
    }
    let kept = report instanceof ImportReport;
    try {
      await report.end(this.#suspended ? undefined : { ...standOf(stopped), seconds: this.#seconds(), undone: null });
    } catch (error) {
      kept = false;
      stopped ??= error instanceof LibraryError ? error : this.#parts.onUnexpected(error);
    }
    // What was to be tried again and was not got to has failed still.
    const left = this.#details.earlier?.settled.left ?? 0;
    this.#advance(({ done, counts, ...progress }) => ({ ...progress, done: done + left, counts: { ...counts, failed: counts.failed + left } }));
    this.#progress = { ...this.#progress, ...(this.#suspended ? { state: 'interrupted', error: null } : standOf(stopped)) };
    this.#tell();
    return kept;
  }

  async pause(): Promise<void> {
    if (this.#pausedMs !== undefined) return;
    this.#gate.pause();
    this.#pausedMs = this.#parts.now().getTime();
    await this.#say('paused');
  }

  async continue(): Promise<void> {
    if (this.#pausedMs === undefined) return;
    this.#startedMs += this.#parts.now().getTime() - this.#pausedMs;
    this.#pausedMs = undefined;
    this.#gate.continue();
    await this.#say('running');
  }

  cancel(): void {
    this.#run.cancel();
  }

  /** Stops it because the library is being closed; what the library keeps of it is gone on with later. */
  suspend(): void {
    this.#suspended = this.#progress.origin !== 'upload' && this.report instanceof ImportReport;
    this.#run.cancel();
  }

  /** Tells nothing any more. */
  silence(): void {
    clearTimeout(this.#tellTimer);
  }

  #makeReport(): ImportReport | DryReport {
    const { facts, earlier, watched } = this.#details;
    const onReported = (entries: readonly ImportEntry[]) => this.#takeReported(entries);
    if (facts.options.dryRun) return new DryReport({ onReported, tryArticles: (articles) => this.#parts.tryArticles(articles, facts.options) });
    return new ImportReport({
      facts,
      onReported,
      write: this.#parts.write,
      seconds: () => this.#seconds(),
      watched,
      earlier: earlier && { lastNumber: earlier.lastNumber, take: (...item) => earlier.settled.take(...item), giveBack: (...place) => earlier.settled.giveBack(...place) },
    });
  }

  #makeRun(): ImportRun {
    const { facts, earlier } = this.#details;
    const { unpack, whoWaits, saver, parallel, onUnexpected } = this.#parts;
    return new ImportRun({
      sources: this.sources,
      options: facts.options,
      prepare: (file, signal) => this.#gate.prepare(file, signal),
      unpack,
      save: (url, wish) => this.#save(url, { ...wish, media: facts.options.media }),
      whoWaits,
      removeSaved: (folder) => saver.remove(folder),
      storeBatch: (articles, places) => this.report.storeBatch(articles, places),
      parallel,
      ...(earlier ? { isSettled: (source: string, item?: string) => earlier.settled.isSettled(source, item) } : {}),
      onUnexpected,
      onFound: () => {
        this.#found += 1;
        this.#advance();
      },
      onAllFound: () => {
        this.#phase = 'running';
        this.#advance();
      },
      onEntry: (entry) => this.#takeEntry(entry),
      onWhole: (source) => {
        if (this.report instanceof ImportReport) this.report.takeWhole(source);
      },
    });
  }

  #takeEntry(entry: ImportEntry): void {
    const undone = this.#suspended && entry.list === 'failed' && entry.code === 'cancelled';
    // What was taken away again before it was read is not in the folder: there is nothing to be said of it.
    const left = this.#details.watched !== undefined && entry.list === 'failed' && entry.item === undefined && entry.code === 'file-missing';
    if (!undone && !left) this.report.take(entry);
  }

  async #save(source: string, wish: Omit<SaveWish, 'onStep'>): Promise<Saved> {
    await this.#gate.whenOpen(wish.signal);
    const onStep = (step: Pick<SavingStep, 'stage' | 'done' | 'total'>) => {
      this.#saving.set(source, { source, ...step });
      this.#advance();
    };
    onStep({ stage: 'waiting', done: 0, total: 0 });
    try {
      return await this.#parts.saver.save(source, { ...wish, onStep });
    } finally {
      this.#saving.delete(source);
      this.#advance();
    }
  }

  /** Keeps in the library whether it is paused. One that cannot be told will be taken for interrupted, which is as good. */
  async #say(state: 'paused' | 'running'): Promise<void> {
    this.#advance();
    this.#tell();
    if (this.report instanceof ImportReport) await this.report.stand({ state, seconds: this.#seconds(), error: null, undone: null });
  }

  #takeReported(entries: readonly ImportEntry[]): void {
    if (entries.length === 0) return;
    this.#advance((progress) => {
      const counts = { ...progress.counts };
      for (const { list } of entries) counts[list] += 1;
      return { ...progress, done: progress.done + entries.length, counts };
    });
    this.#parts.onEntries(this.#progress.id, entries);
  }

  #seconds(): number {
    return ((this.#pausedMs ?? this.#parts.now().getTime()) - this.#startedMs) / 1000;
  }

  #advance(step = (progress: ImportProgress) => progress): void {
    const progress = step(this.#progress);
    const state = this.#pausedMs === undefined ? this.#phase : 'paused';
    this.#progress = { ...progress, state, seconds: this.#seconds(), found: Math.max(this.#found, progress.done), saving: [...this.#saving.values()].slice(0, TOLD_SAVES) };
    this.#tellTimer ??= setTimeout(() => this.#tell(), PROGRESS_EVERY_MS);
  }

  #tell(): void {
    clearTimeout(this.#tellTimer);
    this.#tellTimer = undefined;
    this.#parts.onProgress(this.#progress);
  }
}

/** How an import stands that ended, by what stopped it. */
function standOf(stopped: LibraryError | undefined) {
  if (stopped === undefined) return { state: 'finished', error: null } as const;
  if (stopped.code === 'cancelled') return { state: 'cancelled', error: null } as const;
  return { state: 'failed', error: { code: stopped.code, message: stopped.message } } as const;
}
