import fs from 'node:fs';
import type { OnDuplicate } from '../../contract/imports.ts';
import type { ArticleId } from '../../contract/ids.ts';
import { LibraryError } from '../../contract/errors.ts';
import { realDisk, type DiskCalls } from '../base/disk-calls.ts';
import { describeDiskError, describing } from '../base/describe-disk-error.ts';
import { LIMITS } from '../base/limits.ts';
import { applyOperation, recordLastChange } from './apply-change.ts';
import { blobPath, writeBlob, type Blob, type MovedBlob } from './blobs.ts';
import type { Change, LabelKind, Operation, StoredArticle } from './changes.ts';
import { RecentChanges, type Touched } from './recent-changes.ts';
import { decideArticle, type CameFrom, type Decision } from './decide-article.ts';
import { doubtClaim } from './doubt-claim.ts';
import { inTransaction } from './in-transaction.ts';
import { JournalWriter } from './journal.ts';
import { jsonBytes } from './json-bytes.ts';
import { keepOwn } from './keep-own.ts';
import { libraryFolder, type LibraryFolder } from './library-folder.ts';
import type { LibraryLock } from './lock-library.ts';
import { nameLostUploads } from './name-lost-uploads.ts';
import { newArticleId } from './new-article-id.ts';
import type { WritableDatabase } from './open-database.ts';
import { openParts } from './open-store.ts';
import { finishPurge, removeUnnamedBlobs, isPurging } from './purge.ts';
import { readUnfetched } from './unfetched.ts';
import { countFull, readLastChange, selectExisting, type Condition } from './store-queries.ts';

/** An article that an import wants stored, with the bytes that go beside it. */
export interface NewArticle {
  readonly content: Omit<StoredArticle, 'id' | 'added'>;
  /** Images, and the original where it is kept as a blob. */
  readonly blobs: readonly Blob[];
  /** Its site gave it just now, and may have given less than it once did: the address that was asked for, and the one where it was. */
  readonly fetchedFrom?: readonly string[];
}

/** What became of one new article. `title`: of the article that is in the library now; `filled`: it was there before, to be fetched. */
export type AddResult =
  | { list: 'imported'; id: ArticleId; title: string; filled?: true }
  /** `refused`: it was to become new content of an article that holds something better, which is as it was. */
  | { list: 'duplicates'; id: ArticleId; action: 'skipped' | 'replaced' | 'versioned'; refused?: Refusal };

export interface Refusal {
  readonly code: 'login-needed' | 'page-missing' | 'site-refused';
  readonly message: string;
}

/** What is left out stays as it is. */
export interface StateChange {
  readonly read?: boolean | undefined;
  readonly favourite?: boolean | undefined;
  readonly archived?: boolean | undefined;
}

export interface StoreOptions {
  /** Who opens it, for another's `locked` message. */
  readonly host: string;
  readonly disk?: DiskCalls;
  readonly now?: () => Date;
}

/**
 * The one writer of a library. Each change goes blobs, then journal (synced: from here on it is durable), then
 * database; a change that fails anywhere leaves all three as they were. All calls are synchronous and throw
 * LibraryError.
 */
export class LibraryStore {
  readonly folder: LibraryFolder;
  readonly now: () => Date;
  readonly #disk: DiskCalls;
  readonly #lock: LibraryLock;
  readonly #database: WritableDatabase;
  #journal: JournalWriter;
  #lastChange: number;
  /** Files that the change under way has moved to their places. */
  #moved: MovedBlob[] = [];
  readonly #recent = new RecentChanges();

  /**
   * Opens or makes a library, and brings its database up to its journal.
   *
   * @throws LibraryError `locked`, `damaged`, `newer-version`, `no-library`, `disk-full`, `read-only`
   */
  constructor(root: string, { host, disk = realDisk, now = () => new Date() }: StoreOptions) {
    this.folder = libraryFolder(root);
    this.#disk = disk;
    this.now = now;
    const opened = describing(() => openParts(this.folder, disk, host, now()));
    this.#lock = opened.lock;
    this.#database = opened.database;
    this.#journal = opened.journal;
    this.#lastChange = readLastChange(opened.database);
    if (isPurging(this.#database)) this.#finishPurge();
    this.#clearIncoming();
  }

  get database(): WritableDatabase {
    return this.#database;
  }

  get lastChange(): number {
    return this.#lastChange;
  }

  /** Which articles are found by other words, or not any more, or again, after the changes above one. */
  touchedSince(change: number): Touched {
    return this.#recent.since(change, this.#lastChange);
  }

  /** Stores articles as one change; duplicates are found among them, too. Results are in the order of the articles. */
  addArticles(articles: readonly NewArticle[], onDuplicate: OnDuplicate): AddResult[] {
    return this.commit((apply) => articles.map((article) => this.addOne(article, onDuplicate, apply)));
  }

  /** What `addArticles` would do; stores nothing. */
  tryArticles(articles: readonly NewArticle[], onDuplicate: OnDuplicate): AddResult[] {
    return articles.map((article) => resultOf(decideArticle(this.#database, article, onDuplicate), article));
  }

  /** Returns those whose state is another now. */
  setState(ids: readonly ArticleId[], state: StateChange): ArticleId[] {
    return this.#onExisting(ids, { kind: 'state-differs', ...state }, (existing) => ({ do: 'set-state', ids: existing, ...state }));
  }

  /**
   * Gives a tag or a collection to articles, or takes it off. Returns those that it was not on, or was on, before.
   *
   * @throws LibraryError `invalid-input` when one of them can take no more; then nothing is changed
   */
  setLabel(ids: readonly ArticleId[], { kind, name, on }: { kind: LabelKind; name: string; on: boolean }): ArticleId[] {
    return this.#onExisting(ids, { kind: 'label', label: kind, name, is: !on }, (existing) => {
      const full = on ? countFull(this.#database, existing, kind) : 0;
      if (full > 0) {
        const labels = kind === 'tag' ? 'tags' : 'collections';
        throw new LibraryError('invalid-input', `${full === 1 ? 'An article has' : `${full} articles have`} ${LIMITS.labelsPerArticle} ${labels} already, and no more are kept. Nothing was changed.`);
      }
      return { do: 'label', kind, name, ids: existing, on };
    });
  }

  /** To the trash. Returns those that were not there yet. */
  trash(ids: readonly ArticleId[]): ArticleId[] {
    return this.#onExisting(ids, { kind: 'trashed', is: false }, (existing) => ({ do: 'trash', ids: existing }));
  }

  restore(ids: readonly ArticleId[]): ArticleId[] {
    return this.#onExisting(ids, { kind: 'trashed', is: true }, (existing) => ({ do: 'restore', ids: existing }));
  }

  /** Deletes for good: rows, journal and files. */
  purge(ids: readonly ArticleId[]): ArticleId[] {
    // Freed pages of the database are overwritten, so that "for good" is true.
    this.#database.exec('PRAGMA secure_delete = ON');
    const purged = this.#onExisting(ids, { kind: 'any' }, (existing) => ({ do: 'purge', ids: existing }));
    if (purged.length > 0) this.#finishPurge();
    return purged;
  }

  /** Runs `decide`, which applies operations, and makes all of them one durable change. */
  commit<T>(decide: (apply: (operation: Operation) => void) => T): T {
    if (!this.#journal.usable) {
      throw new LibraryError('closed', 'The library stopped after a disk failure. What was acknowledged is safe: free some space and open Carrel again.');
    }
    let journalled: number | undefined;
    const operations: Operation[] = [];
    try {
      const result = inTransaction(this.#database, () => {
        const change = this.#lastChange + 1;
        const at = this.now().toISOString();
        const result = decide((operation) => {
          applyOperation(this.#database, operation, change, at);
          operations.push(operation);
        });
        if (operations.length === 0) return result;
        recordLastChange(this.#database, change);
        const before = this.#journal.size;
        this.#journal.append(change, jsonBytes({ change, at, operations } satisfies Change));
        journalled = before;
        this.#lastChange = change;
        return result;
      });
      if (operations.length > 0) this.#recent.note(this.#lastChange, operations);
      return result;
    } catch (error) {
      if (journalled === undefined || this.#takeBack(journalled)) this.#moveBack();
      throw describeDiskError(error);
    } finally {
      this.#moved = [];
    }
  }

  close(): void {
    this.#journal.close();
    this.#database.close();
    this.#lock.release();
  }

  /** After a commit that failed: the journal must not promise what the database refused. @returns whether it does not */
  #takeBack(size: number): boolean {
    this.#lastChange -= 1;
    try {
      this.#journal.takeBack(size);
      return true;
    } catch {
      // The journal refuses everything from now on, and `commit` says so; the first failure is the one to report.
      return false;
    }
  }

  /** Large files of a change that failed would fill the disk where nobody looks: they belong to whoever brought them again. */
  #moveBack(): void {
    for (const { sha256, path } of this.#moved) {
      try {
        this.#disk.renameSync(blobPath(this.folder.blobs, sha256), path);
      } catch {
        // It goes the next time that something is deleted for good; the first failure is the one to report.
      }
    }
  }

  /** Files that an article names, before the change that names them. */
  writeBlobs(blobs: NewArticle['blobs']): void {
    for (const blob of blobs) {
      if (writeBlob(this.#disk, this.folder.blobs, blob) && 'path' in blob) this.#moved.push(blob);
    }
  }

  /** Stores one article as a part of the change that `commit` makes. */
  addOne(brought: NewArticle, onDuplicate: OnDuplicate, apply: (operation: Operation) => void, from: CameFrom = {}): AddResult {
    const given = doubtClaim(this.#database, brought, from.unfetched);
    const { content, blobs } = given;
    const decision = decideArticle(this.#database, given, onDuplicate, from);
    const result = resultOf(decision, given);
    if (decision.action === 'skipped') return result;
    this.writeBlobs(blobs);
    const identity = { id: result.id, added: this.now().toISOString() };
    if (decision.action === 'added') {
      apply({ do: 'add', article: { ...content, ...identity } });
      return result;
    }
    const article = { ...keepOwn(this.#database, result.id, content), ...identity };
    const wasTrashed = from.staysInTrash === true && readUnfetched(this.#database, result.id)?.trashed === true;
    apply({ do: 'update', article, keep: decision.action === 'filled' || decision.action === 'versioned' });
    if (wasTrashed) apply({ do: 'trash', ids: [result.id] });
    return result.list === 'imported' ? { ...result, title: article.title } : result;
  }

  #onExisting(ids: readonly ArticleId[], condition: Condition, operation: (existing: ArticleId[]) => Operation): ArticleId[] {
    return this.commit((apply) => {
      const existing = selectExisting(this.#database, ids, condition);
      if (existing.length > 0) apply(operation(existing));
      return existing;
    });
  }

  /** What a crash left on its way in was never acknowledged. */
  #clearIncoming(): void {
    try {
      nameLostUploads(this);
      // It may have come between moving a video to its place and naming it.
      if (hasLostSaves(this.folder.incoming)) removeUnnamedBlobs(this.#disk, this.folder, this.#database);
    } catch {
      // Without room to name what was lost, it lies there until the next opening.
      return;
    }
    fs.rmSync(this.folder.incoming, { recursive: true, force: true });
  }

  #finishPurge(): void {
    this.#journal.close();
    describing(() => {
      try {
        finishPurge(this.#disk, this.folder, this.#database);
      } finally {
        this.#journal = new JournalWriter(this.#disk, this.folder.journal);
      }
    });
  }
}

function resultOf(decision: Decision, { content: { title } }: NewArticle): AddResult {
  switch (decision.action) {
    case 'added':
      return { list: 'imported', id: newArticleId(), title };
    case 'filled':
      return { list: 'imported', id: decision.id, title, filled: true };
    case 'brought back':
      return { list: 'imported', id: decision.id, title };
    case 'replaced':
    case 'versioned':
    case 'skipped':
      return { list: 'duplicates', ...decision };
  }
}

/** Folders of pages that were being saved: see PageSaver. */
function hasLostSaves(incoming: string): boolean {
  return fs.existsSync(incoming) && fs.readdirSync(incoming).some((name) => name.startsWith('save-'));
}
