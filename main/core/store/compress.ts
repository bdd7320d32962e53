import zlib from 'node:zlib';

/** Room beside the bytes for what does not get smaller. */
const SPARE_BYTES = 64;

/** One zstd frame, as the database's columns hold them. Strings as UTF-8. */
export function compress(content: string | Uint8Array): Buffer {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  // Texts are short, and the memory that is made ready for each call would else be many times their length.
  return zlib.zstdCompressSync(bytes, bytes.byteLength < zlib.constants.Z_DEFAULT_CHUNK ? { chunkSize: bytes.byteLength + SPARE_BYTES } : {});
}
