import { createGunzip, createInflateRaw, createZstdDecompress } from 'node:zlib';
import { ByteReader, readerOfChunks, type ByteSource } from './byte-reader.ts';
import { damagedFile } from './damage.ts';
import type { UnpackBudget } from './unpack-budget.ts';
import { zstdFrames } from './zstd-frames.ts';

export type Packing = 'deflate' | 'gzip' | 'zstd';

/** What comes out at once. */
const OPTIONS = { chunkSize: 128 * 1024 };
/** What goes in at once: it may become a thousand times as much. */
const FEED_BYTES = 32 * 1024;

/**
 * What is packed, unpacked as it is read. Whatever is wrong with it shows when it is read: what came before is given first.
 * Reading it throws LibraryError `malformed`, or `too-large` where the budget is spent.
 */
export function inflateStream(packed: ByteReader, packing: Packing, budget: UnpackBudget): ByteReader {
  const source = packing === 'zstd' ? undefined : new InflateSource(packed, packing === 'gzip' ? createGunzip(OPTIONS) : createInflateRaw(OPTIONS), budget);
  return source === undefined ? readerOfChunks(inflateFrames(packed, budget)) : new ByteReader(source);
}

async function* inflateFrames(packed: ByteReader, budget: UnpackBudget): AsyncGenerator<Buffer> {
  for await (const frame of zstdFrames(packed)) {
    const source = new InflateSource(frame, createZstdDecompress(OPTIONS), budget);
    for (let chunk = await source.next(); chunk !== undefined; chunk = await source.next()) yield chunk;
  }
}

/** Fed by hand: as a stream, it would lose what it had unpacked before an error. */
class InflateSource implements ByteSource {
  readonly #packed: ByteReader;
  readonly #inflate: ReturnType<typeof createGunzip>;
  readonly #budget: UnpackBudget;
  readonly #unpacked: Buffer[] = [];
  #error: unknown;
  #isEnd = false;
  #wake: () => void = () => {};

  constructor(packed: ByteReader, inflate: ReturnType<typeof createGunzip>, budget: UnpackBudget) {
    this.#packed = packed;
    this.#inflate = inflate;
    this.#budget = budget;
    inflate.on('data', (chunk: Buffer) => this.#unpacked.push(chunk));
    inflate.on('error', (error) => this.#settle(() => (this.#error = error)));
    inflate.on('end', () => this.#settle(() => (this.#isEnd = true)));
  }

  async next(): Promise<Buffer | undefined> {
    for (;;) {
      const chunk = this.#unpacked.shift();
      if (chunk !== undefined) {
        this.#budget.spendBytes(chunk.length);
        return chunk;
      }
      if (this.#error !== undefined) throw isOfZlib(this.#error) ? damagedFile(this.#error) : this.#error;
      if (this.#isEnd) return undefined;
      await this.#feed();
    }
  }

  async #feed(): Promise<void> {
    const packed = await this.#packed.readSome(FEED_BYTES);
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      if (packed === undefined) this.#inflate.end();
      else this.#inflate.write(packed, () => resolve());
    });
  }

  #settle(change: () => void): void {
    change();
    this.#wake();
  }
}

/** An error of what was packed, and not of reading it. */
export function isOfZlib(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^(?:Z_|ERR_BUFFER_TOO_LARGE|ERR_BROTLI|ERR_ZSTD|ZSTD_|ERR__)/.test(error.code);
}
