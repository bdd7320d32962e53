import type { ErrorCode } from '../../contract/errors.ts';
import type { ArticleDraft, KeptMedia } from '../extract/article-draft.ts';

/** A file that lies beside the one being read. `path` names it in the report of companions. */
export interface FileBeside {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What the container of a file knows of it, and the file itself may not say. */
export interface GivenFacts {
  /** The address that a web archive holds it under. */
  readonly url?: string;
  /** `url` is what the article said of itself when it was read before: the file's own words come first. */
  readonly isUrlFormer?: boolean;
  /** It was fetched from there just now: the address that was asked for, which may be another. */
  readonly asked?: string;
  /** ISO 8601: when it was saved. */
  readonly savedAt?: string;
  /** What it is called there. */
  readonly title?: string;
  /** Videos and sounds that were fetched with it, or that the library has of it. */
  readonly media?: readonly KeptMedia[];
}

/** How a book comes in: each chapter as an article, in a collection of the book's title, or all of it as one article. */
export type BookForm = 'chapters' | 'whole';

export interface ReaderInput {
  readonly bytes: Uint8Array;
  /** The file's own name, without folders: `page.html`. */
  readonly fileName: string;
  /**
   * A file by its path relative to this one, or undefined where there is none or where it lies outside of what was
   * given to import.
   */
  readonly loadBeside: (relativePath: string) => FileBeside | undefined;
  readonly given?: GivenFacts;
  readonly books?: BookForm;
}

/** One article of a source. */
export interface ReadItem {
  /** Its place in a source that holds several: a number, a key or an inner name. */
  readonly item?: string;
  readonly draft: ArticleDraft;
  /** The item's own bytes, which are kept as its original; by default those of the whole file. */
  readonly bytes?: Uint8Array;
  /** A collection's path that the source itself puts it in, such as the title of a book. */
  readonly collection?: string;
}

/** One item that holds no article that could be read; the others of its source are read all the same. */
export interface UnreadItem {
  readonly item: string;
  readonly code: ErrorCode;
  /** A sentence that a user can act on. */
  readonly message: string;
}

export type ReaderItem = ReadItem | UnreadItem;

/** From the bytes of one source to its articles. Throws LibraryError when there is none to be had. */
export interface Reader {
  /** As `--reader` and `source.kind` name it. */
  readonly name: string;
  /** As a sentence names it: "plain text". */
  readonly label: string;
  read(input: ReaderInput): Iterable<ReaderItem> | AsyncIterable<ReaderItem>;
}
