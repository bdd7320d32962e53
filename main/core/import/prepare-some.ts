import { LibraryError, type ErrorCode } from '../../contract/errors.ts';
import { LIMITS } from '../base/limits.ts';
import { packArticle, type PackedArticle } from '../store/packed-article.ts';
import { prepareFile, type FileToPrepare, type PreparedFile } from './prepare-file.ts';
import type { UnreadItem } from './reader.ts';

/** One item of a file, ready to be passed on to the store. */
export type PackedItem = { readonly item?: string; readonly article: PackedArticle } | UnreadItem;
type PackedArticles = Omit<Extract<PreparedFile, { kind: 'articles' }>, 'items'> & { readonly items: readonly PackedItem[] };
export type PackedFile = PackedArticles | Exclude<PreparedFile, { kind: 'articles' }>;

/** What became of one file of a group, in a form that crosses between threads. */
export type FileOutcome =
  | { readonly prepared: PackedFile }
  | { readonly code: ErrorCode; readonly message: string }
  /** One that nobody expected. */
  | { readonly error: unknown };

/**
 * Prepares files one after the other for as long as a group may take: the first of them at least. Runs in an extract
 * worker, because a message for each small file costs more than reading it.
 *
 * @returns outcomes of the first files, in their order; the others have not been looked at
 */
export async function prepareSome(files: readonly FileToPrepare[]): Promise<FileOutcome[]> {
  const until = performance.now() + LIMITS.groupWorkMs;
  const outcomes: FileOutcome[] = [];
  let bytes = 0;
  for (const file of files) {
    const outcome = await outcomeOf(file);
    outcomes.push(outcome);
    bytes += sizeOf(outcome);
    if (bytes >= LIMITS.groupBytes || performance.now() >= until) break;
  }
  return outcomes;
}

async function outcomeOf(file: FileToPrepare): Promise<FileOutcome> {
  try {
    return { prepared: pack(await prepareFile(file)) };
  } catch (error) {
    return error instanceof LibraryError ? { code: error.code, message: error.message } : { error };
  }
}

function pack(prepared: PreparedFile): PackedFile {
  if (prepared.kind !== 'articles') return prepared;
  return { ...prepared, items: prepared.items.map((item) => ('article' in item ? { ...item, article: packArticle(item.article) } : item)) };
}

function sizeOf(outcome: FileOutcome): number {
  if (!('prepared' in outcome) || outcome.prepared.kind !== 'articles') return 0;
  return outcome.prepared.items.reduce((sum, item) => sum + ('article' in item ? item.article.byteLength : 0), 0);
}
