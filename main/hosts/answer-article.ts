import type { Library } from '../core/open-library.ts';

/** What a host sends for one request. A body in slices is read as it is sent. */
export interface ArticleAnswer {
  readonly status: 200 | 206 | 404 | 416 | 422;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | AsyncIterable<Uint8Array>;
}

export type Served = Awaited<ReturnType<Library['serveArticle']>>;
type Serve = (path: string, from: number) => Promise<Served>;

/**
 * Answers a request for something of an article, or for a part of it, as players ask for videos (RFC 9110, 14).
 *
 * @param header the request's `Range`
 */
export async function answerArticle(serve: Serve, path: string, header: string | null | undefined): Promise<ArticleAnswer> {
  const range = readRange(header);
  const asked = range?.kind === 'from' ? range.first : 0;
  const served = await serve(path, asked);
  const { status, headers, body, fileBytes } = served;
  if (fileBytes === undefined || typeof body === 'string') return { status, headers, body };
  const ranged = { ...headers, 'accept-ranges': 'bytes' };
  if (!range) return { status: 200, headers: { ...ranged, 'content-length': String(fileBytes) }, body: body.length === fileBytes ? body : slicesOf(serve, path, body) };
  const { first, last } = placeOf(range, fileBytes);
  if (first > last) return { status: 416, headers: { ...ranged, 'content-range': `bytes */${fileBytes}` }, body: '' };
  const slice = first === asked ? body : (await serve(path, first)).body;
  if (typeof slice === 'string') return { status: 404, headers, body: slice };
  // No more than is at hand: a player that is paused would hold its connection, and a window has six.
  const part = slice.subarray(0, last - first + 1);
  return { status: 206, headers: { ...ranged, 'content-length': String(part.length), 'content-range': `bytes ${first}-${first + part.length - 1}/${fileBytes}` }, body: part };
}

type Range = { readonly kind: 'from'; readonly first: number; readonly last: number } | { readonly kind: 'end'; readonly bytes: number };

/** One range. Undefined for none, several, or what is none: then all is sent. */
function readRange(header: string | null | undefined): Range | undefined {
  const [, first = '', last = ''] = /^\s*bytes\s*=\s*(\d{0,15})\s*-\s*(\d{0,15})\s*$/i.exec(header ?? '') ?? [];
  if (first === '') return last === '' ? undefined : { kind: 'end', bytes: Number(last) };
  if (last !== '' && Number(last) < Number(first)) return undefined;
  return { kind: 'from', first: Number(first), last: last === '' ? Number.POSITIVE_INFINITY : Number(last) };
}

/** The first and the last byte that are meant; the first is behind the last where the file has none of them. */
function placeOf(range: Range, fileBytes: number): { readonly first: number; readonly last: number } {
  const end = fileBytes - 1;
  return range.kind === 'end' ? { first: range.bytes === 0 ? fileBytes : Math.max(0, fileBytes - range.bytes), last: end } : { first: range.first, last: Math.min(range.last, end) };
}

/** All of a file. @param begun what was read of it already */
async function* slicesOf(serve: Serve, path: string, begun: Uint8Array): AsyncGenerator<Uint8Array> {
  yield begun;
  for (let at = begun.length; ; ) {
    const { body, fileBytes = 0 } = await serve(path, at);
    if (at === fileBytes) return;
    // The article went away meanwhile: an answer that is cut off is an error to whoever reads it.
    if (typeof body === 'string' || body.length === 0) throw new Error('What was being sent is not there any more.');
    at += body.length;
    yield body;
  }
}
