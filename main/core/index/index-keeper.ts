import { describeDiskError } from '../base/describe-disk-error.ts';
import { realDisk, type DiskCalls } from '../base/disk-calls.ts';
import { readLiveNumbers, readRowsAbove, readRowsOfIds, readRowsOfNumbers, type IndexRow } from '../store/index-rows.ts';
import type { ReadableDatabase } from '../store/open-database.ts';
import { readLastChange } from '../store/store-queries.ts';
import type { BuiltSegment } from './build-file.ts';
import { BuildJobs } from './build-jobs.ts';
import type { IndexDocument } from './index-document.ts';
import { findPurged } from './find-purged.ts';
import { readDocument } from './read-document.ts';
import { SearchIndex, type Merge } from './search-index.ts';
import { WaitingRows } from './waiting-rows.ts';

/** What a writer tells of changes: which articles are found otherwise after the changes above `since` up to `change`. */
export interface ChangeNote {
  readonly since: number;
  readonly change: number;
  /** Null: all have to be looked at. */
  readonly touched: readonly string[] | null;
}

/** A segment to be built elsewhere of the articles in some rows. */
export interface BuildJob {
  readonly job: number;
  readonly rows: readonly number[];
}

export interface IndexStatus {
  /** Articles that can be found now. */
  readonly indexed: number;
  /** Articles that are not in the index as they are now; those being built among them. */
  readonly pending: number;
  /** Those of them that nobody has begun with. */
  readonly waiting: number;
  /** Whether `applySome` has something to do: what waits is little. */
  readonly small: boolean;
  /** The store's last change that was looked at. */
  readonly change: number;
  /** Whether there are files with words of articles that were deleted for good; merges will leave them out. */
  readonly purging: boolean;
  /** Whether `commit` would write. */
  readonly uncommitted: boolean;
}

/** So much is added at once: twenty milliseconds, in which nobody's search is answered. */
const SLICE = { articles: 64, words: 40_000 };
/** Who may write no files has to add everything by itself; many at once then save merging. */
const READERS_SLICE = { articles: 1_000, words: 500_000 };
/** What waits is little up to here; more is left to jobs elsewhere. */
const LITTLE = { articles: 256, words: 150_000 };
/** One segment of a job: some seconds, a hundred megabytes. */
const JOB = { articles: 8_000, words: 4_000_000 };

export interface KeeperOptions {
  readonly folder: string;
  readonly database: ReadableDatabase;
  readonly access: 'read' | 'write';
  readonly disk?: DiskCalls;
  /** Told of each article that cannot be analysed; it is left out. */
  readonly onLeftOut?: (id: string, why: string) => void;
}

/**
 * Keeps an index in step with the store. Articles are compared by row, id and version, so that whatever is right is
 * never made again, however often it is looked at. All calls are synchronous and belong to one thread; what takes long
 * is handed out as jobs, and their results are held against the store as it is when they come back.
 */
export class IndexKeeper {
  #index: SearchIndex;
  /** How many articles were analysed, here or in jobs. */
  analysed = 0;
  readonly #options: KeeperOptions;
  readonly #disk: DiskCalls;
  /** All changes up to it were looked at: what they touched is in the index, or waits, or is being built. */
  #seen = 0;
  /** What the index says that it holds, as long as something is pending. */
  #committed = 0;
  readonly #waiting = new WaitingRows();
  readonly #jobs = new BuildJobs();
  /** Row to the id and version of an article that cannot be analysed. */
  readonly #leftOut = new Map<number, string>();
  /** Files that hold words of articles which were deleted for good. */
  #purged = new Set<string>();
  #merge: Merge | undefined;
  #uncommitted = false;

  /** Opens the folder, and looks at what its index misses. */
  constructor(options: KeeperOptions) {
    this.#options = options;
    this.#disk = options.disk ?? realDisk;
    this.#index = this.#open();
    if (options.access === 'write') this.#index.tidy();
    // The list of files must not name damaged ones any longer, or they are missed again each time.
    this.#uncommitted = this.#index.damaged.length > 0;
    this.#startFromIndex();
  }

  /** Files that were not as they had been written. What they held is indexed again. */
  get damaged(): readonly string[] {
    return this.#index.damaged;
  }

  /** Another one after `refresh` and `takeNote`, in a reader. */
  get index(): SearchIndex {
    return this.#index;
  }

  get status(): IndexStatus {
    const waiting = this.#waiting.size + this.#jobs.waiting;
    return {
      indexed: this.#index.documents,
      pending: waiting + this.#jobs.running,
      waiting,
      small: this.#waiting.size > 0 && (this.#waiting.isWithin(LITTLE) || this.#options.access === 'read'),
      change: this.#seen,
      purging: this.#purged.size > 0,
      uncommitted: this.#options.access === 'write' && (this.#uncommitted || this.#committable() !== this.#index.change),
    };
  }

  /** Takes note of changes. Where the chain of them is broken, all articles are looked at. */
  takeNote({ since, change, touched }: ChangeNote): void {
    if (change <= this.#seen) return;
    if (touched === null || since > this.#seen) return this.#catchUp();
    const rows = touched.length > 0 ? readRowsOfIds(this.#options.database, touched) : [];
    for (const row of rows) this.#look(row);
    this.#seen = change;
  }

  /** Looks whether another process has changed the library. */
  refresh(): void {
    if (readLastChange(this.#options.database) === this.#seen) return;
    this.#catchUp();
    if (this.#options.access === 'write' || this.#waiting.size <= SLICE.articles) return;
    // Its writer may have the index of all that by now.
    this.#index.close();
    this.#index = this.#open();
    this.#startFromIndex();
  }

  /** Looks at every article, whatever the index says that it holds. */
  lookAtEverything(): void {
    this.#seen = 0;
    this.#catchUp();
  }

  /** Adds a slice of what waits. */
  applySome(): void {
    const most = this.#options.access === 'read' ? READERS_SLICE : SLICE;
    const documents: IndexDocument[] = [];
    for (const n of this.#waiting.first(most)) {
      const document = this.#read(n);
      if (document) documents.push(document);
      else this.#waiting.delete(n);
    }
    this.#add(documents);
  }

  /** The next segment to be built elsewhere, if any. Each must come back by `finishBuild` or `failBuild`. */
  nextBuild(): BuildJob | undefined {
    const rows = this.#jobs.takeAgain() ?? this.#waiting.first(JOB);
    if (rows.length === 0) return undefined;
    const job = this.#jobs.begin(new Map(readRowsOfNumbers(this.#options.database, rows).map(({ n, version }) => [n, version])));
    for (const n of rows) this.#waiting.delete(n);
    return { job, rows };
  }

  /**
   * Takes in what was built. Articles that were touched meanwhile do not come back as they were.
   *
   * @throws DamagedSegment and errors of the disk; the job's articles wait again
   */
  finishBuild(job: number, { file, documents, unreadable }: BuiltSegment): void {
    const rows = this.#endJob(job);
    const current = new Map(rows.map((row) => [row.n, row]));
    this.analysed += documents;
    for (const { n, why } of unreadable) {
      const row = current.get(n);
      if (row?.live) this.#leaveOut(row, why);
    }
    try {
      if (file === null) return;
      this.#index.adopt(file, (n, id, version) => {
        const row = current.get(n);
        return !row?.live || row.id !== id || row.version !== version || this.#holds(row);
      });
      this.#uncommitted = true;
    } finally {
      for (const row of rows) this.#look(row);
      this.#lookForPurged();
    }
  }

  /**
   * A build that came to nothing. `blamed`: an article in it may be why (it hung, or its worker died); then it is tried
   * again in halves, until that article is found and left out.
   */
  failBuild(job: number, why: string, blamed: boolean): void {
    const alone = this.#jobs.size(job) === 1;
    const rows = this.#endJob(job).filter((row) => row.live);
    const [only] = rows;
    if (!blamed) for (const row of rows) this.#look(row);
    // The others of a job may have been removed meanwhile: that this one is left does not make it guilty.
    else if (alone && only) this.#leaveOut(only, why);
    else if (rows.length > 0) this.#jobs.tryAgain(rows.map(({ n }) => n));
  }

  /** The next merge to be done elsewhere; there is no other before it came back by `finishMerge`. */
  nextMerge(): Merge | undefined {
    if (this.#merge || this.#options.access === 'read') return undefined;
    this.#merge = this.#rewritePurged() ?? this.#index.chooseMerge();
    return this.#merge;
  }

  /** @throws DamagedSegment and errors of the disk; everything is as before */
  finishMerge(file: string): void {
    const merge = this.#merge;
    this.#merge = undefined;
    if (!merge) return;
    this.#index.finishMerge(merge, file);
    // What was deleted while the merge was under way is in its file again.
    this.#lookForPurged();
    this.#uncommitted = true;
  }

  /** Makes lasting what the index holds. While something is pending, the index goes on saying that it misses it. */
  commit(): void {
    if (!this.status.uncommitted) return;
    this.#committed = this.#committable();
    this.#index.commit(this.#committed);
    this.#uncommitted = false;
  }

  close(): void {
    this.#index.close();
  }

  #open(): SearchIndex {
    const { folder, access } = this.#options;
    const index = new SearchIndex(folder, this.#disk, access);
    if (access === 'write' || index.damaged.length === 0) return index;
    // The writer may just have merged files away: its new list names others.
    index.close();
    return new SearchIndex(folder, this.#disk, access);
  }

  #startFromIndex(): void {
    this.#waiting.clear();
    const last = readLastChange(this.#options.database);
    this.#seen = this.#index.change > last || !this.#fitsDatabase() ? 0 : this.#index.change;
    this.#committed = this.#seen;
    if (this.#seen !== last) this.#catchUp();
  }

  /**
   * A database that was built again from the journal has other row numbers as soon as one article before was deleted
   * for good: numbers go up in the order of adding, so the last one tells of all. A doubt costs one look at each row.
   */
  #fitsDatabase(): boolean {
    let last = -1;
    for (const n of this.#index.rows()) if (n > last) last = n;
    const held = last === -1 ? undefined : this.#held(last);
    if (!held) return true;
    const [row] = readRowsOfNumbers(this.#options.database, [last]);
    return row?.id === held.id;
  }

  #catchUp(): void {
    const { database } = this.#options;
    // First: what changes meanwhile is looked at again.
    const last = readLastChange(database);
    for (const row of readRowsAbove(database, this.#seen)) this.#look(row);
    const live = readLiveNumbers(database);
    for (const n of [...this.#index.rows()]) if (!live.has(n)) this.#remove(n);
    for (const n of this.#waiting.numbers()) if (!live.has(n)) this.#waiting.delete(n);
    this.#seen = last;
    this.#lookForPurged();
  }

  #lookForPurged(): void {
    if (this.#options.access === 'write') this.#purged = findPurged(this.#index.segments, this.#options.database);
  }

  #rewritePurged(): Merge | undefined {
    const live = this.#index.segments.find(({ file }) => file !== null && this.#purged.has(file));
    return live && live.file !== null ? { inputs: [{ file: live.file, removed: live.removed.slice() }] } : undefined;
  }

  #look(row: IndexRow): void {
    const { n, words } = row;
    if (!row.live) {
      this.#remove(n);
      this.#waiting.delete(n);
    } else if (this.#holds(row) || this.#leftOut.get(n) === nameOf(row) || this.#jobs.has(n, row.version)) {
      this.#waiting.delete(n);
    } else {
      // After a purge the row may be another article's.
      if (this.#held(n)?.id !== row.id) this.#remove(n);
      this.#waiting.add(n, words);
    }
  }

  #held(n: number): { id: string; version: number } | undefined {
    const found = this.#index.find(n);
    if (!found) return undefined;
    const { documents } = found.live.segment;
    return { id: documents.id(found.doc), version: documents.versions[found.doc] ?? 0 };
  }

  #holds({ n, id, version }: { n: number; id: string; version: number }): boolean {
    const held = this.#held(n);
    return held?.id === id && held.version === version;
  }

  #remove(n: number): void {
    if (this.#index.remove(n)) this.#uncommitted = true;
  }

  #read(n: number): IndexDocument | undefined {
    try {
      return readDocument(this.#options.database, n);
    } catch (error) {
      if (describeDiskError(error) !== error) throw error;
      const [row] = readRowsOfNumbers(this.#options.database, [n]);
      if (row?.live) this.#leaveOut(row, String(error));
      return undefined;
    }
  }

  #add(documents: readonly IndexDocument[]): void {
    if (documents.length === 0) return;
    try {
      this.#index.add(documents);
    } catch (error) {
      // A disk that is full refuses the file, not the articles: they are found, and the next commit tries again.
      if (documents.every((document) => this.#holds(document))) {
        this.#settle(documents);
        throw error;
      }
      if (describeDiskError(error) !== error) throw error;
      const [only, ...others] = documents;
      if (only && others.length === 0) this.#leaveOut(only, String(error));
      else for (const document of documents) this.#add([document]);
      return;
    }
    this.#settle(documents);
  }

  #settle(documents: readonly IndexDocument[]): void {
    this.#uncommitted = true;
    this.analysed += documents.length;
    for (const { n } of documents) this.#waiting.delete(n);
  }

  #leaveOut(article: { n: number; id: string; version: number }, why: string): void {
    this.#leftOut.set(article.n, nameOf(article));
    this.#remove(article.n);
    this.#waiting.delete(article.n);
    this.#options.onLeftOut?.(article.id, why);
  }

  /** The job's articles as they are now. Those that are not there any more leave the index, too. */
  #endJob(job: number): IndexRow[] {
    const numbers = this.#jobs.end(job);
    const rows = readRowsOfNumbers(this.#options.database, numbers);
    const there = new Set(rows.map(({ n }) => n));
    for (const n of numbers) if (!there.has(n)) this.#remove(n);
    return rows;
  }

  #committable(): number {
    return this.#waiting.size + this.#jobs.running + this.#jobs.waiting === 0 ? this.#seen : this.#committed;
  }
}

function nameOf({ id, version }: { id: string; version: number }): string {
  return `${id} ${version}`;
}
