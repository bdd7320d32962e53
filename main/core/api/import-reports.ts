import { LibraryError } from '../../contract/errors.ts';
import type { ArticleId, ImportId } from '../../contract/ids.ts';
import type { ImportList, ImportProgress, ReportEntry, UndoneImport } from '../../contract/imports.ts';
import { isUnderWay, type ImportQueue } from '../import/import-queue.ts';
import type { ImportStand } from '../store/changes.ts';
import { isFoundIn, noImport, type EntryQuery, type KeptImport } from '../store/import-rows.ts';
import type { ReadCalls } from '../workers/read-worker.ts';
import type { RestartingLink } from '../workers/restarting-link.ts';
import type { LibraryWriter } from './library-writer.ts';

export interface ReportSources {
  readonly imports: ImportQueue;
  readonly reader: RestartingLink<ReadCalls>;
  readonly writer: LibraryWriter;
  /** Whether this process is the library's writer: then an import that it does not run is run by nobody. */
  readonly writing: boolean;
}

interface Page {
  readonly limit: number;
  readonly offset: number;
}

/** What can be known of imports: of those under way from who runs them, of all others from the library. */
export class ImportReports {
  readonly #parts: ReportSources;

  constructor(parts: ReportSources) {
    this.#parts = parts;
  }

  /** Newest first. */
  async list({ limit, offset }: Page): Promise<{ total: number; imports: ImportProgress[] }> {
    const { imports, reader } = this.#parts;
    const before = imports.list();
    const kept = await reader.call('imports', { limit: limit + offset, offset: 0 });
    const known = new Set(kept.imports.map(({ id }) => id));
    const others = imports.list().filter(({ id }) => !known.has(id));
    const all = [...others, ...kept.imports.map((one) => this.#standOf(one, before))].toSorted((a, b) => (a.startedAt < b.startedAt ? 1 : a.startedAt > b.startedAt ? -1 : 0));
    return { total: kept.total + others.length, imports: all.slice(offset, offset + limit) };
  }

  /** @throws LibraryError `not-found` */
  async get(id: ImportId): Promise<ImportProgress> {
    const held = this.#parts.imports.find(id);
    if (held) return held;
    const kept = await this.#parts.reader.call('import', id);
    if (!kept) throw noImport();
    return this.#standOf(kept);
  }

  /** @throws LibraryError `not-found` */
  async entries({ limit, offset, ...query }: EntryQuery): Promise<{ total: number; entries: ReportEntry[] }> {
    await this.get(query.importId);
    const kept = await this.#parts.reader.call('importEntries', { ...query, limit, offset });
    const others = this.#unkept(query.importId, query.list, query.search);
    const from = Math.max(0, offset - kept.total);
    return { total: kept.total + others.length, entries: [...kept.entries, ...others.slice(from, from + limit - kept.entries.length)] };
  }

  /** A part of the whole report. @throws LibraryError `not-found` */
  async report(id: ImportId, { limit, offset }: Page): Promise<{ total: number; entries: ReportEntry[] }> {
    await this.get(id);
    const kept = await this.#parts.reader.call('importReport', { importId: id, limit, offset });
    const others = this.#parts.imports.unkept(id);
    const from = Math.max(0, offset - kept.total);
    return { total: kept.total + others.length, entries: [...kept.entries, ...others.slice(from, from + limit - kept.entries.length)] };
  }

  /** The articles that it brought, outside the trash. @throws LibraryError `not-found` */
  async articleIds(id: ImportId): Promise<ArticleId[]> {
    await this.get(id);
    return this.#parts.reader.call('importedIds', id);
  }

  /** Takes back what an import did. @throws LibraryError `not-found`, `invalid-input` while it is under way */
  async undo(id: ImportId): Promise<UndoneImport> {
    await this.needEnded(id);
    return this.#parts.writer.change((store) => store.call('undoImport', id));
  }

  /** @throws LibraryError `not-found`, `invalid-input` while it is under way */
  async forget(id: ImportId): Promise<void> {
    const { imports, writer } = this.#parts;
    await this.needEnded(id);
    const isHeld = imports.forget(id);
    if (!isHeld || (await this.#parts.reader.call('import', id))) await writer.change((store) => store.call('forgetImport', id));
  }

  /** Ends an import that was interrupted, so that nobody goes on with it; of one that ended, nothing. @throws LibraryError `not-found` */
  async cancel(id: ImportId): Promise<void> {
    const { state } = await this.get(id);
    if (state === 'interrupted' || state === 'paused') await this.setState(id, 'cancelled');
  }

  /** Says in the library how an import stands that nobody runs. @throws LibraryError `not-found` */
  async setState(id: ImportId, state: ImportStand['state']): Promise<void> {
    const { seconds, undoneAt } = await this.get(id);
    await this.#parts.writer.change((store) => store.call('setImport', { importId: id, stand: { state, seconds, error: null, undone: undoneAt } }));
  }

  /** @throws LibraryError `not-found`, `invalid-input` while it is under way */
  async needEnded(id: ImportId): Promise<void> {
    const held = this.#parts.imports.find(id);
    if (held && isUnderWay(held)) throw new LibraryError('invalid-input', 'This import is still under way. Wait until it has ended, or cancel it.');
    await this.get(id);
  }

  /** @param before what was under way before the library was asked: it may have ended meanwhile */
  #standOf(kept: KeptImport, before: readonly ImportProgress[] = []): ImportProgress {
    const held = this.#parts.imports.find(kept.id) ?? before.find(({ id }) => id === kept.id);
    if (held) return held;
    return kept.state === 'running' && this.#parts.writing ? { ...kept, state: 'interrupted' } : kept;
  }

  #unkept(id: ImportId, list: ImportList, search: string): ReportEntry[] {
    return this.#parts.imports.unkept(id).filter((entry) => entry.list === list && isFoundIn(textsOf(entry), search));
  }
}

function textsOf(entry: ReportEntry): unknown[] {
  return [entry.source, 'item' in entry ? entry.item : null, 'title' in entry ? entry.title : null, 'message' in entry ? entry.message : null];
}
