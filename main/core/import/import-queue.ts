import { randomUUID } from 'node:crypto';
import { LibraryError } from '../../contract/errors.ts';
import { ImportId } from '../../contract/ids.ts';
import type { OutputOf } from '../../contract/define.ts';
import type { ImportOptions, importMethods, ImportOrigin, ImportProgress, ReportEntry } from '../../contract/imports.ts';
import type { ImportToContinue } from '../store/import-rows.ts';
import { orderAddresses } from '../save/order-addresses.ts';
import { DryReport } from './dry-report.ts';
import { findSources, type Source } from './find-sources.ts';
import { SourceSample } from './source-sample.ts';
import type { WatchedFiles } from './import-report.ts';
import { RunningImport, type LaunchDetails, type RunningParts } from './running-import.ts';
import type { SettledItems } from './settled-items.ts';

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

/**
 * The imports under way. Their reports are the library's, but for those that it does not keep: of dry runs, and what it
 * had no room for.
 */
export class ImportQueue {
  readonly #parts: RunningParts;
  readonly #imports = new Map<ImportId, { readonly running: RunningImport; ended: Promise<void> }>();

  constructor(parts: RunningParts) {
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
    this.#launch({ facts: { label, origin, options, paths: [...paths], id, started }, sources, progress, watched });
    return id;
  }

  /** Goes on with an import in its own report. @throws LibraryError `invalid-input` while it is under way */
  goOn({ facts, kept, lastNumber, sources, settled, found, watched }: ImportAgain): void {
    const held = this.find(facts.id);
    if (held && isUnderWay(held)) throw new LibraryError('invalid-input', 'This import is still under way. Wait until it has ended, or cancel it.');
    const again = settled.left;
    const counts = { ...kept.counts, failed: kept.counts.failed - again };
    const progress: ImportProgress = { ...kept, state: 'receiving', found, done: kept.done - again, counts, error: null, undoneAt: null };
    this.#launch({ facts, sources, progress, earlier: { lastNumber, settled }, watched });
  }

  /** Nothing is read until it is continued. @throws LibraryError `not-found` when it is not under way */
  async pause(id: ImportId): Promise<void> {
    await this.#get(id).pause();
  }

  /** @throws LibraryError `not-found` when it is not under way */
  async continue(id: ImportId): Promise<void> {
    await this.#get(id).continue();
  }

  /** Stops an import; one that is not under way, not. */
  cancel(id: ImportId): void {
    this.#imports.get(id)?.running.cancel();
  }

  /** Newest first: those under way, and those that only this knows of. */
  list(): ImportProgress[] {
    return [...this.#imports.values()].map(({ running }) => running.progress).toReversed();
  }

  find(id: ImportId): ImportProgress | undefined {
    return this.#imports.get(id)?.running.progress;
  }

  /** The entries of an import that are in no library. */
  unkept(id: ImportId): readonly ReportEntry[] {
    return this.#imports.get(id)?.running.report.unkept ?? [];
  }

  /** What a dry run has read. @throws LibraryError `not-found`, `invalid-input` where it is none */
  preview(id: ImportId): OutputOf<(typeof importMethods)['imports.preview']> {
    const { report, sources, found } = this.#get(id);
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
    for (const { running } of this.#imports.values()) running.suspend();
    await Promise.all([...this.#imports.values()].map(({ ended }) => ended));
    for (const { running } of this.#imports.values()) running.silence();
  }

  #launch(details: LaunchDetails): void {
    const { id } = details.facts;
    const running = new RunningImport(this.#parts, details);
    // One that ended and could not be kept makes room for its second try.
    this.#imports.delete(id);
    const held = { running, ended: Promise.resolve() };
    this.#imports.set(id, held);
    held.ended = this.#follow(id, running);
  }

  async #follow(id: ImportId, running: RunningImport): Promise<void> {
    if (await running.work()) this.#imports.delete(id);
    else this.#forgetOld();
  }

  #get(id: ImportId): RunningImport {
    const held = this.#imports.get(id);
    if (!held) throw new LibraryError('not-found', 'No import of this id is under way.');
    return held.running;
  }

  #forgetOld(): void {
    const ended = [...this.#imports].filter(([, { running }]) => !isUnderWay(running.progress));
    for (const [id] of ended.slice(0, Math.max(0, ended.length - HELD_IMPORTS))) this.#imports.delete(id);
  }
}

export function isUnderWay({ state }: ImportProgress): boolean {
  return state === 'running' || state === 'receiving' || state === 'paused';
}

export function newImportId(): ImportId {
  return ImportId.parse(randomUUID());
}
