import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import zlib from 'node:zlib';
import { request, type Dispatcher } from 'undici';
import { LibraryError } from '../../contract/errors.ts';
import type { GuardedAgent } from './guarded-agent.ts';
import { WireMeter } from './wire-meter.ts';

export interface Request {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Of the answer, unpacked. */
  readonly limitBytes: number;
  /** Until all of the answer is there. */
  readonly timeMs: number;
  readonly signal: AbortSignal;
  /** Takes the answer's content as it comes, in place of `bytes`. */
  readonly sink?: Sink | undefined;
  /** Is told what comes, also of an answer that is given up. */
  readonly came: Came;
}

/** What came of an answer. */
export interface Came {
  status: number | null;
  /** Over the network: of its content, and of an answer that was given up all that came. */
  bytes: number;
}

/** Where a long answer goes. What it throws ends the request. */
export interface Sink {
  /** An answer begins; what came of one before is void. @param statedBytes how long it is to be, or 0 */
  readonly begin: (statedBytes: number) => void;
  readonly write: (chunk: Buffer) => void;
  /** An answer is over, whole or not. @param bytes that came over the network for it */
  readonly over: (bytes: number) => void;
}

/** One answer of a site, whatever it says. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Unpacked; empty where the answer leads elsewhere, or went into a sink. */
  readonly bytes: Buffer;
}

/** Encodings inside one another. */
const MOST_ENCODINGS = 2;
/**
 * How much may come over the net, for an answer of a length: no packing makes anything much longer, but there are packings of nothing,
 * and words between the pieces, that go on for ever.
 */
const mostWireBytes = (limitBytes: number) => limitBytes * 1.25 + 1_048_576;
const MEASURE_EVERY_MS = 100;

/**
 * Asks once, without following where the answer leads. The answer is unpacked as it comes, and is let go of as soon as it is longer
 * than it may be: neither its stated length nor what it is packed in is believed.
 *
 * @throws LibraryError `too-large`, `timed-out`, `site-failed`; errors of the network as they are
 */
export async function fetchOnce(wanted: Request, { agent, connectionTo }: GuardedAgent): Promise<Answer> {
  const { url, headers, limitBytes, timeMs, signal, sink, came } = wanted;
  const late = AbortSignal.timeout(timeMs);
  const tooMuch = new AbortController();
  const wire = new WireMeter(() => connectionTo(url));
  const measuring = setInterval(() => {
    if (wire.bytes > mostWireBytes(limitBytes)) tooMuch.abort(tooLarge(limitBytes));
  }, MEASURE_EVERY_MS);
  try {
    const answer = await request(url, { dispatcher: agent, method: 'GET', headers, signal: AbortSignal.any([signal, late, tooMuch.signal]) });
    // Letting go of an answer is an error to the one who sends it, and to nobody else.
    answer.body.on('error', () => {});
    try {
      return await readAnswer(answer, wanted);
    } finally {
      // What nobody reads must not come on, and hold up its host.
      answer.body.destroy();
    }
  } catch (error) {
    came.bytes = wire.bytes;
    if (signal.aborted) throw signal.reason;
    if (tooMuch.signal.aborted) throw tooMuch.signal.reason;
    if (late.aborted) throw new LibraryError('timed-out', `The answer was not there within ${Math.round(timeMs / 100) / 10} seconds.`, { cause: error });
    throw error;
  } finally {
    clearInterval(measuring);
    sink?.over(wire.bytes);
  }
}

async function readAnswer({ statusCode: status, headers, body }: Dispatcher.ResponseData, { limitBytes, sink, came }: Request): Promise<Answer> {
  came.status = status;
  // What a redirect says besides is for nobody.
  if (isRedirect(status)) return { status, headers, bytes: Buffer.alloc(0) };
  const stated = Number(headers['content-length'] ?? 0);
  if (stated > limitBytes) throw tooLarge(limitBytes);
  // What a refusal says is no content, and is not unpacked. Nor is a part, which nobody asked for.
  const isContent = status < 300 && status !== 206;
  const encodings = isContent ? encodingsOf(headers) : [];
  const into = isContent ? sink : undefined;
  into?.begin(encodings.length === 0 ? stated : 0);
  body.on('data', (chunk: Buffer) => (came.bytes += chunk.length));
  try {
    return { status, headers, bytes: await readWithin(body, encodings, limitBytes, into) };
  } catch (error) {
    // Nothing is nothing, whatever it is said to be packed in.
    if (came.bytes === 0 && isCutOff(error)) return { status, headers, bytes: Buffer.alloc(0) };
    throw error;
  }
}

/** Whether an answer is one to follow; 300 offers a choice, of which `location` is the one that the site would take. */
export function isRedirect(status: number): boolean {
  return status >= 300 && status <= 308 && status !== 304 && status !== 305 && status !== 306;
}

function encodingsOf(headers: IncomingHttpHeaders): string[] {
  const encodings = (headers['content-encoding'] ?? '').toLowerCase().split(',').map((one) => one.trim()).filter((one) => one !== '' && one !== 'identity');
  if (encodings.length > MOST_ENCODINGS) throw new LibraryError('site-failed', 'The answer is packed many times over, which nobody does who means well.');
  return encodings.toReversed();
}

async function readWithin(body: Readable, encodings: readonly string[], limitBytes: number, sink: Sink | undefined): Promise<Buffer> {
  const streams: Readable[] = [body];
  try {
    const chunks: Buffer[] = [];
    let length = 0;
    let last = body;
    for (const encoding of encodings) {
      const unpacked: Readable = last.pipe(unpackerOf(encoding));
      const before = last;
      before.on('error', (error) => unpacked.destroy(error));
      streams.push(unpacked);
      last = unpacked;
    }
    for await (const chunk of last) {
      length += chunk.length;
      if (length > limitBytes) throw tooLarge(limitBytes);
      if (sink) sink.write(chunk);
      else chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_') && !isCutOff(error)) throw new LibraryError('site-failed', 'The answer is packed in a way that cannot be read.', { cause: error });
    throw error;
  } finally {
    for (const stream of streams) {
      stream.on('error', () => {});
      stream.destroy();
    }
  }
}

/** Whether what is packed ended before its end. */
function isCutOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'Z_BUF_ERROR';
}

function unpackerOf(encoding: string) {
  const options = { chunkSize: 64 * 1024 };
  if (encoding === 'gzip' || encoding === 'x-gzip') return zlib.createGunzip(options);
  // It is not asked for, because some send it without the wrapping that it has to have. Whoever sends it unasked mostly has it.
  if (encoding === 'deflate') return zlib.createInflate(options);
  if (encoding === 'br') return zlib.createBrotliDecompress(options);
  throw new LibraryError('site-failed', `The answer is packed as “${encoding.slice(0, 20)}”, which was not asked for.`);
}

export function tooLarge(limitBytes: number): LibraryError {
  return new LibraryError('too-large', `The answer is larger than ${megabytes(limitBytes)}, so it was not read to its end.`);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_048_576)} MB`;
}
