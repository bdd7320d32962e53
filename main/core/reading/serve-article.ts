import { ArticleId } from '../../contract/ids.ts';
import type { ReadCalls } from '../workers/read-worker.ts';
import type { RestartingLink } from '../workers/restarting-link.ts';
import { ARTICLE_POLICY, articleDocument } from './article-document.ts';

/** An answer that any host can give: over HTTP or its own scheme. */
export interface Served {
  readonly status: 200 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

const SAFE_HEADERS = {
  'content-security-policy': ARTICLE_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

const ARTICLE_PATH = /^\/articles\/([A-Za-z0-9_-]{1,64})\/(?:images\/([0-9a-f]{64})|(original))?$/;
/** Nothing in it may run, load or be shown, wherever somebody opens it. */
const FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";
const NOT_FOUND: Served = { status: 404, headers: { ...SAFE_HEADERS, 'content-type': 'text/plain; charset=utf-8' }, body: 'There is no such article.\n' };

/**
 * What lies at `/articles/ID/` and below: the document, its images, the file that it was imported from. The path is compared, never joined to a folder: it cannot lead anywhere.
 *
 * @param path as it stands in the request, not decoded
 */
export async function serveArticle(reader: RestartingLink<ReadCalls>, path: string): Promise<Served> {
  const [, rawId, sha256, original] = ARTICLE_PATH.exec(path) ?? [];
  const id = ArticleId.safeParse(rawId);
  if (!id.success) return NOT_FOUND;
  if (sha256 !== undefined) {
    const image = await reader.call('image', { id: id.data, sha256 });
    return image ? { status: 200, headers: { ...SAFE_HEADERS, 'content-type': image.mediaType }, body: image.bytes } : NOT_FOUND;
  }
  if (original !== undefined) return serveOriginal(reader, id.data);
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

/** As RFC 8187 writes names in a header. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}
