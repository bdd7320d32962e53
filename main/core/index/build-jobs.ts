/** Rows of articles that are being built elsewhere, or are to be tried again after a job that failed. */
export class BuildJobs {
  /** By job, the rows with the versions that were wanted. */
  readonly #running = new Map<number, ReadonlyMap<number, number>>();
  readonly #again: (readonly number[])[] = [];
  #last = 0;

  /** Articles under way. */
  get running(): number {
    return [...this.#running.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** Articles that wait for being tried again. */
  get waiting(): number {
    return this.#again.reduce((sum, { length }) => sum + length, 0);
  }

  /** The rows that a failed job left, if any. */
  takeAgain(): readonly number[] | undefined {
    return this.#again.shift();
  }

  /** @param versions by row */
  begin(versions: ReadonlyMap<number, number>): number {
    this.#last += 1;
    this.#running.set(this.#last, versions);
    return this.#last;
  }

  /** How many articles a job was given. */
  size(job: number): number {
    return this.#running.get(job)?.size ?? 0;
  }

  /** Returns the job's rows. */
  end(job: number): number[] {
    const rows = [...(this.#running.get(job)?.keys() ?? [])];
    this.#running.delete(job);
    return rows;
  }

  /** In halves, so that in the end the one article is found for which a job fails. */
  tryAgain(rows: readonly number[]): void {
    const half = rows.length >> 1;
    this.#again.push(...[rows.slice(0, half), rows.slice(half)].filter(({ length }) => length > 0));
  }

  /** Whether this version of an article is on its way. */
  has(n: number, version: number): boolean {
    for (const rows of this.#running.values()) if (rows.get(n) === version) return true;
    return this.#again.some((rows) => rows.includes(n));
  }
}
