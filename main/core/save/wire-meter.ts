import type { Connection } from './guarded-agent.ts';

/** Counts what comes over the net for one request: also what its answer never shows, as the heads and the sizes of its pieces. */
export class WireMeter {
  readonly #find: () => Connection | undefined;
  readonly #before: Connection | undefined;
  readonly #beforeBytes: number;

  /** Begins before the request is sent. @param find the newest connection to its host, over which one request goes at a time */
  constructor(find: () => Connection | undefined) {
    this.#find = find;
    this.#before = find();
    this.#beforeBytes = this.#before?.bytesRead ?? 0;
  }

  get bytes(): number {
    const connection = this.#find();
    return (connection?.bytesRead ?? 0) - (connection === this.#before ? this.#beforeBytes : 0);
  }
}
