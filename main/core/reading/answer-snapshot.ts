import { LibraryError } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/ids.ts';
import { LIMITS } from '../base/limits.ts';
import { SnapshotKind, type SnapshotSource } from '../extract/snapshot/snapshot-source.ts';
import type { StoredPictures } from '../extract/snapshot/stored-pictures.ts';
import type { ReadCalls } from '../workers/read-worker.ts';
import type { RestartingLink } from '../workers/restarting-link.ts';
import { failedSnapshot } from './snapshot-document.ts';

/** What serving articles and their pages needs. */
export interface SnapshotParts {
  readonly reader: RestartingLink<ReadCalls>;
  /** Rejects with LibraryError where the page cannot be shown. */
  readonly makeSnapshot: (source: SnapshotSource) => Promise<Uint8Array>;
  /** Takes an error that nobody expected; returns the words for the user. */
  readonly onUnexpected: (error: unknown) => LibraryError;
}

interface SnapshotAnswer {
  readonly isMade: boolean;
  readonly document: string | Uint8Array;
}

/**
 * The page that an article was made of as it was, or a document that says why it cannot be shown. Undefined where there is no such page. It is made anew
 * each time: where there is a better way, it shows the next time.
 */
export async function answerSnapshot({ reader, makeSnapshot, onUnexpected }: SnapshotParts, id: ArticleId): Promise<SnapshotAnswer | undefined> {
  const facts = await reader.call('originalFacts', id);
  const kind = SnapshotKind.safeParse(facts?.kind);
  if (!kind.success) return undefined;
  try {
    const original = await reader.call('original', id);
    if (!original) throw new LibraryError('file-missing', 'The file that it was imported from is not in the library any more.');
    const stored = kind.data === 'html' ? await readPictures(reader, id) : undefined;
    const source = { kind: kind.data, bytes: original.bytes, url: original.url ?? undefined, ...(stored ? { stored } : {}) };
    return { isMade: true, document: await makeSnapshot(source) };
  } catch (error) {
    // A door: whatever it ends in, the window has to show a reason.
    const { message } = error instanceof LibraryError ? error : onUnexpected(error);
    return { isMade: false, document: failedSnapshot(message) };
  }
}

/** The pictures that the article has, as many as a snapshot can hold; undefined where it has none. */
async function readPictures(reader: RestartingLink<ReadCalls>, id: ArticleId): Promise<StoredPictures | undefined> {
  const found = await reader.call('read', id);
  const hashes = new Set([...(found?.html ?? '').matchAll(/\bsrc="images\/([0-9a-f]{64})"/g)].map(([, sha256 = '']) => sha256));
  if (!found || hashes.size === 0) return undefined;
  const pictures: { sha256: string; bytes: Uint8Array }[] = [];
  let bytesLeft: number = LIMITS.snapshotBytes;
  for (const sha256 of hashes) {
    const picture = await reader.call('image', { id, sha256, from: 0 });
    bytesLeft -= picture?.bytes.length ?? 0;
    if (bytesLeft < 0) break;
    if (picture) pictures.push({ sha256, bytes: picture.bytes });
  }
  const missing = found.article.extra?.['missingImages'];
  return { html: found.html, missing: Array.isArray(missing) ? missing.filter((address) => typeof address === 'string') : [], pictures };
}
