/** A number of articles, bounded by how many they are and how many words they have. */
export interface Amount {
  readonly articles: number;
  readonly words: number;
}

/** Rows of articles that wait for being indexed, in the order in which they came. */
export class WaitingRows {
  /** Row to words. */
  readonly #rows = new Map<number, number>();
  #words = 0;

  get size(): number {
    return this.#rows.size;
  }

  numbers(): number[] {
    return [...this.#rows.keys()];
  }

  isWithin({ articles, words }: Amount): boolean {
    return this.size <= articles && this.#words <= words;
  }

  add(n: number, words: number): void {
    this.delete(n);
    this.#rows.set(n, words);
    this.#words += words;
  }

  delete(n: number): void {
    this.#words -= this.#rows.get(n) ?? 0;
    this.#rows.delete(n);
  }

  clear(): void {
    this.#rows.clear();
    this.#words = 0;
  }

  /** The first of them, up to an amount; one at least if there are any. */
  first(most: Amount): number[] {
    const rows: number[] = [];
    let total = 0;
    for (const [n, words] of this.#rows) {
      total += words;
      if (rows.length > 0 && (rows.length >= most.articles || total > most.words)) break;
      rows.push(n);
    }
    return rows;
  }
}
