import type { QUERY_KINDS } from './query-kinds.js';
import type { CorpusArticle } from './read-corpus.js';

export type QueryKind = (typeof QUERY_KINDS)[number];

/** Words in lower case, letters and digits only. `not`: the first and not the second. `near`: at most five words between them. `prefix`: without the star. */
export interface BenchQuery {
  readonly kind: QueryKind;
  readonly words: readonly string[];
}

export interface BuildOptions {
  /** How much more a word in the title counts; 1 when absent. Only engines of the boost study heed it. */
  readonly titleBoost?: number;
}

export interface BuiltIndex {
  /** Bytes of what answers queries; null when it cannot be saved. */
  readonly indexBytes: number | null;
  /** All bytes on disk, with the text where the engine keeps it. */
  readonly diskBytes: number | null;
  /** Why nothing was saved; then `serving` answers from memory. */
  readonly unsaved?: string;
  readonly serving?: Serving;
}

export interface Found {
  readonly id: number;
  readonly snippet: string;
}

/** Every call may answer at once or later. Ids are the articles' lines in the corpus. */
export interface Serving {
  /** Best first. Never asked for kinds that the engine lacks. */
  readonly find: (query: BenchQuery, limit: number) => readonly number[] | Promise<readonly number[]>;
  readonly findWithSnippets?: (query: BenchQuery, limit: number) => readonly Found[] | Promise<readonly Found[]>;
  /** The next query sees it. */
  readonly add?: (article: CorpusArticle) => unknown;
  readonly remove?: (article: CorpusArticle) => unknown;
  /** Whether a change waits until the disk has it. Absent: changes stay in memory. */
  readonly waitForDisk?: (wait: boolean) => void;
  /** Begins, in another thread, what else goes on in the program while it answers: segments are merged. Returns how to end it. */
  readonly merge?: () => Promise<() => Promise<unknown>>;
  readonly close: () => unknown;
}

/** One search engine, as the benchmark sees it. Each file of `engines/` exports one as `engine`. */
export interface Engine {
  readonly name: string;
  /** Kinds of query that it cannot answer, and why. */
  readonly lacks: Readonly<Partial<Record<QueryKind, string>>>;
  /** What else a reader of its figures must know. */
  readonly notes: readonly string[];
  /** Flags of Node for the process that answers, where the program itself has such limits. */
  readonly serveWith?: readonly string[];
  /** Puts the articles themselves where snippets are made from, where that is no part of the index; not measured. */
  readonly keepTexts?: (corpus: string, folder: string) => Promise<void>;
  /** @param folder empty but for the texts; what is saved there is all that `open` gets, in another process */
  build(corpus: string, folder: string, options: BuildOptions): Promise<BuiltIndex>;
  open(folder: string): Serving | Promise<Serving>;
}
