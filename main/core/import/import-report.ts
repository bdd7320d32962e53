import type { ErrorCode } from '../../contract/errors.ts';
import type { WatchedFolderId } from '../../contract/ids.ts';
import type { ImportEntry, ReportEntry } from '../../contract/imports.ts';
import { LIMITS } from '../base/limits.ts';
import type { ImportStand, StoredEntry, StoredImport } from '../store/changes.ts';
import type { AddResult } from '../store/library-store.ts';
import type { PackedArticle } from '../store/packed-article.ts';
import type { FileToTake, PackedWrite } from '../store/write-import.ts';
import type { ItemPlace } from './article-batcher.ts';

export interface ReportParts {
  readonly facts: StoredImport;
  /** Makes one durable change. */
  readonly write: (write: PackedWrite) => Promise<AddResult[]>;
  /** How long the import has taken. */
  readonly seconds: () => number;
  /** Entries that the library keeps now, or, where it can keep nothing more, that only this holds. */
  readonly onReported: (entries: readonly ImportEntry[]) => void;
  /** The report that it goes on with; left out where it begins one. */
  readonly earlier?: EarlierReport | undefined;
  /** Where its files come from a watched folder: what is said of them is said of the folder, too. */
  readonly watched?: WatchedFiles | undefined;
}

/** The files of a watched folder that an import takes. */
export interface WatchedFiles {
  readonly folder: WatchedFolderId;
  /** What it is now, by its name in the report. */
  readonly fileOf: (source: string) => Omit<FileToTake, 'source' | 'whole'> | undefined;
  /** Whether a file that failed so is to be taken again as it is. */
  readonly isPassing: (code: ErrorCode) => boolean;
}

export interface EarlierReport {
  readonly lastNumber: number;
  /** The number of the entry whose place is taken by what becomes of an item now. */
  readonly take: (source: string, item?: string) => number | undefined;
  /** Takes a number back that nothing was written under. */
  readonly giveBack: (number: number, source: string, item?: string) => void;
}

/** An entry that no article belongs to. */
type OtherEntry = Extract<ImportEntry, { list: 'failed' | 'companions' }>;

/** `whole`: a file of a watched folder of which all entries have been given before. */
type Waiting = { readonly number: number; readonly entry: OtherEntry } | { readonly whole: string };

/**
 * The lasting report of an import that is under way. What it says of an article is a part of the change that brings the
 * article; what it says of others goes with the next articles, or within a second.
 */
export class ImportReport {
  readonly #parts: ReportParts;
  #last: number;
  #waiting: Waiting[] = [];
  #flushing: Promise<void> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  /** Whether the library knows that the import is under way, once that is known. */
  #begun: Promise<boolean>;
  /** The library could not take entries: there is no use in trying each second. */
  #stuck = false;
  #unkept: ReportEntry[] = [];

  constructor(parts: ReportParts) {
    this.#parts = parts;
    this.#last = parts.earlier?.lastNumber ?? 0;
    this.#begun = this.#begin();
  }

  /** Entries that the library could not take. */
  get unkept(): readonly ReportEntry[] {
    return this.#unkept;
  }

  /** Stores articles with their entries, which are reported when this returns. */
  async storeBatch(articles: readonly PackedArticle[], places: readonly ItemPlace[]): Promise<AddResult[]> {
    const numbered = places.map(({ source, item }) => ({ number: this.#numberOf(source, item), source, ...(item === undefined ? {} : { item }) }));
    const waiting = this.#waiting.splice(0, LIMITS.reportEntries);
    try {
      const results = await this.#write({ articles, places: numbered, ...this.#written(waiting, places) });
      this.#parts.onReported(entriesOf(waiting));
      return results;
    } catch (error) {
      this.#waiting.unshift(...waiting);
      for (const { number, source, item } of numbered) this.#parts.earlier?.giveBack(number, source, item);
      throw error;
    }
  }

  /** Takes what became of an item. What came of an article has been written with it. */
  take(entry: ImportEntry): void {
    if (entry.list === 'imported' || entry.list === 'duplicates') return this.#parts.onReported([entry]);
    this.#wait({ number: this.#numberOf(entry.source, entry.list === 'failed' ? entry.item : undefined), entry });
  }

  /** Of a file that holds several items, all are in the report. */
  takeWhole(source: string): void {
    if (this.#parts.watched?.fileOf(source)) this.#wait({ whole: source });
  }

  #wait(what: Waiting): void {
    this.#waiting.push(what);
    if (this.#stuck) return;
    if (this.#waiting.length >= LIMITS.reportEntries) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), LIMITS.reportWaitMs);
  }

  /** Says how the import stands. @throws LibraryError when the library could not take it */
  async stand(stand: ImportStand): Promise<void> {
    await this.#write({ stand });
  }

  /**
   * Writes what is left, and how the import stands now.
   *
   * @throws LibraryError when the library could not take it; entries are held here then
   */
  async end(stand?: ImportStand): Promise<void> {
    clearTimeout(this.#timer);
    await this.#flushing;
    try {
      while (this.#waiting.length > LIMITS.reportEntries) await this.#writeWaiting();
      await this.#writeWaiting(stand);
    } catch (error) {
      const unkept = this.#waiting.splice(0);
      this.#unkept.push(...unkept.flatMap((one) => ('entry' in one ? [{ ...one.entry, number: one.number }] : [])));
      this.#parts.onReported(entriesOf(unkept));
      throw error;
    }
  }

  async #begin(): Promise<boolean> {
    try {
      await this.#parts.write(this.#writeOf(this.#opening()));
      return true;
    } catch {
      // The next write begins it, or fails for the same reason and says so.
      return false;
    }
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#flushing = this.#flushing.then(() => this.#writeAll());
  }

  async #writeAll(): Promise<void> {
    try {
      while (this.#waiting.length > 0) await this.#writeWaiting();
    } catch {
      // They wait for the next articles, or for the end, which says what is wrong.
      this.#stuck = true;
    }
  }

  async #writeWaiting(stand?: ImportStand): Promise<void> {
    const waiting = this.#waiting.splice(0, LIMITS.reportEntries);
    if (waiting.length === 0 && !stand) return;
    try {
      await this.#write({ ...this.#written(waiting), ...(stand ? { stand } : {}) });
    } catch (error) {
      this.#waiting.unshift(...waiting);
      throw error;
    }
    this.#parts.onReported(entriesOf(waiting));
  }

  /** What waits, and of a watched folder what this says of its files. */
  #written(waiting: readonly Waiting[], places: readonly ItemPlace[] = []): Pick<PackedWrite, 'entries' | 'taken'> {
    const entries = waiting.flatMap((one) => ('entry' in one ? [toStored(one)] : []));
    const { watched } = this.#parts;
    if (!watched) return { entries };
    const files = new Map<string, FileToTake>();
    const take = (source: string, whole: boolean) => {
      const file = watched.fileOf(source);
      if (file) files.set(source, { ...file, source, whole: whole || files.get(source)?.whole === true });
    };
    for (const { source, item } of places) take(source, item === undefined);
    for (const one of waiting) {
      if ('whole' in one) take(one.whole, true);
      else if (one.entry.list === 'failed' && !watched.isPassing(one.entry.code)) take(one.entry.source, one.entry.item === undefined);
    }
    return { entries, ...(files.size > 0 ? { taken: { folder: watched.folder, files: [...files.values()] } } : {}) };
  }

  async #write(write: Partial<PackedWrite>): Promise<AddResult[]> {
    const begun = await this.#begun;
    const results = await this.#parts.write(this.#writeOf(begun ? write : { ...this.#opening(), ...write }));
    this.#begun = Promise.resolve(true);
    this.#stuck = false;
    return results;
  }

  /** What tells the library that the import is under way. */
  #opening(): Partial<PackedWrite> {
    const { earlier, facts, seconds } = this.#parts;
    return earlier ? { stand: { state: 'running', seconds: seconds(), error: null, undone: null } } : { begin: facts };
  }

  #writeOf(write: Partial<PackedWrite>): PackedWrite {
    const { id, options } = this.#parts.facts;
    return { importId: id, onDuplicate: options.onDuplicate, labels: { tags: options.tags, collections: options.collections }, unfetched: options.unfetched, articles: [], places: [], entries: [], seconds: this.#parts.seconds(), ...write };
  }

  #numberOf(source: string, item?: string): number {
    const taken = this.#parts.earlier?.take(source, item);
    if (taken !== undefined) return taken;
    this.#last += 1;
    return this.#last;
  }
}

function entriesOf(waiting: readonly Waiting[]): OtherEntry[] {
  return waiting.flatMap((one) => ('entry' in one ? [one.entry] : []));
}

function toStored({ number, entry }: Extract<Waiting, { number: number }>): StoredEntry {
  return { ...entry, number };
}
