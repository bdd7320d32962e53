import { LIMITS } from '../base/limits.ts';
import type { AddResult } from '../store/library-store.ts';
import type { PackedArticle } from '../store/packed-article.ts';

/** Where an article came from, as the report names it. */
export interface ItemPlace {
  readonly source: string;
  readonly item?: string | undefined;
}

/** Stores a batch as one durable change; results in the order of the articles. */
export type StoreBatch = (articles: PackedArticle[], places: ItemPlace[]) => Promise<AddResult[]>;

interface Waiting {
  readonly article: PackedArticle;
  readonly place: ItemPlace;
  readonly resolve: (result: AddResult) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Gathers articles into batches, because each batch costs a sync to disk: a batch is stored when it is full, or when
 * its first article has waited long enough, and while one is being stored the next one gathers.
 */
export class ArticleBatcher {
  readonly #store: StoreBatch;
  #waiting: Waiting[] = [];
  #waitingBytes = 0;
  #storing = false;
  /** What waits has waited long enough, and only for its turn since. */
  #due = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(store: StoreBatch) {
    this.#store = store;
  }

  /** Resolves when the article is durable (or known to be a duplicate). */
  add(article: PackedArticle, place: ItemPlace): Promise<AddResult> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ article, place, resolve, reject });
      this.#waitingBytes += article.byteLength;
      if (this.#full()) this.#flush();
      else this.#timer ??= setTimeout(() => this.#flush(), LIMITS.batchWaitMs);
    });
  }

  #full(): boolean {
    return this.#waiting.length >= LIMITS.batchItems || this.#waitingBytes >= LIMITS.batchBytes;
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // One batch at a time: what comes meanwhile becomes the next.
    this.#due = this.#storing;
    if (this.#storing || this.#waiting.length === 0) return;
    this.#storing = true;
    void this.#storeBatch(this.#takeBatch()).then(() => {
      this.#storing = false;
      if (this.#due || this.#full()) this.#flush();
      else if (this.#waiting.length > 0) this.#timer ??= setTimeout(() => this.#flush(), LIMITS.batchWaitMs);
    });
  }

  /** The first of what waits, up to a full batch: a batch is one journal record, which must be readable again. */
  #takeBatch(): Waiting[] {
    let bytes = 0;
    const full = this.#waiting.findIndex((waiting, index) => (bytes += waiting.article.byteLength) >= LIMITS.batchBytes || index + 1 >= LIMITS.batchItems);
    const batch = this.#waiting.splice(0, full === -1 ? this.#waiting.length : full + 1);
    this.#waitingBytes -= batch.reduce((sum, waiting) => sum + waiting.article.byteLength, 0);
    return batch;
  }

  async #storeBatch(batch: readonly Waiting[]): Promise<void> {
    try {
      const results = await this.#store(
        batch.map(({ article }) => article),
        batch.map(({ place }) => place),
      );
      for (const [index, { resolve, reject }] of batch.entries()) {
        const result = results[index];
        if (result) resolve(result);
        else reject(new Error('The store gave no result for an article'));
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  }
}
