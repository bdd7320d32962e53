import { LIMITS } from '../../base/limits.ts';

export interface MemoryBounds {
  /** Something was larger than it may be, and was cut or refused. */
  exceeded: boolean;
}

/**
 * Runs PDF.js with an end to what it may unpack. It inflates every stream to its end, has no setting for how far, and what it
 * inflates to lies outside of the heap that a worker's limit counts. All of it comes through two globals, so these are bounded
 * while it works: a stream that is inflated by the platform ends at LIMITS.pdfStreamBytes, and a buffer beyond that is refused
 * with the error that the platform itself has for it.
 */
export async function withBoundedMemory<T>(work: (bounds: MemoryBounds) => Promise<T>): Promise<T> {
  const bounds: MemoryBounds = { exceeded: false };
  const leave = enter(bounds);
  try {
    return await work(bounds);
  } finally {
    leave();
  }
}

const platform = { Uint8Array: globalThis.Uint8Array, DecompressionStream: globalThis.DecompressionStream };
/** A worker reads one file at a time; tests may read several. */
const active = new Set<MemoryBounds>();

function enter(bounds: MemoryBounds): () => void {
  active.add(bounds);
  globalThis.Uint8Array = BoundedBytes;
  globalThis.DecompressionStream = BoundedDecompression;
  return () => {
    active.delete(bounds);
    if (active.size === 0) Object.assign(globalThis, platform);
  };
}

function noteExcess(): void {
  for (const bounds of active) bounds.exceeded = true;
}

const BoundedBytes = new Proxy(platform.Uint8Array, {
  construct(target, parts: unknown[], newTarget: new () => object): object {
    const [length] = parts;
    if (typeof length === 'number' && length > LIMITS.pdfStreamBytes) {
      noteExcess();
      throw new RangeError(`A buffer of ${length} bytes is more than reading a PDF may take.`);
    }
    const made: object = Reflect.construct(target, parts, newTarget);
    return made;
  },
});

class BoundedDecompression implements DecompressionStream {
  readonly readable: DecompressionStream['readable'];
  readonly writable: DecompressionStream['writable'];

  constructor(...parts: ConstructorParameters<typeof platform.DecompressionStream>) {
    const inner = new platform.DecompressionStream(...parts);
    let total = 0;
    const limit = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        total += chunk.byteLength;
        if (total <= LIMITS.pdfStreamBytes) return controller.enqueue(chunk);
        noteExcess();
        // What came so far is read; the rest is never inflated.
        controller.terminate();
      },
    });
    this.writable = inner.writable;
    this.readable = inner.readable.pipeThrough(limit);
  }
}
