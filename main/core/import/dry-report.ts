import { MOST_PREVIEWED, type ImportEntry, type PreviewedArticle, type ReportEntry } from '../../contract/imports.ts';
import type { AddResult } from '../store/library-store.ts';
import { unpackArticle, type PackedArticle } from '../store/packed-article.ts';
import type { ItemPlace } from './article-batcher.ts';

export interface DryParts {
  readonly tryArticles: (articles: PackedArticle[]) => Promise<AddResult[]>;
  readonly onReported: (entries: readonly ImportEntry[]) => void;
}

/** The report of a dry run: nothing of it reaches the library. */
export class DryReport {
  readonly #parts: DryParts;
  readonly #entries: ReportEntry[] = [];
  readonly #articles: PreviewedArticle[] = [];

  constructor(parts: DryParts) {
    this.#parts = parts;
  }

  get unkept(): readonly ReportEntry[] {
    return this.#entries;
  }

  /** The first articles that were read. */
  get articles(): readonly PreviewedArticle[] {
    return this.#articles;
  }

  storeBatch(articles: PackedArticle[], places: readonly ItemPlace[]): Promise<AddResult[]> {
    const room = MOST_PREVIEWED - this.#articles.length;
    for (const [index, packed] of articles.slice(0, room).entries()) this.#articles.push(previewOf(packed, places[index]));
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

function previewOf(packed: PackedArticle, place: ItemPlace | undefined): PreviewedArticle {
  const { title, byline, published, site, language, wordCount, guessed, source } = unpackArticle(packed).content;
  const item = place?.item === undefined ? {} : { item: place.item };
  return { source: place?.source ?? source.name, ...item, kind: source.kind, title, byline, published, site, language, wordCount, guessed };
}
