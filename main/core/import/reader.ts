import type { ArticleDraft } from '../extract/article-draft.ts';

/** A file that lies beside the one being read. `path` names it in the report of companions. */
export interface FileBeside {
  readonly path: string;
  readonly bytes: Uint8Array;
}

export interface ReaderInput {
  readonly bytes: Uint8Array;
  /** The file's own name, without folders: `page.html`. */
  readonly fileName: string;
  /**
   * A file by its path relative to this one, or undefined where there is none or where it lies outside of what was
   * given to import.
   */
  readonly loadBeside: (relativePath: string) => FileBeside | undefined;
}

/** One article of a source. `item` is its place in a source that holds several. */
export interface ReaderItem {
  readonly item?: string;
  readonly draft: ArticleDraft;
}

/** From the bytes of one source to its articles. Throws LibraryError when there is none to be had. */
export interface Reader {
  /** As `--reader` and `source.kind` name it. */
  readonly name: string;
  /** As a sentence names it: "plain text". */
  readonly label: string;
  read(input: ReaderInput): Iterable<ReaderItem>;
}
