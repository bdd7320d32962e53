import { gunzipSync, constants } from 'node:zlib';
import { fileTypeFromBuffer } from 'file-type';
import { looksLikeTar } from '../containers/tar-header.ts';
import { looksLikeWebArchive } from '../containers/warc-records.ts';
import type { FormatName } from './format-labels.ts';

/** First bytes in hexadecimal. Only formats that are never text are decided here. */
const SIGNATURES: readonly (readonly [string, FormatName])[] = [
  ['89504e470d0a1a0a', 'png'],
  ['ffd8ff', 'jpeg'],
  ['474946383761', 'gif'],
  ['474946383961', 'gif'],
  ['28b52ffd', 'zstd'],
  ['377abcaf271c', '7z'],
  ['526172211a07', 'rar'],
  ['53514c69746520666f726d6174203300', 'sqlite'],
  ['7f454c46', 'executable'],
  ['cafebabe', 'executable'],
  ['cffaedfe', 'executable'],
  ['774f4646', 'font'],
  ['774f4632', 'font'],
];
/** Gives enough to see what is inside. */
const GZIP_PROBE_BYTES = 4_096;

/** The format of a file by its first bytes, or undefined where they do not say, as with all kinds of text. Zip archives have a file of their own. */
export function identifyBySignature(bytes: Uint8Array, extension: string): FormatName | undefined {
  const head = Buffer.from(bytes.subarray(0, 512));
  const hex = head.subarray(0, 16).toString('hex');
  const known = SIGNATURES.find(([signature]) => hex.startsWith(signature))?.[1];
  if (known !== undefined) return known;
  const ascii = head.toString('latin1');
  if (hex.startsWith('1f8b')) return identifyGzip(bytes);
  if (hex.startsWith('d0cf11e0a1b11ae1')) return identifyOle(bytes, extension);
  if (ascii.startsWith('bplist00')) return includes(bytes, 'WebMainResource') ? 'webarchive' : 'unknown-binary';
  if (looksLikeWebArchive(head)) return 'warc';
  if (ascii.startsWith('RIFF') && ascii.slice(8, 12) === 'WEBP') return 'webp';
  if (/^.{4}ftypavi[fs]/s.test(ascii)) return 'avif';
  if (looksLikeTar(head)) return 'tar';
  // Readers of PDF allow other bytes before the header.
  return /^[^<]{0,400}%PDF-\d/s.test(ascii) ? 'pdf' : undefined;
}

/** For files that are no text: the many formats that the library knows and nobody reads here. */
export async function identifyOtherBinary(bytes: Uint8Array): Promise<FormatName> {
  const type = await fileTypeFromBuffer(bytes.subarray(0, 64 * 1024));
  if (type === undefined) return 'unknown-binary';
  if (type.mime.startsWith('image/')) return 'image';
  if (type.mime.startsWith('audio/')) return 'audio';
  if (type.mime.startsWith('video/')) return 'video';
  if (type.mime.startsWith('font/')) return 'font';
  if (/^(?:exe|elf|macho|wasm|class)$/.test(type.ext)) return 'executable';
  return /zip|compress|tar|archive|lz|xz/.test(type.mime) ? 'archive' : 'unknown-binary';
}

/** The files of Office before 2007, and those of today that are protected by a password: the reader of `docx` says so. */
function identifyOle(bytes: Uint8Array, extension: string): FormatName {
  const names = (stream: string): boolean => includes(bytes, stream.split('').join('\0'));
  if (names('EncryptedPackage') && !/^(?:xls|ppt|pps|pot|xlt|vsd)/.test(extension)) return 'docx';
  return names('WordDocument') ? 'doc' : 'office';
}

function identifyGzip(bytes: Uint8Array): FormatName {
  try {
    const probe = gunzipSync(bytes.subarray(0, GZIP_PROBE_BYTES), { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1_048_576 });
    if (looksLikeWebArchive(probe)) return 'warc';
    return looksLikeTar(probe) ? 'tar' : 'gzip';
  } catch {
    // Damaged, or more inflated than a probe may be: it is gzip all the same.
    return 'gzip';
  }
}

function includes(bytes: Uint8Array, text: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(text, 0, 'latin1');
}
