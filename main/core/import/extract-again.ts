import { UNFETCHED } from '../../contract/articles.ts';
import { LibraryError, type ErrorCode } from '../../contract/errors.ts';
import type { ArticleId } from '../../contract/ids.ts';
import type { ExtractedAgain } from '../../contract/originals.ts';
import { LIMITS } from '../base/limits.ts';
import type { PackedArticle } from '../store/packed-article.ts';
import type { OriginalFile } from '../store/read-original.ts';
import type { Prepare } from './pause-gate.ts';
import type { FileInMemory } from './prepare-file.ts';
import type { GivenFacts } from './reader.ts';

/** An article as its own file gave it once more. */
export interface AgainExtracted {
  readonly id: ArticleId;
  readonly article: PackedArticle;
}

export interface AgainParts {
  /** Undefined where there is no such article, or its file is not there any more. */
  readonly readOriginal: (id: ArticleId) => Promise<OriginalFile | undefined>;
  readonly prepare: Prepare;
  /** Stores what is different as one durable change. */
  readonly renew: (articles: AgainExtracted[]) => Promise<ExtractedAgain>;
  /** Files that may be read at once. */
  readonly parallel: number;
  /** An error that nobody expected; returns the words for the user. */
  readonly onUnexpected: (error: unknown) => LibraryError;
}

/** What ends the whole call: the next article would fare no better. */
const ENDS_ALL: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['closed', 'disk-full', 'read-only', 'locked', 'damaged']);

/**
 * Reads the imported files of articles again and lets what comes out be stored, batch by batch. What keeps one article
 * out keeps no other out.
 *
 * @throws LibraryError what keeps the library from being read or written; what was stored until then stays
 */
export async function extractAgain(ids: readonly ArticleId[], parts: AgainParts): Promise<ExtractedAgain> {
  const answer: ExtractedAgain = { changed: [], same: [], left: [] };
  const gathered: AgainExtracted[] = [];
  let bytes = 0;
  const store = async () => {
    bytes = 0;
    const batch = gathered.splice(0);
    if (batch.length === 0) return;
    const { changed, same, left } = await parts.renew(batch);
    // Loops, not spreads of arguments: there may be very many.
    for (const one of changed) answer.changed.push(one);
    for (const one of same) answer.same.push(one);
    for (const one of left) answer.left.push(one);
  };
  const waiting = new Set(ids).values();
  const readNext = async () => {
    for (const id of waiting) {
      const read = await readOne(id, parts);
      if ('code' in read) {
        answer.left.push(read);
        continue;
      }
      gathered.push(read);
      bytes += read.article.byteLength;
      if (gathered.length >= LIMITS.batchItems || bytes >= LIMITS.batchBytes) await store();
    }
  };
  await Promise.all(Array.from({ length: parts.parallel }, readNext));
  await store();
  return answer;
}

async function readOne(id: ArticleId, { readOriginal, prepare, onUnexpected }: AgainParts): Promise<AgainExtracted | ExtractedAgain['left'][number]> {
  try {
    const original = await readOriginal(id);
    if (!original) throw new LibraryError('file-missing', 'The file that it was imported from is not in the library. Check the library in the settings.');
    const prepared = await prepare(toFile(original), new AbortController().signal);
    const [only, ...more] = prepared.kind === 'articles' ? prepared.items : [];
    if (only === undefined || more.length > 0) throw new LibraryError('unsupported-format', 'Its file does not hold this one article any more, as files are read now.');
    return 'code' in only ? { id, code: only.code, message: only.message } : { id, article: only.article };
  } catch (error) {
    const failure = error instanceof LibraryError ? sayUnread(error) : onUnexpected(error);
    if (ENDS_ALL.has(failure.code)) throw failure;
    return { id, code: failure.code, message: failure.message };
  }
}

/** Which readers there are is known where files are read: here, all of them would have to be loaded for that. */
function sayUnread(error: LibraryError): LibraryError {
  return error.code === 'invalid-input' ? new LibraryError('unsupported-format', 'Files of its kind are not read by this version of Carrel.', { cause: error }) : error;
}

/** Its file as an import would hand it over, read by the reader of then. */
function toFile(original: OriginalFile): FileInMemory {
  const { bytes, name, kind } = original;
  if (kind === UNFETCHED) throw new LibraryError('file-missing', 'Its page is not fetched yet, so there is nothing that could be read again. Fetch it first.');
  if (original.isChapter) throw new LibraryError('unsupported-format', 'It is a chapter of a book, and the library keeps the chapter alone. Import the book again to have it read anew.');
  return { bytes, fileName: name, item: name, reader: kind, tags: [], collections: [], given: givenBy(original) };
}

/** What the file itself may not say and whatever held it did: an archive's address of a page, its name there. */
function givenBy({ url, title, isTitleGuessed, savedAt, media }: OriginalFile): GivenFacts {
  return {
    ...(url === null ? {} : { url, isUrlFormer: true }),
    ...(isTitleGuessed ? {} : { title }),
    ...(savedAt === undefined ? {} : { savedAt }),
    ...(media.length === 0 ? {} : { media }),
  };
}
