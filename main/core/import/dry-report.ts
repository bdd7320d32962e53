import type { ImportEntry, ReportEntry } from '../../contract/imports.ts';
import type { AddResult } from '../store/library-store.ts';
import type { PackedArticle } from '../store/packed-article.ts';

export interface DryParts {
  readonly tryArticles: (articles: PackedArticle[]) => Promise<AddResult[]>;
  readonly onReported: (entries: readonly ImportEntry[]) => void;
}

/** The report of a dry run: nothing of it reaches the library. */
export class DryReport {
  readonly #parts: DryParts;
  readonly #entries: ReportEntry[] = [];

  constructor(parts: DryParts) {
    this.#parts = parts;
  }

  get unkept(): readonly ReportEntry[] {
    return this.#entries;
  }

  storeBatch(articles: PackedArticle[]): Promise<AddResult[]> {
    return this.#parts.tryArticles(articles);
  }

  take(entry: ImportEntry): void {
    this.#entries.push({ ...entry, number: this.#entries.length + 1 });
    this.#parts.onReported([entry]);
  }

  end(): Promise<void> {
    return Promise.resolve();
  }
}
