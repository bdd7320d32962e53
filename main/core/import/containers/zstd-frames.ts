import { ByteReader, readerOfNext } from './byte-reader.ts';
import { damagedFile } from './damage.ts';

/* Frames by RFC 8878. Node's own stream ends without a word after the first of several. */

const FRAME = 0xfd2fb528;
/** What may stand between frames and means nothing here: 0x184d2a50 to 0x184d2a5f. */
const SKIPPABLE = 0x184d2a50;
const LAST_BLOCK = 1;
const RLE_BLOCK = 1;

/**
 * The frames of what zstd packed, each as a reader of its bytes. The next one begins where the one before was read to its end.
 * What is no frame throws LibraryError `malformed`.
 */
export async function* zstdFrames(reader: ByteReader): AsyncGenerator<ByteReader> {
  for (;;) {
    const start = await reader.peek(8);
    if (start.length === 0) return;
    if (start.length < 8) throw damagedFile();
    const magic = start.readUInt32LE(0);
    if (magic === FRAME) yield readerOfFrame(reader);
    else if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE) await reader.skip(8 + start.readUInt32LE(4));
    else throw damagedFile();
  }
}

/** The header, then block by block, each with its length, then the sum where there is one. */
function readerOfFrame(reader: ByteReader): ByteReader {
  let part: ByteReader | undefined;
  let hasSum = false;
  let state: 'header' | 'block' | 'sum' | 'end' = 'header';
  const nextPart = async (): Promise<ByteReader | undefined> => {
    if (state === 'header') {
      const header = measureHeader((await reader.peek(5))[4] ?? 0);
      hasSum = header.hasSum;
      state = 'block';
      return readerOfNext(reader, header.bytes);
    }
    if (state === 'block') {
      const block = await reader.peek(3);
      if (block.length < 3) return undefined;
      const head = block.readUIntLE(0, 3);
      if ((head & LAST_BLOCK) !== 0) state = hasSum ? 'sum' : 'end';
      return readerOfNext(reader, 3 + (((head >> 1) & 3) === RLE_BLOCK ? 1 : head >> 3));
    }
    const isSum = state === 'sum';
    state = 'end';
    return isSum ? readerOfNext(reader, 4) : undefined;
  };
  return new ByteReader({
    next: async () => {
      for (;;) {
        const some = await part?.readSome(Number.MAX_SAFE_INTEGER);
        if (some !== undefined) return some;
        part = await nextPart();
        if (part === undefined) return undefined;
      }
    },
  });
}

/** The length of a frame's header, magic and all, by its descriptor. */
function measureHeader(descriptor: number): { bytes: number; hasSum: boolean } {
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const sizeBytes = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6] ?? 0;
  return { bytes: 5 + (isSingleSegment ? 0 : 1) + dictionaryBytes + sizeBytes, hasSum: (descriptor & 4) !== 0 };
}
