import type { ErrorCode } from '../../../contract/errors.ts';
import type { GivenFacts } from '../reader.ts';
import type { ByteReader } from './byte-reader.ts';
import type { RandomBytes } from './random-bytes.ts';
import type { UnpackBudget } from './unpack-budget.ts';

/** A file in a container. Its name is a stranger's: shown, looked up, and never a path to read or write. */
export interface ContainedFile {
  readonly kind: 'file';
  /** As the report shows it: `folder/a.txt`, a number, an address. */
  readonly name: string;
  /** What it would be called on a disk, without folders, where its name is none: `index.html`. */
  readonly fileName?: string;
  /** Unpacked, as the container says; undefined where only its end will tell. */
  readonly sizeBytes?: number;
  readonly given?: GivenFacts;
  /**
   * Begins to read it. Of a container that is a stream, only until the next file is asked for, and once. Reading throws
   * LibraryError for whatever keeps this file out.
   */
  readonly open: () => ByteReader;
}

/** What the container holds besides files that can be read. */
export type ContainedOther =
  | { readonly kind: 'failed'; readonly name: string; readonly code: ErrorCode; readonly message: string }
  /** It only belongs to the container, or to another file in it. */
  | { readonly kind: 'companion'; readonly name: string };

export type Contained = ContainedFile | ContainedOther;

export interface ContainerInput {
  /** The container's bytes from its beginning to its end. */
  readonly reader: ByteReader;
  /** The same to be read here and there, where it is a file or in memory. */
  readonly file: RandomBytes | undefined;
  /** The container's own name without folders: `story.txt.gz`. */
  readonly fileName: string;
  readonly budget: UnpackBudget;
}

/** A format of files that hold other files. */
export interface Container {
  readonly name: ContainerName;
  /** As a sentence names it: "zip archive". */
  readonly label: string;
  /**
   * `file`: it is read here and there, and its files may be opened at any time. `stream`: it is read from its beginning to
   * its end. `both`: it is read as a file where it is one.
   */
  readonly reads: 'file' | 'stream' | 'both';
  /** `files`: names are those of files in folders. `items`: they are numbers or addresses. `packed`: it only packs one file. */
  readonly holds: 'files' | 'items' | 'packed';
  /**
   * What it holds, in its order. Throws LibraryError where it cannot be read on; what was given before stays. An iteration
   * may be ended early.
   */
  readonly list: (input: ContainerInput) => AsyncGenerator<Contained>;
}

export type ContainerName = 'zip' | 'tar' | 'gzip' | 'zstd' | 'mbox' | 'warc' | 'wacz';
