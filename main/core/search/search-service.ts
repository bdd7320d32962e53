import { setTimeout as delay } from 'node:timers/promises';
import type { ArticleId } from '../../contract/ids.ts';
import type { MatchPlaces } from '../../contract/search.ts';
import { LibraryError } from '../../contract/errors.ts';
import { LIMITS } from '../base/limits.ts';
import type { ChangeNote } from '../index/index-keeper.ts';
import type { IndexCalls } from '../workers/index-worker.ts';
import type { SearchCalls } from '../workers/search-worker.ts';
import type { WorkerLink } from '../workers/worker-link.ts';
import type { WorkerPool } from '../workers/worker-pool.ts';
import type { SavedCounts, SavedRequest } from './count-saved.ts';
import { IndexUpkeep } from './index-upkeep.ts';
import type { FacetAnswer, FacetRequest, IdsAnswer, IdsRequest, LocateRequest, SearchAnswer, SearchRequest, SimilarAnswer, SimilarRequest } from './search-engine.ts';

export interface SearchParts {
  readonly root: string;
  readonly startWorker: (onGone: (why: LibraryError) => void) => WorkerLink<SearchCalls>;
  /** Undefined in a library that is open for reading only. */
  readonly pool: WorkerPool<IndexCalls> | undefined;
  /** What was changed up to this change is found now. */
  readonly onReady: (change: number) => void;
  readonly onTrouble: (error: unknown) => void;
}

/** So long a search waits for an index in which there is nothing at all yet. */
const FIRST_INDEX_MS = 3_000;
/** So long closing waits for a worker that may be hanging. */
const CLOSING_MS = 10_000;

const TOO_LONG = 'This search took too long and was stopped. Use fewer wildcards, or put them at the end of words.';

interface Current {
  readonly link: WorkerLink<SearchCalls>;
  readonly upkeep: IndexUpkeep;
  readonly opened: Promise<void>;
}

/** Answers searches from one worker, whose index follows the library; see IndexUpkeep. */
export class SearchService {
  readonly #parts: SearchParts;
  #current: Current | undefined;
  #closed = false;
  /** A worker was lost while it added articles: the next one leaves that to jobs. */
  #careful = false;

  constructor(parts: SearchParts) {
    this.#parts = parts;
  }

  /** Whether articles are on their way into the index. */
  get building(): boolean {
    return (this.#current?.upkeep.status?.pending ?? 0) > 0;
  }

  async search(request: SearchRequest): Promise<SearchAnswer> {
    const { link } = await this.#upToDate();
    return this.#limited(link, () => link.call('search', request));
  }

  async matchIds(query: string): Promise<ArticleId[]> {
    const { link } = await this.#upToDate();
    return this.#limited(link, () => link.call('matchIds', query));
  }

  async ids(request: IdsRequest): Promise<IdsAnswer> {
    const { link } = await this.#upToDate();
    return this.#limited(link, () => link.call('ids', request));
  }

  async countSaved(request: SavedRequest): Promise<SavedCounts> {
    const { link } = await this.#upToDate();
    return this.#limited(link, () => link.call('countSaved', request));
  }

  async facets(request: FacetRequest): Promise<FacetAnswer> {
    const { link } = await this.#upToDate();
    return this.#limited(link, () => link.call('facets', request));
  }

  /** @throws LibraryError `not-found` */
  async locate(request: LocateRequest): Promise<MatchPlaces> {
    const { link } = await this.#upToDate();
    return this.#limited(link, () => link.call('locate', request));
  }

  /** @throws LibraryError `not-found` */
  async similar(request: SimilarRequest): Promise<SimilarAnswer> {
    const { link } = await this.#upToDate();
    return this.#limited(link, () => link.call('similar', request));
  }

  /** The library changed. The next search finds it. */
  async noteChange(note: ChangeNote): Promise<void> {
    try {
      if (this.#current && !this.#current.link.gone) return await this.#current.upkeep.takeNote(note);
      // Opening looks at what the index misses.
      if (note.touched === null || note.touched.length > 0) await this.start();
    } catch (error) {
      if (!this.#closed && !(error instanceof LibraryError && error.code === 'closed')) this.#parts.onTrouble(error);
    }
  }

  /** Begins to index what is not indexed, without anybody searching. */
  async start(): Promise<void> {
    if (!this.#closed) await this.#open().opened;
  }

  /** Waits until all that was changed is in the index and lasting. */
  async settle(): Promise<void> {
    try {
      await this.#current?.opened;
      await this.#current?.upkeep.settle();
    } catch (error) {
      // What was changed is safe without it, and the next opening makes up for it.
      if (!this.#closed) this.#parts.onTrouble(error);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    const current = this.#current;
    current?.upkeep.stop();
    await this.#parts.pool?.close();
    if (!current) return;
    const closing = current.opened.then(() => current.upkeep.close());
    // What is not committed is done again at the next opening.
    await Promise.race([closing.catch((error: unknown) => this.#parts.onTrouble(error)), delay(CLOSING_MS, undefined, { ref: false })]);
    await current.link.end();
  }

  #open(): Current {
    if (this.#closed) throw new LibraryError('closed', 'The library was closed.');
    if (this.#current && !this.#current.link.gone) return this.#current;
    this.#current?.upkeep.stop();
    const { root, pool, onReady, onTrouble } = this.#parts;
    const link = this.#parts.startWorker(() => this.#drop(link));
    const upkeep = new IndexUpkeep({ root, link, pool, careful: this.#careful, onSettled: onReady, onTrouble });
    const opened = upkeep.open();
    const current = { link, upkeep, opened };
    this.#current = current;
    opened.catch(() => {
      this.#drop(link);
      void link.end();
    });
    return current;
  }

  #drop(link: WorkerLink<SearchCalls>): void {
    if (this.#current?.link !== link) return;
    this.#current.upkeep.stop();
    this.#current = undefined;
  }

  async #upToDate(): Promise<Current> {
    const current = this.#open();
    const { link, upkeep } = current;
    await current.opened;
    // Nobody tells a reader of changes.
    await this.#limited(link, () => (this.#parts.pool ? upkeep.noted() : upkeep.refresh()));
    while (upkeep.hasSmall) await this.#adding(link, () => upkeep.applySome());
    if (upkeep.status?.indexed === 0 && this.building) await Promise.race([this.settle(), delay(FIRST_INDEX_MS, undefined, { ref: false })]);
    return current;
  }

  async #adding(link: WorkerLink<SearchCalls>, add: () => Promise<void>): Promise<void> {
    try {
      await this.#limited(link, add);
    } finally {
      this.#careful ||= link.gone && !this.#closed;
    }
  }

  /** A query that a stranger's article suggested may be built to run for ever: past the limit its worker is replaced. */
  async #limited<T>(link: WorkerLink<SearchCalls>, ask: () => Promise<T>): Promise<T> {
    const timer = setTimeout(() => {
      this.#drop(link);
      void link.end(new LibraryError('timed-out', TOO_LONG));
    }, LIMITS.searchTimeMs);
    try {
      return await ask();
    } finally {
      clearTimeout(timer);
    }
  }
}
