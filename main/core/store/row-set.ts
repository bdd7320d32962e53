/** A set of row numbers (`articles.n`), one bit for each. */
export class RowSet {
  readonly #bits: Uint8Array;

  constructor(rows: readonly number[]) {
    let most = 0;
    for (let at = 0; at < rows.length; at += 1) most = Math.max(most, rows[at] ?? 0);
    this.#bits = new Uint8Array((most >>> 3) + 1);
    for (let at = 0; at < rows.length; at += 1) this.#add(rows[at] ?? 0);
  }

  has(n: number): boolean {
    return ((this.#bits[n >>> 3] ?? 0) & (1 << (n & 7))) !== 0;
  }

  delete(n: number): void {
    if (this.has(n)) this.#bits[n >>> 3] = (this.#bits[n >>> 3] ?? 0) & ~(1 << (n & 7));
  }

  /** How many of the rows are in the set. */
  count(rows: readonly number[]): number {
    let count = 0;
    for (let at = 0; at < rows.length; at += 1) if (this.has(rows[at] ?? 0)) count += 1;
    return count;
  }

  #add(n: number): void {
    this.#bits[n >>> 3] = (this.#bits[n >>> 3] ?? 0) | (1 << (n & 7));
  }
}
