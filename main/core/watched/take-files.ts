import path from 'node:path';
import type { ImportId, WatchedFolderId } from '../../contract/ids.ts';
import { ImportOptions } from '../../contract/imports.ts';
import type { ErrorCode } from '../../contract/errors.ts';
import type { Source } from '../import/find-sources.ts';
import { isUnderWay, newImportId, type ImportQueue } from '../import/import-queue.ts';
import type { WatchedFiles } from '../import/import-report.ts';
import { FATAL } from '../import/import-run.ts';
import { SettledItems } from '../import/settled-items.ts';
import type { ImportToContinue, KeptImport, SettledItem } from '../store/import-rows.ts';
import type { ReadCalls } from '../workers/read-worker.ts';
import type { RestartingLink } from '../workers/restarting-link.ts';
import type { FoundFile } from './waiting-files.ts';

export interface TakeParts {
  readonly imports: ImportQueue;
  readonly reader: RestartingLink<ReadCalls>;
  /** How the user has chosen that articles come in. */
  readonly chosenOptions: () => Promise<Partial<ImportOptions>>;
  readonly now: () => Date;
}

/** A watched folder, as far as taking its files needs it. */
export interface TakenFrom {
  readonly id: WatchedFolderId;
  readonly path: string;
}

/** How taking files ended: as the import did, or it could not even say so (`error`). */
export interface TakingEnd {
  readonly importId: ImportId;
  readonly state: KeptImport['state'];
  readonly error: KeptImport['error'];
}

export interface TakeHow {
  /** Whether these are the first since Carrel was started, which may have been imported in part when it ended. */
  readonly isFirst: boolean;
  /** Once it is aborted, no import is begun. */
  readonly signal: AbortSignal;
}

/**
 * Imports files of a watched folder, in the report of the day if there is one: whatever came in a day is one report. Resolves
 * when all of them are in it.
 */
export async function takeFiles(parts: TakeParts, folder: TakenFrom, files: readonly FoundFile[], { isFirst, signal }: TakeHow): Promise<TakingEnd> {
  const { imports, reader, chosenOptions, now } = parts;
  const options = ImportOptions.parse(await chosenOptions());
  const bySource = new Map(files.map((file) => [path.join(folder.path, file.path), file]));
  const watched: WatchedFiles = { folder: folder.id, fileOf: (source) => placeOf(bySource.get(source)), isPassing };
  const last = await newestImport(parts, folder.path);
  const goesOn = last && (isCutOff(last) || isOfTheDay(last, options, now()));
  const importId = goesOn ? last.facts.id : newImportId();
  if (goesOn) {
    const reported = last.kept.done > 0 ? await reportedOf(reader, last, bySource, isFirst) : [];
    const begun = new Set([...bySource].filter(([, { begun: isBegun }]) => isBegun).map(([source]) => source));
    const again = reported.filter(({ list, source, item }) => list === 'failed' && (item === undefined || !begun.has(source)));
    signal.throwIfAborted();
    const passedOver = reported.filter((one) => isInside(one, begun));
    const settled = new SettledItems(passedOver, again);
    imports.goOn({ ...last, watched, settled, sources: sourcesOf(bySource.keys(), folder.path), found: last.kept.done - again.length - passedOver.length });
  } else {
    signal.throwIfAborted();
    const label = path.basename(folder.path) || folder.path;
    imports.start({ label, origin: 'watched', paths: [folder.path], options, watched }, sourcesOf(bySource.keys(), folder.path), importId);
  }
  await imports.ended(importId);
  return endOf(parts, importId);
}

/** The newest import of a folder, once nobody adds to it (what failed in it may just be tried again). */
async function newestImport({ imports, reader }: TakeParts, folder: string): Promise<ImportToContinue | undefined> {
  for (;;) {
    const last = await reader.call('watchedImport', folder);
    const held = last && imports.find(last.facts.id);
    if (!last || !held || !isUnderWay(held)) return last;
    await imports.ended(last.facts.id);
  }
}

/** Ends the import of a folder that was cut off when everything in it had been taken. */
export async function endCutOff(parts: TakeParts, folder: TakenFrom, signal: AbortSignal): Promise<void> {
  const last = await newestImport(parts, folder.path);
  if (last && isCutOff(last)) await takeFiles(parts, folder, [], { isFirst: false, signal });
}

function isCutOff({ kept }: ImportToContinue): boolean {
  return kept.state === 'running' || kept.state === 'paused';
}

/** What was undone stays so: what comes later is another report. */
function isOfTheDay({ facts, kept }: ImportToContinue, options: ImportOptions, now: Date): boolean {
  return kept.undoneAt === null && dayOf(new Date(facts.started)) === dayOf(now) && JSON.stringify(facts.options) === JSON.stringify(options);
}

/** The user's day, not the one of Greenwich. */
function dayOf(date: Date): string {
  return `${date.getFullYear()}-${date.getMonth()}-${date.getDate()}`;
}

/**
 * What the report says of these files already. Of most it says nothing: they are new. Of an archive that was imported in part it
 * says more than its name tells, so all of the report is read.
 */
async function reportedOf(reader: TakeParts['reader'], { facts, kept }: ImportToContinue, files: ReadonlyMap<string, FoundFile>, isFirst: boolean): Promise<SettledItem[]> {
  const importId = facts.id;
  if ([...files.values()].some(({ begun }) => begun)) return reader.call('settled', importId);
  const mayBeThere = isFirst || kept.counts.failed > 0 || [...files.values()].some(({ known }) => known);
  return mayBeThere ? reader.call('reportedOf', { importId, sources: [...files.keys()] }) : [];
}

/** Whether an entry is about something in one of these files. */
function isInside({ source, item }: SettledItem, archives: ReadonlySet<string>): boolean {
  if (archives.has(source)) return item !== undefined;
  return archives.size > 0 && [...archives].some((archive) => source.startsWith(`${archive}/`));
}

async function endOf({ imports, reader }: TakeParts, importId: ImportId): Promise<TakingEnd> {
  const kept = await reader.call('import', importId);
  // What the library had no room for is held by who ran it.
  const held = imports.find(importId);
  const error = held?.error ?? kept?.error ?? null;
  return { importId, state: held?.state === 'failed' || held?.state === 'cancelled' ? held.state : (kept?.state ?? 'failed'), error };
}

async function* sourcesOf(sources: Iterable<string>, root: string): AsyncGenerator<Source> {
  for (const source of sources) yield { kind: 'file', path: source, source, root };
}

function placeOf(file: FoundFile | undefined): ReturnType<WatchedFiles['fileOf']> {
  return file && { path: file.path, sizeBytes: file.sizeBytes, modified: file.modified };
}

/** What failed because the library could not go on, or because the user stopped it, is no failure of the file. */
function isPassing(code: ErrorCode): boolean {
  return FATAL.has(code) || code === 'cancelled' || code === 'interrupted';
}
