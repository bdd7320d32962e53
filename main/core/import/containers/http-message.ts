import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync, zstdDecompressSync } from 'node:zlib';
import { LIMITS } from '../../base/limits.ts';
import type { ByteReader } from './byte-reader.ts';
import { damagedFile, tooLargeInside } from './damage.ts';
import { isOfZlib } from './inflate-stream.ts';
import type { UnpackBudget } from './unpack-budget.ts';

/* HTTP/1.1 messages by RFC 9112, as archives keep them: not always as they were sent. */

export interface HttpHead {
  readonly status: number;
  /** By their names in lower case; of several of one name the first. */
  readonly headers: ReadonlyMap<string, string>;
}

const MOST_HEAD_BYTES = 256 * 1024;

/** The status line and headers, taken from the reader. Undefined where there are none: then nothing is taken. */
export async function readHttpHead(reader: ByteReader): Promise<HttpHead | undefined> {
  let known = await reader.peek(4_096);
  const status = /^HTTP\/\d(?:\.\d)? +(\d{3})/.exec(known.toString('latin1', 0, 64))?.[1];
  if (status === undefined) return undefined;
  let end = endOfHead(known);
  if (end === undefined) {
    known = await reader.peek(MOST_HEAD_BYTES);
    // Headers without an end: all of it is one.
    end = endOfHead(known) ?? known.length;
  }
  const lines = (await reader.read(end)).toString('latin1').split(/\r?\n/).slice(1);
  return { status: Number(status), headers: readHeaders(lines) };
}

function endOfHead(bytes: Buffer): number | undefined {
  const [long, short] = [bytes.indexOf('\r\n\r\n'), bytes.indexOf('\n\n')];
  if (long !== -1 && (short === -1 || long < short)) return long + 4;
  return short === -1 ? undefined : short + 2;
}

/** `Name: value` lines; lines that begin with a space go on with the one before. */
export function readHeaders(lines: readonly string[]): Map<string, string> {
  const headers = new Map<string, string>();
  let last: string | undefined;
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (/^[ \t]/.test(line) && last !== undefined) {
      headers.set(last, `${headers.get(last)} ${line.trim()}`);
    } else if (colon > 0) {
      last = line.slice(0, colon).trim().toLowerCase();
      if (!headers.has(last)) headers.set(last, line.slice(colon + 1).trim());
    }
  }
  return headers;
}

/**
 * The content as it was before it was sent: chunks joined and compressions undone. Programs that keep pages often do one
 * or both already and leave the header as it was: so what does not look coded is taken as it is.
 *
 * @throws LibraryError `too-large`, `malformed`
 */
export async function readHttpBody(reader: ByteReader, headers: ReadonlyMap<string, string>, budget: UnpackBudget): Promise<Buffer> {
  const sent = await reader.read(LIMITS.articleFileBytes + 1);
  if (sent.length > LIMITS.articleFileBytes) throw tooLargeInside(undefined, LIMITS.articleFileBytes);
  const codings = `${headers.get('content-encoding') ?? ''},${headers.get('transfer-encoding') ?? ''}`.toLowerCase().split(/\s*,\s*/);
  let bytes = codings.includes('chunked') ? (joinChunks(sent) ?? sent) : sent;
  // Undone in the opposite order.
  for (const coding of codings.toReversed()) bytes = undo(coding.trim(), bytes, budget);
  return bytes;
}

/** The content of chunks; undefined where it is in none. Chunks that break off give what they have. */
export function joinChunks(bytes: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; ) {
    const lineEnd = bytes.indexOf(0x0a, at);
    const size = /^([0-9a-f]{1,8})\s*(?:;[^\n]*)?\r?$/i.exec(bytes.toString('latin1', at, lineEnd === -1 ? at : Math.min(lineEnd, at + 200)))?.[1];
    if (size === undefined) return parts.length === 0 ? undefined : Buffer.concat([...parts, bytes.subarray(at)]);
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    parts.push(bytes.subarray(lineEnd + 1, lineEnd + 1 + length));
    at = lineEnd + 1 + length;
    if (bytes[at] === 0x0d) at += 1;
    if (bytes[at] === 0x0a) at += 1;
  }
  return Buffer.concat(parts);
}

/** What breaks off gives what it has. */
const LENIENT = { maxOutputLength: LIMITS.articleFileBytes, finishFlush: constants.Z_SYNC_FLUSH };

function undo(coding: string, bytes: Buffer, budget: UnpackBudget): Buffer {
  const decode = findDecoder(coding, bytes);
  if (decode === undefined) return bytes;
  try {
    const decoded = decode(bytes);
    budget.spendBytes(decoded.length);
    return decoded;
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')) throw tooLargeInside(undefined, LIMITS.articleFileBytes);
    if (!isOfZlib(error)) throw error;
    // Nothing in brotli tells whether it is that.
    if (coding === 'br' && looksLikeText(bytes)) return bytes;
    throw damagedFile(error);
  }
}

/** Undefined where the bytes are not in this coding. */
function findDecoder(coding: string, bytes: Buffer): ((bytes: Buffer) => Buffer) | undefined {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return bytes[0] === 0x1f && bytes[1] === 0x8b ? (packed) => gunzipSync(packed, LENIENT) : undefined;
    case 'deflate':
      // With zlib's header as it should be, or without.
      if (looksLikeText(bytes)) return undefined;
      return isZlib(bytes) ? (packed) => inflateSync(packed, LENIENT) : (packed) => inflateRawSync(packed, LENIENT);
    case 'br':
      return bytes.length === 0 ? undefined : (packed) => brotliDecompressSync(packed, { maxOutputLength: LIMITS.articleFileBytes });
    case 'zstd':
      return bytes.length >= 4 && bytes.readUInt32LE(0) === 0xfd2fb528 ? (packed) => zstdDecompressSync(packed, { maxOutputLength: LIMITS.articleFileBytes }) : undefined;
    default:
      return undefined;
  }
}

function isZlib(bytes: Buffer): boolean {
  return bytes.length >= 2 && ((bytes[0] ?? 0) & 0x0f) === 8 && bytes.readUInt16BE(0) % 31 === 0;
}

/** Markup and texts begin with printable characters and spaces. */
function looksLikeText(bytes: Buffer): boolean {
  return bytes.length > 0 && bytes.subarray(0, 64).every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}
