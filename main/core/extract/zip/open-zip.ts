import { crc32, inflateRawSync } from 'node:zlib';
import * as yauzl from 'yauzl';
import { LIMITS } from '../../base/limits.ts';
import { ZipError } from './zip-error.ts';

/** One file in an archive. Its name is a stranger's: a key to look up, never a path to write to. */
export interface ZipEntry {
  /** With `/` between folders, whatever the archive has. May be anything, and may stand there twice. */
  readonly name: string;
  /** As the archive says; what is really there is only known once it was read. */
  readonly sizeBytes: number;
  readonly isEncrypted: boolean;
}

export interface OpenZip {
  /** The files (folders left out) in the order of the archive's directory. */
  readonly entries: readonly ZipEntry[];
  /** The entry of exactly this name; the last of several, as those who write over a file in an archive mean it. */
  readonly find: (name: string) => ZipEntry | undefined;
  /**
   * The unpacked bytes of one entry. Never inflates more than `limitBytes` (LIMITS.zipEntryBytes), nor than all entries
   * together may have (LIMITS.zipTotalBytes), whatever sizes the archive claims.
   *
   * @throws ZipError `encrypted`, `truncated`, `malformed`, `too-large`, `unknown-method`
   */
  readonly read: (entry: ZipEntry, limitBytes?: number) => Promise<Uint8Array>;
}

const END_OF_DIRECTORY = Buffer.from('PK\u0005\u0006', 'latin1');
const END_OF_DIRECTORY_BYTES = 22;
const STORED = 0;
const DEFLATED = 8;
const FLAG_UTF8 = 0x800;
/** Text seldom packs better than 1:20. Small entries may: a page of one sentence over and over is no attack. */
const HIGHEST_RATIO = 200;
const SMALL_BYTES = 4 * 1024 * 1024;

/**
 * Reads the directory of a zip archive that is a document or a book, within limits. Nothing is unpacked until it is
 * asked for, and nothing is ever written anywhere.
 *
 * @throws ZipError (a LibraryError) `encrypted`, `truncated`, `malformed`, `too-large`
 */
export async function openZip(bytes: Uint8Array): Promise<OpenZip> {
  const file = withoutTrailingBytes(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const { zip, listed } = await readDirectory(file);
  const entries = [...listed.keys()];
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  let leftBytes: number = LIMITS.zipTotalBytes;

  const read = async (entry: ZipEntry, limitBytes: number = LIMITS.zipEntryBytes): Promise<Uint8Array> => {
    const raw = listed.get(entry);
    if (raw === undefined) throw new TypeError('This entry belongs to another archive.');
    const unpacked = unpack(raw, await packedBytes(zip, raw, file), Math.min(limitBytes, leftBytes));
    leftBytes -= unpacked.length;
    return unpacked;
  };
  return { entries, find: (name) => byName.get(name), read };
}

interface Directory {
  readonly zip: yauzl.ZipFile;
  readonly listed: ReadonlyMap<ZipEntry, yauzl.Entry>;
}

async function readDirectory(file: Buffer): Promise<Directory> {
  const listed = new Map<ZipEntry, yauzl.Entry>();
  try {
    // Names are decoded here: the library's own way refuses the whole archive for one name that could lead out of a folder.
    const zip = await yauzl.fromBufferPromise(file, { decodeStrings: false, validateEntrySizes: false });
    if (zip.entryCount > LIMITS.zipEntries) throw new ZipError('too-large');
    for await (const raw of zip.eachEntry()) {
      const entry = { name: nameOf(raw), sizeBytes: raw.uncompressedSize, isEncrypted: raw.isEncrypted() };
      if (!entry.name.endsWith('/')) listed.set(entry, raw);
    }
    return { zip, listed };
  } catch (error) {
    throw describe(error, file);
  }
}

/** UTF-8 where the bytes are, whether they are marked as such or not: many programs forget the mark. */
function nameOf({ fileNameRaw, generalPurposeBitFlag, extraFields }: yauzl.Entry): string {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(fileNameRaw);
    return yauzl.getFileNameLowLevel(generalPurposeBitFlag | FLAG_UTF8, fileNameRaw, extraFields, false);
  } catch {
    // `fatal` answers by throwing: the name is in the charset of old archives.
    return yauzl.getFileNameLowLevel(generalPurposeBitFlag, fileNameRaw, extraFields, false);
  }
}

async function packedBytes(zip: yauzl.ZipFile, raw: yauzl.Entry, file: Buffer): Promise<Buffer> {
  if (raw.isEncrypted()) throw new ZipError('encrypted');
  try {
    const { fileDataStart } = await zip.readLocalFileHeaderPromise(raw, { minimal: true });
    return file.subarray(fileDataStart, fileDataStart + raw.compressedSize);
  } catch (error) {
    throw describe(error, file);
  }
}

function unpack(raw: yauzl.Entry, packed: Buffer, limitBytes: number): Uint8Array {
  const mostBytes = Math.min(limitBytes, Math.max(SMALL_BYTES, packed.length * HIGHEST_RATIO));
  if (raw.uncompressedSize > mostBytes) throw new ZipError('too-large');
  // A copy: a view would carry the whole file along wherever the entry goes.
  const unpacked = raw.compressionMethod === STORED ? new Uint8Array(packed) : inflate(raw, packed, mostBytes);
  if (unpacked.length > mostBytes) throw new ZipError('too-large');
  if (crc32(unpacked) !== raw.crc32) throw new ZipError('malformed');
  return unpacked;
}

function inflate({ compressionMethod }: yauzl.Entry, packed: Buffer, mostBytes: number): Buffer {
  if (compressionMethod !== DEFLATED) throw new ZipError('unknown-method');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, mostBytes) });
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new ZipError(isTooLarge ? 'too-large' : 'malformed', { cause: error });
  }
}

/** Mail programs and broken downloads append bytes. What follows the archive's end is not the archive. */
function withoutTrailingBytes(file: Buffer): Buffer {
  const end = file.lastIndexOf(END_OF_DIRECTORY);
  if (end < 0 || end + END_OF_DIRECTORY_BYTES > file.length) return file;
  return file.subarray(0, end + END_OF_DIRECTORY_BYTES + file.readUInt16LE(end + END_OF_DIRECTORY_BYTES - 2));
}

function describe(error: unknown, file: Buffer): ZipError {
  if (error instanceof ZipError) return error;
  const message = error instanceof Error ? error.message : '';
  if (/encrypt/i.test(message)) return new ZipError('encrypted', { cause: error });
  const breaksOff = /end of central directory record signature not found|unexpected EOF|overflows file bounds/i.test(message);
  return new ZipError(breaksOff && file.subarray(0, 2).toString('latin1') === 'PK' ? 'truncated' : 'malformed', { cause: error });
}
