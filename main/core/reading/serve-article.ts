import { ArticleId } from '../../contract/ids.ts';
import type { ReadCalls } from '../workers/read-worker.ts';
import type { RestartingLink } from '../workers/restarting-link.ts';
import { ARTICLE_POLICY, articleDocument } from './article-document.ts';
import { answerSnapshot, type SnapshotParts } from './answer-snapshot.ts';
import { SNAPSHOT_POLICY } from './snapshot-document.ts';

/** An answer that any host can give: over HTTP or its own scheme. */
export interface Served {
  /** 422: it is there, and cannot be shown. */
  readonly status: 200 | 404 | 422;
  readonly headers: Readonly<Record<string, string>>;
  /** Of a video or a sound, a slice. */
  readonly body: string | Uint8Array;
  /** Of a file that may be asked for in parts: how many bytes all of it has. */
  readonly fileBytes?: number | undefined;
}

const SAFE_HEADERS = {
  'content-security-policy': ARTICLE_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // Links wait for a click: not even the names of their hosts are looked up.
  'x-dns-prefetch-control': 'off',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

const ARTICLE_PATH = /^\/articles\/([A-Za-z0-9_-]{1,64})\/(?:images\/([0-9a-f]{64})|(original|snapshot))?$/;
/** Nothing in it may run, load or be shown, wherever somebody opens it. */
const FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";
/** A drawing is a document, too, where somebody opens its address: what it holds is sanitized, and nothing in it may run, load or be shown in a frame. */
const DRAWING_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";
const NOT_FOUND: Served = { status: 404, headers: { ...SAFE_HEADERS, 'content-type': 'text/plain; charset=utf-8' }, body: 'There is no such article.\n' };

/**
 * What lies at `/articles/ID/` and below: the document, its images, the file that it was imported from, the page as it was. The path is compared, never joined to a folder: it cannot lead anywhere.
 *
 * @param path as it stands in the request, not decoded
 * @param from the first byte that is wanted of a file that may be asked for in parts
 */
export async function serveArticle(parts: SnapshotParts, path: string, from = 0): Promise<Served> {
  const { reader } = parts;
  const [, rawId, sha256, file] = ARTICLE_PATH.exec(path) ?? [];
  const id = ArticleId.safeParse(rawId);
  if (!id.success) return NOT_FOUND;
  if (sha256 !== undefined) {
    const image = await reader.call('image', { id: id.data, sha256, from });
    if (!image) return NOT_FOUND;
    const policy = image.mediaType === 'image/svg+xml' ? DRAWING_POLICY : ARTICLE_POLICY;
    return { status: 200, headers: { ...SAFE_HEADERS, 'content-security-policy': policy, 'content-type': image.mediaType }, body: image.bytes, fileBytes: image.fileBytes };
  }
  if (file === 'original') return serveOriginal(reader, id.data);
  if (file === 'snapshot') return serveSnapshot(parts, id.data);
  const found = await reader.call('read', id.data);
  if (!found) return NOT_FOUND;
  return { status: 200, headers: { ...SAFE_HEADERS, 'content-type': 'text/html; charset=utf-8' }, body: articleDocument(found.article, found.html) };
}

/** The file that an article was imported from, as bytes of no kind: it is a stranger's, and nothing here may guess what it is. */
async function serveOriginal(reader: RestartingLink<ReadCalls>, id: ArticleId): Promise<Served> {
  const original = await reader.call('original', id);
  if (!original) return NOT_FOUND;
  const headers = {
    ...SAFE_HEADERS,
    'content-security-policy': FILE_POLICY,
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeFileName(original.name)}`,
  };
  return { status: 200, headers, body: original.bytes };
}

/** The page that an article was made of, as it was. */
async function serveSnapshot(parts: SnapshotParts, id: ArticleId): Promise<Served> {
  const answer = await answerSnapshot(parts, id);
  const headers = { ...SAFE_HEADERS, 'content-security-policy': SNAPSHOT_POLICY, 'content-type': 'text/html; charset=utf-8' };
  return answer ? { status: answer.isMade ? 200 : 422, headers, body: answer.document } : NOT_FOUND;
}

/** As RFC 8187 writes names in a header. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}
