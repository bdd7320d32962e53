import { LibraryError, type ErrorCode } from '../../contract/errors.ts';
import type { BuiltSegment } from '../index/build-file.ts';
import type { BuildJob, ChangeNote } from '../index/index-keeper.ts';
import type { IndexCalls } from '../workers/index-worker.ts';
import type { SearchCalls, StepReport } from '../workers/search-worker.ts';
import type { WorkerLink } from '../workers/worker-link.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';

export interface UpkeepParts {
  readonly root: string;
  readonly link: WorkerLink<SearchCalls>;
  /** Where segments are made; undefined in a library that is open for reading only, whose index is another's. */
  readonly pool: WorkerPool<IndexCalls> | undefined;
  /** Every article goes through a job, because one of them may have hung the thread that answers. */
  readonly careful: boolean;
  /** What was changed up to this change is found now. */
  readonly onSettled: (change: number) => void;
  readonly onTrouble: (error: unknown) => void;
}

/** Work is begun when nothing has changed for this long ... */
const PAUSE_MS = 300;
/** ... or when changes have gone on for this long ... */
const LONGEST_WAIT_MS = 2_000;
/** ... or when so many articles wait: larger segments need less merging. */
const WORTH_A_JOB = 2_000;
/** The index is made lasting after this pause, since that costs a few syncs ... */
const COMMIT_PAUSE_MS = 2_000;
/** ... and this often while changes go on. */
const COMMIT_EVERY_MS = 30_000;
/** After a failure that is no article's fault, such as a full disk. */
const TRY_AGAIN_MS = 60_000;

/** These say nothing of the articles of a job. */
const OUTSIDE: ReadonlySet<ErrorCode> = new Set(['closed', 'damaged', 'disk-full', 'locked', 'newer-version', 'no-library', 'read-only']);

/**
 * Drives one search worker's index: tells it of changes, lets it take in little ones, has large ones and merges done in
 * the pool, and commits. Ends with its worker.
 */
export class IndexUpkeep {
  readonly #parts: UpkeepParts;
  #status: StepReport | undefined;
  #noting: Promise<unknown> | undefined;
  #stopped = false;
  #workTimer: NodeJS.Timeout | undefined;
  #commitTimer: NodeJS.Timeout | undefined;
  #waitingSince: number | undefined;
  #committedAt = performance.now();
  #working: Promise<boolean> | undefined;
  #merging: Promise<void> | undefined;
  #mayMerge: boolean;

  constructor(parts: UpkeepParts) {
    this.#parts = parts;
    this.#mayMerge = parts.pool !== undefined;
  }

  /** How things stood after the last step. */
  get status(): StepReport | undefined {
    return this.#status;
  }

  /** Whether the worker itself has something to add, as little as it should. */
  get hasSmall(): boolean {
    return this.#status?.small === true && !(this.#parts.careful && this.#parts.pool);
  }

  /** Opens the index. Whatever it misses is begun soon. */
  async open(): Promise<void> {
    const { damaged, ...status } = await this.#parts.link.call('open', undefined);
    if (damaged.length > 0) this.#parts.onTrouble(new Error(`Files of the index were damaged, and what they held is indexed again: ${damaged.join(', ')}`));
    this.#take(status);
  }

  async takeNote(note: ChangeNote): Promise<void> {
    const noting = this.#parts.link.call('takeNote', note);
    this.#noting = noting;
    this.#take(await noting);
  }

  /** Waits until `status` knows of every note so far. */
  async noted(): Promise<void> {
    await this.#noting;
  }

  /** Looks whether the store has changes that nobody told of. */
  async refresh(): Promise<void> {
    this.#take(await this.#parts.link.call('refresh', undefined));
  }

  async applySome(): Promise<void> {
    this.#take(await this.#parts.link.call('applySome', undefined));
  }

  /** Waits until the index holds all that the store has, lastingly, and nothing of what was deleted for good. */
  async settle(): Promise<void> {
    await this.refresh();
    while (!this.#stopped && this.#parts.pool && this.#status && (this.#status.pending > 0 || this.#status.purging)) {
      // Something is in the way, and was told.
      if (!(await this.#work()) || (this.#status.purging && !this.#mayMerge)) return;
      if (this.#status.purging) await this.#merge();
    }
    if (!this.#stopped && this.#status?.uncommitted) await this.#commit();
  }

  /** Begins nothing more. */
  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#workTimer);
    clearTimeout(this.#commitTimer);
  }

  /** Makes lasting what there is. Jobs under way must have been ended: the next opening begins them again. */
  async close(): Promise<void> {
    this.stop();
    await Promise.all([this.#working, this.#merging]);
    while (this.hasSmall && this.#parts.pool) await this.applySome();
    await this.#parts.link.call('commit', undefined);
    await this.#parts.link.call('close', undefined);
  }

  #take({ ...status }: StepReport): void {
    for (const { id, why } of status.leftOut) this.#parts.onTrouble(new Error(`The article ${id} cannot be indexed and is not found by search: ${why}`));
    this.#status = status;
    if (this.#stopped || !this.#parts.pool) return;
    if (status.waiting > 0 || status.purging) this.#workSoon();
    else this.#waitingSince = undefined;
    if (status.uncommitted) this.#commitSoon();
  }

  #workSoon(): void {
    if (this.#working) return;
    const now = performance.now();
    this.#waitingSince ??= now;
    const enough = (this.#status?.waiting ?? 0) >= WORTH_A_JOB;
    const wait = enough ? 0 : Math.min(PAUSE_MS, Math.max(0, this.#waitingSince + LONGEST_WAIT_MS - now));
    clearTimeout(this.#workTimer);
    this.#workTimer = setTimeout(() => void this.#work(), wait);
  }

  #commitSoon(): void {
    clearTimeout(this.#commitTimer);
    const wait = Math.min(COMMIT_PAUSE_MS, Math.max(0, this.#committedAt + COMMIT_EVERY_MS - performance.now()));
    this.#commitTimer = setTimeout(() => void this.#guard(() => this.#commit()), wait);
  }

  async #commit(): Promise<void> {
    this.#committedAt = performance.now();
    clearTimeout(this.#commitTimer);
    this.#take(await this.#parts.link.call('commit', undefined));
  }

  /** Brings the index up to what it was told of. Returns whether all went well. */
  async #work(): Promise<boolean> {
    clearTimeout(this.#workTimer);
    this.#working ??= this.#guard(async () => {
      while (this.hasSmall && !this.#stopped) await this.applySome();
      await Promise.all(Array.from({ length: this.#parts.pool?.size ?? 0 }, () => this.#build()));
    }).then((done) => {
      this.#working = undefined;
      this.#waitingSince = undefined;
      if (this.#stopped) return done;
      if (!done) this.#workTimer = setTimeout(() => void this.#work(), TRY_AGAIN_MS);
      else if (this.#status && this.#status.waiting > 0) this.#workSoon();
      else if (this.#status?.pending === 0) this.#parts.onSettled(this.#status.change);
      void this.#merge();
      return done;
    });
    return this.#working;
  }

  /** One job after the other, as long as there is enough for a next one. */
  async #build(): Promise<void> {
    for (let first = true; !this.#stopped && (first || (this.#status?.waiting ?? 0) >= WORTH_A_JOB); first = false) {
      const job = await this.#parts.link.call('nextBuild', undefined);
      if (!job) return;
      await this.#run(job);
      if (performance.now() - this.#committedAt > COMMIT_EVERY_MS) await this.#commit();
    }
  }

  async #run(job: BuildJob): Promise<void> {
    const built = await this.#tryBuild(job);
    if (built) this.#take(await this.#parts.link.call('finishBuild', { job: job.job, built }));
  }

  async #tryBuild({ job, rows }: BuildJob): Promise<BuiltSegment | undefined> {
    const { link, pool, root } = this.#parts;
    try {
      return await pool?.call('build', { root, rows });
    } catch (error) {
      if (this.#stopped || link.gone) return undefined;
      const blamed = !(error instanceof LibraryError && OUTSIDE.has(error.code));
      this.#take(await link.call('failBuild', { job, why: String(error), blamed }));
      if (!blamed) throw error;
      return undefined;
    }
  }

  async #merge(): Promise<void> {
    if (!this.#mayMerge) return;
    this.#merging ??= this.#guard(async () => {
      for (let merge = await this.#nextMerge(); merge; merge = await this.#nextMerge()) {
        const { link, pool, root } = this.#parts;
        const merged = await pool?.call('merge', { root, merge });
        if (merged) this.#take(await link.call('finishMerge', merged.file));
        // Only now the files that were merged go, and with them what was deleted for good.
        await this.#commit();
      }
    }).then((done) => {
      this.#merging = undefined;
      // What cannot be done is not tried again and again; the next opening looks at each file.
      if (!done) this.#mayMerge = false;
    });
    await this.#merging;
  }

  async #nextMerge() {
    return this.#mayMerge && !this.#stopped ? this.#parts.link.call('nextMerge', undefined) : undefined;
  }

  /** Nobody waits for this work: what goes wrong is told, and tried again after a while. Returns whether all went well. */
  async #guard(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      if (this.#stopped || this.#parts.link.gone) return true;
      this.#parts.onTrouble(error);
      return false;
    }
  }
}
