import type { RandomBytes } from './random-bytes.ts';

/** Where a reader's bytes come from. */
export interface ByteSource {
  /** The next bytes, at least one of them; undefined at the end. */
  next(): Promise<Buffer | undefined> | Buffer | undefined;
  /** Passes over up to so many bytes where that is cheaper than reading them; returns how many. */
  skip?(bytes: number): Promise<number> | number;
}

const NONE = Buffer.alloc(0);
/** Read from a file at once. */
const WINDOW_BYTES = 256 * 1024;

/**
 * Reads bytes one after the other, as many as are wanted at a time. What it gives may share memory with what it gives later.
 * Where its source fails, what came before can still be had: by all that ask for no more than that.
 */
export class ByteReader {
  readonly #source: ByteSource;
  #buffer: Buffer = NONE;
  #position = 0;
  #problem: { readonly error: unknown } | undefined;

  constructor(source: ByteSource) {
    this.#source = source;
  }

  /** How many bytes were taken or passed over. */
  get position(): number {
    return this.#position;
  }

  /** The next bytes without taking them: fewer than asked for only where the end is near, or where the source fails. */
  async peek(bytes: number): Promise<Buffer> {
    await this.#gather(bytes);
    if (this.#buffer.length === 0 && this.#problem) throw this.#problem.error;
    return this.#buffer.subarray(0, bytes);
  }

  /** Takes the next bytes: fewer than asked for only at the end. */
  async read(bytes: number): Promise<Buffer> {
    await this.#gather(bytes);
    if (this.#buffer.length < bytes && this.#problem) throw this.#problem.error;
    return this.#take(bytes);
  }

  /** Takes what there is without waiting for more, up to so many bytes; undefined at the end. */
  async readSome(most: number): Promise<Buffer | undefined> {
    if (this.#buffer.length === 0) await this.#gather(1);
    if (this.#buffer.length === 0 && this.#problem) throw this.#problem.error;
    return this.#buffer.length === 0 ? undefined : this.#take(most);
  }

  /** Passes over the next bytes; returns how many there were. */
  async skip(bytes: number): Promise<number> {
    let left = bytes - this.#take(bytes).length;
    while (left > 0) {
      const passed = this.#problem ? 0 : ((await this.#source.skip?.(left)) ?? 0);
      this.#position += passed;
      left -= passed;
      if (passed > 0) continue;
      const some = await this.readSome(left);
      if (some === undefined) break;
      left -= some.length;
    }
    return bytes - left;
  }

  #take(most: number): Buffer {
    const taken = this.#buffer.subarray(0, most);
    this.#buffer = this.#buffer.subarray(taken.length);
    this.#position += taken.length;
    return taken;
  }

  /** Has as many bytes in the buffer as are needed, if there are. They are joined once. */
  async #gather(bytes: number): Promise<void> {
    if (this.#buffer.length >= bytes || this.#problem) return;
    const parts = [this.#buffer];
    let length = this.#buffer.length;
    while (length < bytes) {
      const next = await this.#nextOrProblem();
      if (next === undefined) break;
      parts.push(next);
      length += next.length;
    }
    const [first = NONE, second] = parts.filter((part) => part.length > 0);
    this.#buffer = second === undefined ? first : Buffer.concat(parts, length);
  }

  async #nextOrProblem(): Promise<Buffer | undefined> {
    try {
      return await this.#source.next();
    } catch (error) {
      // It is thrown when somebody asks for what it kept back.
      this.#problem = { error };
      return undefined;
    }
  }
}

/** A reader of a part of a file or of memory; what is passed over is not read. */
export function readerOf(bytes: RandomBytes, start = 0, end = bytes.sizeBytes): ByteReader {
  let at = start;
  return new ByteReader({
    next: () => {
      const window = bytes.read(at, Math.min(WINDOW_BYTES, end - at));
      at += window.length;
      return window.length === 0 ? undefined : window;
    },
    skip: (wanted) => {
      const passed = Math.max(0, Math.min(wanted, end - at));
      at += passed;
      return passed;
    },
  });
}

/** A reader of the next bytes of another one, up to so many: the two share one place. */
export function readerOfNext(reader: ByteReader, bytes: number): ByteReader {
  let left = bytes;
  return new ByteReader({
    next: async () => {
      if (left === 0) return undefined;
      const some = await reader.readSome(left);
      left -= some?.length ?? 0;
      return some;
    },
    skip: async (wanted) => {
      const passed = await reader.skip(Math.min(wanted, left));
      left -= passed;
      return passed;
    },
  });
}

export function readerOfChunks(chunks: AsyncIterable<Buffer>): ByteReader {
  const iterator = chunks[Symbol.asyncIterator]();
  return new ByteReader({
    next: async () => {
      for (;;) {
        const { done, value } = await iterator.next();
        if (done === true) return undefined;
        if (value.length > 0) return value;
      }
    },
  });
}

/** All that a reader still has, in pieces as they come. */
export async function* chunksOf(reader: ByteReader): AsyncGenerator<Buffer> {
  for (;;) {
    const chunk = await reader.readSome(WINDOW_BYTES);
    if (chunk === undefined) return;
    yield chunk;
  }
}
