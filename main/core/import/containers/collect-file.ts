import { LibraryError } from '../../../contract/errors.ts';
import { LIMITS } from '../../base/limits.ts';
import { ByteReader } from './byte-reader.ts';
import { tooLargeInside } from './damage.ts';
import { inMemory, type RandomBytes } from './random-bytes.ts';
import type { Spill } from './spill.ts';

/**
 * All bytes of a file, in memory of its own.
 *
 * @throws LibraryError `too-large`, or whatever reading it throws
 */
export async function collectFile(reader: ByteReader, sizeBytes: number | undefined): Promise<Uint8Array> {
  const limit = LIMITS.articleFileBytes;
  if (sizeBytes !== undefined && sizeBytes > limit) throw tooLargeInside(sizeBytes, limit);
  const bytes = await reader.read(limit + 1);
  if (bytes.length > limit) throw tooLargeInside(undefined, limit);
  return new Uint8Array(bytes);
}

/** A file taken out of its archive whole. */
export interface HeldFile {
  readonly file: RandomBytes;
  readonly drop: () => void;
}

/**
 * A file that is to be read here and there: in memory, or on the disk if it is larger than an article.
 *
 * @throws LibraryError `too-large`, `disk-full`, or whatever reading it throws
 */
export async function holdFile(reader: ByteReader, sizeBytes: number | undefined, spill: Spill): Promise<HeldFile> {
  const limit = LIMITS.articleFileBytes;
  const start = sizeBytes !== undefined && sizeBytes > limit ? Buffer.alloc(0) : await reader.read(limit + 1);
  if (start.length > 0 && start.length <= limit) return { file: inMemory(start), drop: () => {} };
  const spilled = await spill.keepAll(followedBy(start, reader));
  if (spilled === undefined) throw new LibraryError('too-large', 'This archive lies in another one and is too large to be taken out of it. Unpack the outer one and import this one.');
  const file = spill.open(spilled);
  const drop = () => {
    file.close();
    spill.drop(spilled);
  };
  return { file, drop };
}

function followedBy(start: Buffer, reader: ByteReader): ByteReader {
  let isStart = start.length > 0;
  return new ByteReader({
    next: () => {
      if (!isStart) return reader.readSome(Number.MAX_SAFE_INTEGER);
      isStart = false;
      return start;
    },
  });
}
