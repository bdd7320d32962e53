import type { ArticleId } from '../../contract/ids.ts';
import { LibraryError } from '../../contract/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { SearchCalls } from '../workers/search-worker.ts';
import type { WorkerLink } from '../workers/worker-link.ts';
import type { SearchAnswer, SearchRequest } from './lunr-search.ts';

export interface SearchParts {
  readonly startWorker: (onGone: (why: LibraryError) => void) => WorkerLink<SearchCalls>;
  /** A new index covers the library up to this change. */
  readonly onReady: (change: number) => void;
  readonly onUnexpected: (error: unknown) => void;
}

/** A new index is begun when nothing has changed for this long ... */
const PAUSE_MS = 1_000;
/** ... or when changes have gone on for this long: a lunr index cannot grow, so each one costs the whole library. */
const LONGEST_WAIT_MS = 30_000;

interface Index {
  readonly link: WorkerLink<SearchCalls>;
  readonly ready: Promise<{ change: number; indexed: number }>;
}

/** Keeps an index that answers while the next one is being made. */
export class SearchService {
  readonly #parts: SearchParts;
  #current: Index | undefined;
  #next: Index | undefined;
  #timer: NodeJS.Timeout | undefined;
  #staleSince: number | undefined;
  #closed = false;

  constructor(parts: SearchParts) {
    this.#parts = parts;
  }

  /** Whether an index with newer articles is being made or about to be. */
  get building(): boolean {
    return this.#next !== undefined || this.#staleSince !== undefined;
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    return this.#limited((link) => link.call('search', request));
  }

  async matchIds(query: string): Promise<ArticleId[]> {
    return this.#limited((link) => link.call('matchIds', query));
  }

  /** The library changed: a new index after a pause. Without anybody searching yet, the first search makes one. */
  noteChange(): void {
    if (this.#closed || (!this.#current && !this.#next)) return;
    const now = performance.now();
    this.#staleSince ??= now;
    clearTimeout(this.#timer);
    const wait = Math.min(PAUSE_MS, Math.max(0, this.#staleSince + LONGEST_WAIT_MS - now));
    this.#timer = setTimeout(() => this.#rebuild(), wait);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await Promise.all([this.#current?.link.end(), this.#next?.link.end()]);
  }

  /** A query that a stranger's article suggested may be built to run for ever: past the limit its worker is replaced. */
  async #limited<T>(ask: (link: WorkerLink<SearchCalls>) => Promise<T>): Promise<T> {
    const link = await this.#answering();
    const timer = setTimeout(() => {
      void link.end(new LibraryError('timed-out', 'This search took too long and was stopped. Use fewer wildcards, or put them at the end of words.'));
      if (this.#current?.link === link) this.#current = undefined;
    }, LIMITS.searchTimeMs);
    try {
      return await ask(link);
    } finally {
      clearTimeout(timer);
    }
  }

  async #answering(): Promise<WorkerLink<SearchCalls>> {
    if (this.#closed) throw new LibraryError('closed', 'The library was closed.');
    if (this.#current) return this.#current.link;
    const index = this.#next ?? this.#rebuild();
    await index.ready;
    return index.link;
  }

  #rebuild(): Index {
    // Changes during a build wait for the next one.
    if (this.#next) {
      this.#timer = setTimeout(() => this.#rebuild(), PAUSE_MS);
      return this.#next;
    }
    this.#staleSince = undefined;
    const link = this.#parts.startWorker(() => {
      if (this.#current?.link === link) this.#current = undefined;
    });
    const index: Index = { link, ready: link.call('build', undefined) };
    this.#next = index;
    index.ready.then(
      ({ change }) => this.#swapIn(index, change),
      (error: unknown) => this.#giveUp(index, error),
    );
    return index;
  }

  #swapIn(index: Index, change: number): void {
    const old = this.#current;
    this.#current = index;
    this.#next = undefined;
    void old?.link.endWhenIdle();
    this.#parts.onReady(change);
  }

  #giveUp(index: Index, error: unknown): void {
    this.#next = undefined;
    void index.link.end();
    if (!this.#closed) this.#parts.onUnexpected(error);
  }
}
