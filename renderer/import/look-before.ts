import { chooseSample } from '../../main/contract/choose-sample.ts';
import type { Outcome, OutputOf } from '../../main/contract/define.ts';
import type { ImportId } from '../../main/contract/ids.ts';
import { LARGE_IMPORT, type importMethods, type ImportProgress, type ReportEntry } from '../../main/contract/imports.ts';
import { library, valueOf } from '../app/library-client.ts';
import { createStore } from '../app/store.ts';
import { currentSettings } from '../settings/settings-query.ts';
import { isRunning } from './import-queries.ts';
import { startUpload } from './uploads.ts';
import type { UploadItem } from './walk-dropped.ts';

/** So many files are looked for, to choose among them. */
const MOST_FOUND = 2_000;
/** So many are read. */
export const SAMPLE_SIZE = 12;
/** A larger one would be waited for. */
const LARGEST_BYTES = 10 * 1024 * 1024;

export type Seen = OutputOf<(typeof importMethods)['imports.preview']>;

/** What was read of some of its files, before a large import. */
export interface Look extends Seen {
  readonly failed: readonly Extract<ReportEntry, { list: 'failed' }>[];
}

export interface Offer {
  readonly label: string;
  /** Null until it was looked. */
  readonly look: Look | null;
  readonly begin: () => void;
}

/** The import that waits for the user's word; null while none does. */
export const offered = createStore<Offer | null>(null);

type Items = AsyncIterable<UploadItem> | Iterable<UploadItem>;

/** Begins an import of files, or first shows what is read of some of them where there are many. */
export async function offerUpload(label: string, items: Items, begin: (items: Items) => Promise<unknown>): Promise<void> {
  if (!currentSettings().lookBefore) return void (await begin(items));
  const { first, rest } = await takeFirst(items, MOST_FOUND);
  const all = chain(first, rest);
  if (first.length < LARGE_IMPORT) return void (await begin(all));
  const sample = await smallEnough(chooseSample(first, SAMPLE_SIZE, ({ path }) => path));
  const seen = { found: first.length, complete: rest === null };
  await offer(label, () => void begin(all), async () => {
    const importId = await startUpload(label, sample, { dryRun: true });
    return importId && { ...(await lookAt(importId)), ...seen };
  });
}

/** The same where the library reads files where they lie. */
export async function offerPaths(label: string, start: (sample?: number) => Promise<Outcome<{ importId: ImportId | null }>>, begin: () => void): Promise<void> {
  if (!currentSettings().lookBefore) return begin();
  const { importId } = await valueOf(start(SAMPLE_SIZE));
  // Nothing of them is a file on the disk: beginning says so.
  if (importId === null) return begin();
  await until(importId, ({ state }) => state !== 'receiving');
  const { found } = await valueOf(library['imports.preview']({ importId }));
  if (found >= LARGE_IMPORT) return offer(label, begin, () => lookAt(importId));
  begin();
  await lookAt(importId);
}

/** Without a look at it an import is begun as it was asked for. */
async function offer(label: string, begin: () => void, look: () => Promise<Look | null>): Promise<void> {
  const waiting: Offer = { label, look: null, begin };
  offered.set(waiting);
  const seen = await look().catch(() => null);
  if (offered.get() !== waiting) return;
  offered.set(seen && { ...waiting, look: seen });
  if (!seen) begin();
}

const ASK_MS = 100;

/** Waits for a dry run's end and takes its report away. @throws CallFailure */
async function lookAt(importId: ImportId): Promise<Look> {
  await until(importId, (progress) => !isRunning(progress));
  const [seen, { entries }] = await Promise.all([
    valueOf(library['imports.preview']({ importId })),
    valueOf(library['imports.entries']({ importId, list: 'failed' })),
  ]);
  await valueOf(library['imports.forget']({ importId }));
  return { ...seen, failed: entries.filter((entry) => entry.list === 'failed') };
}

async function until(importId: ImportId, reached: (progress: ImportProgress) => boolean): Promise<void> {
  while (!reached(await valueOf(library['imports.get']({ importId })))) await new Promise((resolve) => setTimeout(resolve, ASK_MS));
}

/** The first items, and what gives the others; null where there are none. */
async function takeFirst(items: Items, most: number): Promise<{ first: UploadItem[]; rest: AsyncIterator<UploadItem> | Iterator<UploadItem> | null }> {
  const iterator = Symbol.asyncIterator in items ? items[Symbol.asyncIterator]() : items[Symbol.iterator]();
  const first: UploadItem[] = [];
  while (first.length < most) {
    const next = await iterator.next();
    if (next.done) return { first, rest: null };
    first.push(next.value);
  }
  return { first, rest: iterator };
}

async function* chain(first: readonly UploadItem[], rest: AsyncIterator<UploadItem> | Iterator<UploadItem> | null): AsyncGenerator<UploadItem> {
  yield* first;
  for (let next = await rest?.next(); next && !next.done; next = await rest?.next()) yield next.value;
}

/** One that cannot be opened is looked at, too: that it cannot is what there is to see. */
async function smallEnough(items: readonly UploadItem[]): Promise<UploadItem[]> {
  const fits = await Promise.all(items.map((item) => item.open().then(({ size }) => size <= LARGEST_BYTES, () => true)));
  return items.filter((_, index) => fits[index]);
}
