import { randomUUID } from 'node:crypto';
import { LibraryError } from '../../contract/errors.ts';
import { ImportId } from '../../contract/ids.ts';
import type { OutputOf } from '../../contract/define.ts';
import type { ImportEntry, ImportOptions, importMethods, ImportOrigin, ImportProgress, ReportEntry, SavingStep } from '../../contract/imports.ts';
import type { StoredImport } from '../store/changes.ts';
import type { ImportToContinue } from '../store/import-rows.ts';
import type { AddResult } from '../store/library-store.ts';
import type { PackedArticle } from '../store/packed-article.ts';
import type { Waiting } from '../store/unfetched.ts';
import type { PackedWrite } from '../store/write-import.ts';
import { orderAddresses } from '../save/order-addresses.ts';
import type { PageSaver, Saved, SaveWish } from '../save/page-saver.ts';
import { DryReport } from './dry-report.ts';
import { findSources, type Source } from './find-sources.ts';
import { SourceSample } from './source-sample.ts';
import { ImportReport, type WatchedFiles } from './import-report.ts';
import { ImportRun } from './import-run.ts';
import { PauseGate, type Prepare } from './pause-gate.ts';
import type { SettledItems } from './settled-items.ts';
import type { Unpacking, UnpackRequest } from './unpacker.ts';

export interface QueueParts {
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

/** Imports that the library does not know of are held here: so many that ended. */
const HELD_IMPORTS = 20;

/** What an import is begun with. */
export interface ImportOrder {
  readonly label: string;
  readonly origin: ImportOrigin;
  readonly paths: readonly string[];
  readonly options: ImportOptions;
  /** Where the sources are files of a watched folder. */
  readonly watched?: WatchedFiles | undefined;
}

/** How an import that ended, or was cut off, is gone on with. */
export interface ImportAgain extends ImportToContinue {
  readonly sources: AsyncIterable<Source>;
  readonly settled: SettledItems;
  /** How many of its sources are not found anew. */
  readonly found: number;
  readonly watched?: WatchedFiles | undefined;
}

interface RunningImport {
  readonly sources: AsyncIterable<Source>;
  readonly run: ImportRun;
  readonly gate: PauseGate;
  readonly report: ImportReport | DryReport;
  readonly settled: SettledItems | undefined;
  /** When it would have started if it had run without a pause. */
  startedMs: number;
  pausedMs: number | undefined;
  /** The library is being closed: what is not done is no failure, because it is gone on with later. */
  suspended: boolean;
  /** What it is when it is not paused. */
  phase: 'receiving' | 'running';
  /** Sources and items that were found; of an import that is gone on with, fewer than are done at first. */
  found: number;
  /** What is being done for addresses, by them. */
  readonly saving: Map<string, SavingStep>;
  progress: ImportProgress;
  tellTimer: NodeJS.Timeout | undefined;
  ended: Promise<void>;
}

interface LaunchDetails {
  readonly earlier?: { readonly lastNumber: number; readonly settled: SettledItems };
  readonly watched?: WatchedFiles | undefined;
}

interface RunDetails extends Pick<RunningImport, 'report' | 'gate' | 'settled'> {
  readonly sources: AsyncIterable<Source>;
  readonly watched: WatchedFiles | undefined;
}

/**
 * The imports under way. Their reports are the library's, but for those that it does not keep: of dry runs, and what it
 * had no room for.
 */
export class ImportQueue {
  readonly #parts: QueueParts;
  readonly #imports = new Map<ImportId, RunningImport>();

  constructor(parts: QueueParts) {
    this.#parts = parts;
  }

  startPaths(paths: readonly string[], label: string, options: ImportOptions): ImportId {
    const sources = findSources(paths);
    return this.start({ label, origin: 'paths', paths, options }, options.dryRun && options.sample !== undefined ? new SourceSample(sources, options.sample) : sources);
  }

  startAddresses(addresses: readonly string[], label: string, options: ImportOptions): ImportId {
    return this.start({ label, origin: 'addresses', paths: addresses, options }, orderAddresses(addresses, options));
  }

  /** Starts an import of sources that may still be arriving. */
  start(order: ImportOrder, sources: AsyncIterable<Source>, id: ImportId = newImportId()): ImportId {
    const started = this.#parts.now().toISOString();
    const { label, origin, watched, paths, options } = order;
    const counts = { imported: 0, duplicates: 0, failed: 0, companions: 0 };
    const progress: ImportProgress = { id, label, origin, state: 'receiving', startedAt: started, seconds: 0, found: 0, done: 0, counts, error: null, dryRun: options.dryRun, later: options.later, unfetched: options.unfetched, undoneAt: null, saving: [] };
    this.#launch({ label, origin, options, paths: [...paths], id, started }, sources, progress, { watched });
    return id;
  }

  /** Goes on with an import in its own report. @throws LibraryError `invalid-input` while it is under way */
  goOn({ facts, kept, lastNumber, sources, settled, found, watched }: ImportAgain): void {
    const held = this.find(facts.id);
    if (held && isUnderWay(held)) throw new LibraryError('invalid-input', 'This import is still under way. Wait until it has ended, or cancel it.');
    const again = settled.left;
    const counts = { ...kept.counts, failed: kept.counts.failed - again };
    const progress: ImportProgress = { ...kept, state: 'receiving', found, done: kept.done - again, counts, error: null, undoneAt: null };
    this.#launch(facts, sources, progress, { earlier: { lastNumber, settled }, watched });
  }

  /** Nothing is read until it is continued. @throws LibraryError `not-found` when it is not under way */
  async pause(id: ImportId): Promise<void> {
    const running = this.#find(id);
    if (running.pausedMs !== undefined) return;
    running.gate.pause();
    running.pausedMs = this.#parts.now().getTime();
    await this.#say(id, running, 'paused');
  }

  /** @throws LibraryError `not-found` when it is not under way */
  async continue(id: ImportId): Promise<void> {
    const running = this.#find(id);
    if (running.pausedMs === undefined) return;
    running.startedMs += this.#parts.now().getTime() - running.pausedMs;
    running.pausedMs = undefined;
    running.gate.continue();
    await this.#say(id, running, 'running');
  }

  /** Stops an import; one that is not under way, not. */
  cancel(id: ImportId): void {
    this.#imports.get(id)?.run.cancel();
  }

  /** Newest first: those under way, and those that only this knows of. */
  list(): ImportProgress[] {
    return [...this.#imports.values()].map(({ progress }) => progress).toReversed();
  }

  find(id: ImportId): ImportProgress | undefined {
    return this.#imports.get(id)?.progress;
  }

  /** The entries of an import that are in no library. */
  unkept(id: ImportId): readonly ReportEntry[] {
    return this.#imports.get(id)?.report.unkept ?? [];
  }

  /** What a dry run has read. @throws LibraryError `not-found`, `invalid-input` where it is none */
  preview(id: ImportId): OutputOf<(typeof importMethods)['imports.preview']> {
    const { report, sources, found } = this.#find(id);
    if (!(report instanceof DryReport)) throw new LibraryError('invalid-input', 'This import is no dry run: what it reads is in the library.');
    const seen = sources instanceof SourceSample ? sources.seen : { found, complete: true };
    return { ...seen, articles: [...report.articles] };
  }

  /** Lets go of an import that ended; whether it was held here. */
  forget(id: ImportId): boolean {
    return this.#imports.delete(id);
  }

  /** Resolves when the import has ended, however it did. */
  ended(id: ImportId): Promise<void> {
    return this.#imports.get(id)?.ended ?? Promise.resolve();
  }

  /**
   * Stops what is under way and waits until nothing is. Imports of paths are left as they are, to be gone on with; all
   * others are cancelled.
   */
  async close(): Promise<void> {
    for (const running of this.#imports.values()) {
      running.suspended = running.progress.origin !== 'upload' && running.report instanceof ImportReport;
      running.run.cancel();
    }
    await Promise.all([...this.#imports.values()].map(({ ended }) => ended));
    for (const { tellTimer } of this.#imports.values()) clearTimeout(tellTimer);
  }

  #launch(facts: StoredImport, sources: AsyncIterable<Source>, progress: ImportProgress, more: LaunchDetails): void {
    const { earlier, watched } = more;
    const { id } = facts;
    const gate = new PauseGate(this.#parts.prepare);
    const report = this.#makeReport(facts, more);
    const run = this.#makeRun(facts, { sources, report, gate, settled: earlier?.settled, watched });
    const running: RunningImport = {
      sources,
      run,
      gate,
      report,
      settled: earlier?.settled,
      startedMs: this.#parts.now().getTime() - progress.seconds * 1000,
      pausedMs: undefined,
      suspended: false,
      phase: 'receiving',
      found: progress.found,
      saving: new Map(),
      progress,
      tellTimer: undefined,
      ended: Promise.resolve(),
    };
    // One that ended and could not be kept makes room for its second try.
    this.#imports.delete(id);
    this.#imports.set(id, running);
    running.ended = this.#follow(id, running);
    this.#tell(id);
  }

  #makeReport(facts: StoredImport, { earlier, watched }: LaunchDetails): ImportReport | DryReport {
    const { id, options } = facts;
    const onReported = (entries: readonly ImportEntry[]) => this.#takeReported(id, entries);
    if (options.dryRun) return new DryReport({ onReported, tryArticles: (articles) => this.#parts.tryArticles(articles, options) });
    const { lastNumber, settled } = earlier ?? {};
    return new ImportReport({
      facts,
      onReported,
      write: this.#parts.write,
      seconds: () => this.#secondsOf(id),
      watched,
      earlier: settled && { lastNumber: lastNumber ?? 0, take: (...item) => settled.take(...item), giveBack: (...place) => settled.giveBack(...place) },
    });
  }

  #makeRun({ id, options }: StoredImport, { sources, report, gate, settled, watched }: RunDetails): ImportRun {
    return new ImportRun({
      sources,
      options,
      prepare: (file, signal) => gate.prepare(file, signal),
      unpack: this.#parts.unpack,
      save: (url, signal) => this.#save(id, url, { signal, media: options.media }),
      whoWaits: this.#parts.whoWaits,
      removeSaved: (folder) => this.#parts.saver.remove(folder),
      storeBatch: (articles, places) => report.storeBatch(articles, places),
      parallel: this.#parts.parallel,
      ...(settled ? { isSettled: (source: string, item?: string) => settled.isSettled(source, item) } : {}),
      onUnexpected: this.#parts.onUnexpected,
      onFound: () => {
        this.#find(id).found += 1;
        this.#advance(id);
      },
      onAllFound: () => {
        this.#find(id).phase = 'running';
        this.#advance(id);
      },
      onEntry: (entry) => {
        const undone = this.#find(id).suspended && entry.list === 'failed' && entry.code === 'cancelled';
        // What was taken away again before it was read is not in the folder: there is nothing to be said of it.
        const left = watched !== undefined && entry.list === 'failed' && entry.item === undefined && entry.code === 'file-missing';
        if (!undone && !left) report.take(entry);
      },
      onWhole: (source) => {
        if (report instanceof ImportReport) report.takeWhole(source);
      },
    });
  }

  async #save(id: ImportId, source: string, wish: Omit<SaveWish, 'onStep'>): Promise<Saved> {
    const { saving, gate } = this.#find(id);
    await gate.whenOpen(wish.signal);
    const onStep = (step: Pick<SavingStep, 'stage' | 'done' | 'total'>) => {
      saving.set(source, { source, ...step });
      this.#advance(id);
    };
    onStep({ stage: 'waiting', done: 0, total: 0 });
    try {
      return await this.#parts.saver.save(source, { ...wish, onStep });
    } finally {
      saving.delete(source);
      this.#advance(id);
    }
  }

  #find(id: ImportId): RunningImport {
    const running = this.#imports.get(id);
    if (!running) throw new LibraryError('not-found', 'No import of this id is under way.');
    return running;
  }

  async #follow(id: ImportId, running: RunningImport): Promise<void> {
    const { run, report } = running;
    let stopped: LibraryError | undefined;
    try {
      stopped = await run.run();
    } catch (error) {
      stopped = this.#parts.onUnexpected(error);
    }
    let kept = report instanceof ImportReport;
    try {
      await report.end(running.suspended ? undefined : { ...standOf(stopped), seconds: this.#secondsOf(id), undone: null });
    } catch (error) {
      kept = false;
      stopped ??= error instanceof LibraryError ? error : this.#parts.onUnexpected(error);
    }
    // What was to be tried again and was not got to has failed still.
    const left = running.settled?.left ?? 0;
    this.#advance(id, ({ done, counts, ...progress }) => ({ ...progress, done: done + left, counts: { ...counts, failed: counts.failed + left } }));
    running.progress = { ...running.progress, ...(running.suspended ? { state: 'interrupted', error: null } : standOf(stopped)) };
    this.#tell(id);
    if (kept) this.#imports.delete(id);
    else this.#forgetOld();
  }

  /** Keeps in the library whether it is paused. One that cannot be told will be taken for interrupted, which is as good. */
  async #say(id: ImportId, { report }: RunningImport, state: 'paused' | 'running'): Promise<void> {
    this.#advance(id);
    this.#tell(id);
    if (report instanceof ImportReport) await report.stand({ state, seconds: this.#secondsOf(id), error: null, undone: null });
  }

  #takeReported(id: ImportId, entries: readonly ImportEntry[]): void {
    if (entries.length === 0) return;
    this.#advance(id, (progress) => {
      const counts = { ...progress.counts };
      for (const { list } of entries) counts[list] += 1;
      return { ...progress, done: progress.done + entries.length, counts };
    });
    this.#parts.onEntries(id, entries);
  }

  #secondsOf(id: ImportId): number {
    const running = this.#imports.get(id);
    return running ? ((running.pausedMs ?? this.#parts.now().getTime()) - running.startedMs) / 1000 : 0;
  }

  #advance(id: ImportId, step = (progress: ImportProgress) => progress): void {
    const running = this.#find(id);
    const progress = step(running.progress);
    const state = running.pausedMs === undefined ? running.phase : 'paused';
    running.progress = { ...progress, state, seconds: this.#secondsOf(id), found: Math.max(running.found, progress.done), saving: [...running.saving.values()].slice(0, TOLD_SAVES) };
    running.tellTimer ??= setTimeout(() => this.#tell(id), PROGRESS_EVERY_MS);
  }

  #tell(id: ImportId): void {
    const running = this.#find(id);
    clearTimeout(running.tellTimer);
    running.tellTimer = undefined;
    this.#parts.onProgress(running.progress);
  }

  #forgetOld(): void {
    const ended = [...this.#imports].filter(([, { progress }]) => !isUnderWay(progress));
    for (const [id] of ended.slice(0, Math.max(0, ended.length - HELD_IMPORTS))) this.#imports.delete(id);
  }
}

export function isUnderWay({ state }: ImportProgress): boolean {
  return state === 'running' || state === 'receiving' || state === 'paused';
}

/** How an import stands that ended, by what stopped it. */
function standOf(stopped: LibraryError | undefined) {
  if (stopped === undefined) return { state: 'finished', error: null } as const;
  if (stopped.code === 'cancelled') return { state: 'cancelled', error: null } as const;
  return { state: 'failed', error: { code: stopped.code, message: stopped.message } } as const;
}

export function newImportId(): ImportId {
  return ImportId.parse(randomUUID());
}
