import { z } from 'zod';
import { ERROR_CODES, LibraryError } from '../../contract/errors.ts';
import { ArticleId, ImportId } from '../../contract/ids.ts';
import { ImportLabels, ImportList, ImportOptions, ImportOrigin, ReportEntry, type ImportProgress } from '../../contract/imports.ts';
import { ImportStand, StoredEntry, type StoredImport } from './changes.ts';
import { compress } from './compress.ts';
import type { FollowedImport } from './follow-imports.ts';
import type { ReadableDatabase } from './open-database.ts';
import { inflate, jsonColumn } from './stored-articles.ts';

const count = z.number().int();

const Row = z.object({
  n: z.number(),
  id: ImportId,
  label: z.string(),
  origin: ImportOrigin,
  started: z.string(),
  options: jsonColumn(ImportOptions),
  state: ImportStand.shape.state,
  seconds: z.number(),
  error: jsonColumn(z.object({ code: z.string(), message: z.string() })).nullable(),
  undone: z.string().nullable(),
  last_number: count,
  imported: count,
  duplicates: count,
  failed: count,
  companions: count,
});
type Row = z.infer<typeof Row>;

/** An import as it was left; whether somebody runs it now is not known here. */
export type KeptImport = Omit<ImportProgress, 'state'> & { readonly state: ImportStand['state'] };

/** Newest first. */
export function listImports(database: ReadableDatabase, { limit, offset }: { limit: number; offset: number }): { total: number; imports: KeptImport[] } {
  const total = Number(database.prepare('SELECT count(*) AS n FROM imports').get()?.['n'] ?? 0);
  const rows = database.prepare('SELECT * FROM imports ORDER BY started DESC, n DESC LIMIT ? OFFSET ?').all(limit, offset);
  return { total, imports: rows.map((row) => toKept(Row.parse(row))) };
}

export function findImport(database: ReadableDatabase, id: ImportId): KeptImport | undefined {
  const row = findRow(database, id);
  return row && toKept(row);
}

/** What it takes to go on with an import: all that is known of it, and the highest number in its report. */
export interface ImportToContinue {
  readonly facts: StoredImport;
  readonly kept: KeptImport;
  readonly lastNumber: number;
}

export function findImportToContinue(database: ReadableDatabase, id: ImportId): ImportToContinue | undefined {
  const row = findRow(database, id);
  if (!row) return undefined;
  return { facts: factsOf(database, row), kept: toKept(row), lastNumber: row.last_number };
}

const EntryRow = z.object({
  number: z.number(),
  list: ImportList,
  source: z.string(),
  item: z.string().nullable(),
  article: z.string().nullable(),
  title: z.string().nullable(),
  action: z.string().nullable(),
  version: z.number().nullable(),
  code: z.string().nullable(),
  message: z.string().nullable(),
  belongs_to: z.string().nullable(),
  unfetched: ArticleId.nullable(),
  labelled: jsonColumn(ImportLabels).nullable(),
});

/** What the database says of an import, in the form in which the journal says it. */
export function readStoredImport<Entry>(database: ReadableDatabase, id: string, keep: (entry: StoredEntry) => Entry): FollowedImport<Entry> | undefined {
  const row = findRow(database, id);
  if (!row) return undefined;
  const entries = new Map<number, Entry>();
  for (const stored of database.prepare('SELECT * FROM import_entries WHERE import = ?').iterate(row.n)) {
    const entry = toStoredEntry(stored);
    entries.set(entry.number, keep(entry));
  }
  return { facts: factsOf(database, row), stand: ImportStand.parse(row), entries };
}

function toStoredEntry(row: unknown): StoredEntry {
  const { article, belongs_to: of, ...columns } = EntryRow.parse(row);
  return StoredEntry.parse(Object.fromEntries(Object.entries({ ...columns, id: article, of }).filter(([, value]) => value !== null)));
}

/** The entries of a report that tell of an article which is another since, or has other labels. */
export function listEntriesOfChanges(database: ReadableDatabase, importId: ImportId): StoredEntry[] {
  return database
    .prepare("SELECT * FROM import_entries WHERE import = (SELECT n FROM imports WHERE id = ?) AND (list = 'imported' OR action IN ('replaced', 'versioned') OR labelled IS NOT NULL) ORDER BY number")
    .all(importId)
    .map(toStoredEntry);
}

/** What a report says of an item, as little of it as is needed to go on with the import. */
export interface SettledItem {
  readonly number: number;
  readonly list: ImportList;
  readonly source: string;
  readonly item?: string | undefined;
}

export function listSettled(database: ReadableDatabase, importId: ImportId): SettledItem[] {
  const rows = database.prepare('SELECT number, list, source, item FROM import_entries WHERE import = (SELECT n FROM imports WHERE id = ?)').iterate(importId);
  return Array.from(rows, toSettled);
}

function toSettled(row: unknown): SettledItem {
  const { item, ...known } = SettledRow.parse(row);
  return item === null ? known : { ...known, item };
}

/** The entries of a report about some files and the items in them. */
export function listReportedOf(database: ReadableDatabase, importId: ImportId, sources: readonly string[]): SettledItem[] {
  const rows = database
    .prepare('SELECT number, list, source, item FROM import_entries WHERE import = (SELECT n FROM imports WHERE id = ?) AND source IN (SELECT value FROM json_each(?))')
    .all(importId, JSON.stringify(sources));
  return rows.map(toSettled);
}

/** The newest import of a watched folder. */
export function findWatchedImport(database: ReadableDatabase, path: string): ImportToContinue | undefined {
  const row = database
    .prepare("SELECT i.* FROM imports i JOIN import_paths p ON p.import = i.n WHERE i.origin = 'watched' AND p.paths = ? ORDER BY i.started DESC, i.n DESC LIMIT 1")
    .get(compress(JSON.stringify([path])));
  if (!row) return undefined;
  const known = Row.parse(row);
  return { facts: factsOf(database, known), kept: toKept(known), lastNumber: known.last_number };
}

const SettledRow = EntryRow.pick({ number: true, list: true, source: true, item: true });

/** The imports that are under way, or were when Carrel ended, the oldest first. */
export function listUnended(database: ReadableDatabase): KeptImport[] {
  return database.prepare("SELECT * FROM imports WHERE state = 'running' ORDER BY n").all().map((row) => toKept(Row.parse(row)));
}

/** Uploads that have not ended, of a library that nobody has open. */
export function listCutOffUploads(database: ReadableDatabase): ImportId[] {
  return database.prepare("SELECT id FROM imports WHERE origin = 'upload' AND state IN ('running', 'paused') ORDER BY n").all().map(({ id }) => ImportId.parse(id));
}

/** Imports of the same paths with the same options that have not ended. */
export function listSameUnended(database: ReadableDatabase, { id, paths, options }: StoredImport): KeptImport[] {
  return database
    .prepare("SELECT i.* FROM imports i JOIN import_paths p ON p.import = i.n WHERE i.state = 'running' AND i.origin = 'paths' AND i.id <> ? AND i.options = ? AND p.paths = ?")
    .all(id, JSON.stringify(options), compress(JSON.stringify(paths)))
    .map((row) => toKept(Row.parse(row)));
}

export function listImportIds(database: ReadableDatabase): string[] {
  return database.prepare('SELECT id FROM imports ORDER BY n').all().map(({ id }) => String(id));
}

function factsOf(database: ReadableDatabase, { n, id, label, origin, started, options }: Row): StoredImport {
  const stored = database.prepare('SELECT paths FROM import_paths WHERE import = ?').get(n)?.['paths'];
  return { id, label, origin, started, paths: z.array(z.string()).parse(JSON.parse(stored === undefined ? '[]' : inflate(stored))), options };
}

function findRow(database: ReadableDatabase, id: string): Row | undefined {
  const row = database.prepare('SELECT * FROM imports WHERE id = ?').get(id);
  return row && Row.parse(row);
}

function toKept({ id, label, origin, started, options, state, seconds, error, undone, imported, duplicates, failed, companions }: Row): KeptImport {
  const done = imported + duplicates + failed + companions;
  return { id, label, origin, state, startedAt: started, seconds, found: done, done, counts: { imported, duplicates, failed, companions }, error: error && { code: codeOf(error.code), message: error.message }, dryRun: false, later: options.later, unfetched: options.unfetched, undoneAt: undone, saving: [] };
}

/** A newer program may have had more codes. */
function codeOf(code: string | null): (typeof ERROR_CODES)[number] {
  return ERROR_CODES.find((known) => known === code) ?? 'internal';
}

function toEntry(row: unknown): ReportEntry {
  const { list, number, source, item, article, title, action, code, message, belongs_to, unfetched, labelled } = EntryRow.parse(row);
  const place = { number, source, ...(item === null ? {} : { item }) };
  switch (list) {
    case 'imported':
      return ReportEntry.parse({ list, ...place, id: article, title });
    case 'duplicates':
      return ReportEntry.parse({ list, ...place, id: article, action, ...(labelled === null ? {} : { labelled }) });
    case 'failed':
      return { list, ...place, code: codeOf(code), message: message ?? '', ...(unfetched === null ? {} : { unfetched }) };
    case 'companions':
      return { list, number, source, of: belongs_to ?? '' };
  }
}

export interface EntryQuery {
  readonly importId: ImportId;
  readonly list: ImportList;
  /** Empty: all. */
  readonly search: string;
  readonly limit: number;
  readonly offset: number;
}

/** The numbers of the entries of a list, or of those that have some text, in order. */
export function selectEntries(database: ReadableDatabase, { importId, list, search }: Pick<EntryQuery, 'importId' | 'list' | 'search'>): number[] {
  const within = 'import = (SELECT n FROM imports WHERE id = :importId) AND list = :list';
  const bound = { importId, list };
  if (search === '') return database.prepare(`SELECT number FROM import_entries WHERE ${within} ORDER BY number`).all(bound).map(({ number }) => Number(number));
  const rows = database.prepare(`SELECT number, source, item, title, message FROM import_entries WHERE ${within} ORDER BY number`).iterate(bound);
  const numbers: number[] = [];
  for (const { number, source, item, title, message } of rows) {
    if (isFoundIn([source, item, title, message], search)) numbers.push(Number(number));
  }
  return numbers;
}

/** Whether a text is in one of several, in whatever case. */
export function isFoundIn(texts: readonly unknown[], search: string): boolean {
  const wanted = fold(search);
  return texts.some((text) => typeof text === 'string' && fold(text).includes(wanted));
}

function fold(text: string): string {
  return text.normalize('NFC').toLowerCase();
}

/** Entries by their numbers, in the order of these. */
export function readEntries(database: ReadableDatabase, importId: ImportId, numbers: readonly number[]): ReportEntry[] {
  return database
    .prepare('SELECT e.* FROM json_each(:numbers) wanted JOIN import_entries e ON e.import = (SELECT n FROM imports WHERE id = :importId) AND e.number = wanted.value ORDER BY wanted.key')
    .all({ importId, numbers: JSON.stringify(numbers) })
    .map(toEntry);
}

/** A part of the whole report in the order of its numbers, and how many entries it has. */
export function readReport(database: ReadableDatabase, importId: ImportId, { limit, offset }: { limit: number; offset: number }): { total: number; entries: ReportEntry[] } {
  const rows = database.prepare('SELECT * FROM import_entries WHERE import = (SELECT n FROM imports WHERE id = ?) ORDER BY number LIMIT ? OFFSET ?').all(importId, limit, offset);
  return { total: findImport(database, importId)?.done ?? 0, entries: rows.map(toEntry) };
}

const Ids = z.object({ ids: jsonColumn(z.array(ArticleId)) });

/** The articles outside the trash that an import brought, or brought new content of. */
export function listImportedIds(database: ReadableDatabase, importId: ImportId): ArticleId[] {
  const row = database
    .prepare(
      `SELECT json_group_array(id) AS ids FROM (
         SELECT DISTINCT a.id FROM import_entries e JOIN articles a ON a.id = e.article
         WHERE e.import = (SELECT n FROM imports WHERE id = ?) AND (e.list = 'imported' OR e.action <> 'skipped') AND a.trashed = 0)`,
    )
    .get(importId);
  return Ids.parse(row).ids;
}

export function noImport(): LibraryError {
  return new LibraryError('not-found', 'There is no import of this id. Its report may have been taken away.');
}
