import type { DiskCalls } from '../base/disk-calls.ts';
import { describeDiskError } from '../base/describe-disk-error.ts';
import type { ReadableDatabase } from '../store/open-database.ts';
import { SegmentBuilder } from './build-segment.ts';
import type { IndexDocument } from './index-document.ts';
import type { Lexicon } from './lexicon.ts';
import { readDocument } from './read-document.ts';
import { writeSegment } from './search-index.ts';

export interface BuiltSegment {
  /** The name of its file; null when none of the articles is left. */
  readonly file: string | null;
  readonly documents: number;
  /** Rows of articles whose text cannot be read, and why. */
  readonly unreadable: readonly { readonly n: number; readonly why: string }[];
}

/** Makes one segment file of the articles in some rows; those in the trash, or gone by now, are left out. */
export function buildFile(disk: DiskCalls, folder: string, database: ReadableDatabase, lexicon: Lexicon, rows: readonly number[]): BuiltSegment {
  const builder = new SegmentBuilder(lexicon);
  const unreadable: { n: number; why: string }[] = [];
  for (const n of rows) {
    const read = tryRead(database, n);
    if ('why' in read) unreadable.push({ n, why: read.why });
    else if (read.document) builder.add(read.document);
  }
  if (builder.documents === 0) return { file: null, documents: 0, unreadable };
  disk.mkdirSync(folder, { recursive: true, mode: 0o700 });
  return { file: writeSegment(disk, folder, builder.finish()), documents: builder.documents, unreadable };
}

function tryRead(database: ReadableDatabase, n: number): { document: IndexDocument | undefined } | { why: string } {
  try {
    return { document: readDocument(database, n) };
  } catch (error) {
    // What is wrong with the disk or the database is wrong with all of them.
    if (describeDiskError(error) !== error) throw error;
    return { why: String(error) };
  }
}
